import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type OpenCase, openCasesOf } from '../casework/open-cases.js';
import { definitionOf, readAct } from '../domain/acts/acts.js';
import { mayPerform } from '../domain/application/authority.js';
import { today } from '../infrastructure/today.js';
import type { AccountRecord } from '../records/person/account.js';
import { accountsOf } from '../records/person/accounts.js';
import { loadCalendar } from '../records/calendar/calendars.js';
import { actorOf } from '../web/acting.js';
import { type FormState, emptyForm } from '../web/forms.js';
import { type Page, type SeeOther, seeOther } from '../web/page.js';
import { paths } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { ProblemException } from '../web/problems.js';
import { CurrentViewer, type Viewer, holds } from '../web/viewer.js';
import { inputsInBulk, typedValues } from './act-form.js';
import { Bulk, type BulkAct, type Ticked, bulkActs } from './bulk.js';
import { bulkLine, bulkPage, bulkResultPage } from './bulk-pages.js';

type Asked = Readonly<Record<string, unknown>>;

/** What was ticked on the desk, and everything that the pages of it need. */
interface Order {
  readonly act: BulkAct;
  readonly ticked: readonly Ticked[];
  readonly cases: ReadonlyMap<string, OpenCase>;
  readonly people: readonly AccountRecord[];
}

/** More than a page of the desk shows is no slip of the hand any more. */
const MOST = 100;
const TICKED = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{1,9})$/;

/** 批量办理: one act for the cases that were ticked on the desk. */
@Controller(paths.bulk)
@Allow('clerk', 'head')
export class BulkController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly bulk: Bulk,
  ) {}

  @Get()
  async ask(@CurrentViewer() viewer: Viewer, @Query() asked: Asked): Promise<Page | SeeOther> {
    const order = await this.order(viewer, asked);
    if (order.ticked.length === 0)
      return seeOther(paths.deskTab('office'), '还没有选中申请：请先勾选，再按批量办理。', 'info');
    return page(
      order,
      emptyForm({ on: today(), ...(holds(viewer, 'head') ? { consentBy: viewer.name } : {}) }),
    );
  }

  /**
   * Does it, case by case, and says line by line what became of each. Answered with the page itself: sent again, every
   * case that was done refuses by its version.
   */
  @Post()
  async perform(@CurrentViewer() viewer: Viewer, @Body() posted: Asked): Promise<Page> {
    const order = await this.order(viewer, posted);
    const { act, ticked, cases, people } = order;
    if (ticked.length === 0) throw new ProblemException('bad-request');
    const handler = people.find(({ id }) => id === posted['handler']);
    const facts = act === 'application.assigned' ? { ...posted, handler: handler?.name ?? '' } : posted;
    const read = readAct(act, facts);
    if ('faults' in read) {
      const values = typedValues(inputsInBulk(act, people), posted);
      return page(order, { values, errors: { ...read.faults } }, 422);
    }
    const calendar = await loadCalendar(this.dataSource.manager);
    const ground = { before: cases, calendar, handlerAccountId: handler?.id };
    const results = await this.bulk.perform(ticked, read.act, viewer, ground);
    return bulkResultPage({
      title: `批量${definitionOf(act).name}的结果`,
      done: results.filter(({ done }) => done).length,
      lines: results.map((result) => ({ ...bulkLine(result.id, cases.get(result.id)), ...result })),
    });
  }

  private async order(viewer: Viewer, asked: Asked): Promise<Order> {
    const act = bulkActs.find((one) => one === asked['act']);
    if (!act) throw new ProblemException('bad-request');
    if (!mayPerform(actorOf(viewer), act)) throw new ProblemException('forbidden');
    const ticked = tickedIn(asked['case']);
    const { manager } = this.dataSource;
    const open = ticked.length > 0 ? await openCasesOf(manager, viewer.officeId, today()) : [];
    const wanted = new Set(ticked.map(({ id }) => id));
    const people = await accountsOf(manager, [viewer.officeId]);
    return {
      act,
      ticked,
      cases: new Map(
        open.filter(({ application }) => wanted.has(application.id)).map((one) => [one.application.id, one]),
      ),
      people: people.filter(({ active, roles }) => active && roles.includes('handler')),
    };
  }
}

/** Each case once; what is no ticked case is passed over. */
function tickedIn(asked: unknown): Ticked[] {
  const found = new Map<string, number>();
  for (const one of [asked].flat()) {
    const [, id, version] = (typeof one === 'string' && TICKED.exec(one)) || [];
    if (id !== undefined) found.set(id, Number(version));
  }
  if (found.size > MOST)
    throw new ProblemException('bad-request', { detail: `一次最多批量办理 ${MOST} 件。` });
  return [...found].map(([id, version]) => ({ id, version }));
}

const page = ({ act, ticked, cases, people }: Order, form: FormState, status = 200): Page =>
  bulkPage(
    {
      title: `批量${definitionOf(act).name}`,
      act,
      ticked: ticked.map(({ id, version }) => `${id}.${version}`),
      lines: ticked.map(({ id }) => bulkLine(id, cases.get(id))),
      inputs: inputsInBulk(act, people),
      form,
    },
    status,
  );
