import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { yearOf } from '../domain/time/local-date.js';
import { caseRoles } from '../domain/office/role.js';
import { today } from '../infrastructure/today.js';
import { accountsOf } from '../records/person/accounts.js';
import { firstCountedYear } from '../records/counting/table-four-counts.js';
import { FROM_REPORT } from '../web/cell-addresses.js';
import { download } from '../web/download.js';
import { emptyForm } from '../web/forms.js';
import { type OfficeScope, officeScope } from '../web/office-scope.js';
import { type Page, type SeeOther, seeOther } from '../web/page.js';
import { pageRequest, paginate } from '../web/pagination.js';
import { paths, withQuery } from '../web/paths.js';
import { Allow } from '../web/permission.js';
import { CurrentViewer, type Viewer } from '../web/viewer.js';
import { ledgerLines, ledgerText, ledgerWorkbook } from './exporting.js';
import { chipsOf, ledgerHref, rowWord } from './filter-words.js';
import { countLedger } from './ledger-count.js';
import { type Asked, type LedgerFilter, ledgerFilter, ledgerQuery } from './ledger-filter.js';
import { type LedgerScope, withDuties } from './ledger-list.js';
import { ledgerStretch } from './ledger-order.js';
import { filterOptions, ledgerPage, lineOf, mayImport } from './pages.js';
import { viewTabs } from './saved-views.js';

const LINES = 25;

/** What an address asks for, and of which offices. */
interface Wanted {
  readonly filter: LedgerFilter;
  readonly offices: OfficeScope;
  readonly scope: LedgerScope;
}

/** 台账: every application of the offices that one may see, found by any fragment, filtered, exported. */
@Controller(paths.ledger)
@Allow(...caseRoles)
export class LedgerController {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  @Get()
  async show(@CurrentViewer() viewer: Viewer, @Query() asked: Asked): Promise<Page | SeeOther> {
    if (typeof asked['appeal'] === 'string') return seeOther(asProceedings(asked));
    const { manager } = this.dataSource;
    const { filter, offices, scope } = await this.read(viewer, asked);
    const total = await countLedger(manager, filter, scope);
    const pagination = paginate(pageRequest(asked['page'], LINES), total, (page) => ledgerHref(filter, page));
    const skip = (pagination.page - 1) * LINES;
    const applications = await ledgerStretch(manager, filter, scope, { skip, size: LINES });
    const people = await accountsOf(manager, viewer.visibleOfficeIds);
    const handlers = new Map(people.map(({ id, name }) => [id, name]));
    const codes = new Map([...offices.names.values()].map(({ code, shortName }) => [code, shortName]));
    const severalOffices = scope.officeIds.length > 1;
    const listed = await withDuties(manager, applications, scope.on);
    const chips = chipsOf(filter, { offices: codes, handlers });
    return ledgerPage({
      title: '台账',
      form: emptyForm(formValues(filter)),
      ...filterOptions({ filter, offices, people, years: await this.years(offices), rowWord }),
      views: await viewTabs(manager, viewer.accountId, filter),
      query: ledgerHref(filter).slice(paths.ledger.length + 1),
      chips,
      clearHref: paths.ledger,
      lines: listed.map((one) => lineOf(one, severalOffices ? offices.names : undefined, handlers)),
      severalOffices,
      pagination,
      counted: `共 ${total} 件`,
      exports: [
        { href: withQuery(paths.ledgerSheet, ledgerQuery(filter)), label: '导出 Excel' },
        { href: withQuery(paths.ledgerText, ledgerQuery(filter)), label: '导出 CSV' },
      ],
      mayImport: mayImport(viewer),
      empty: chips.length > 0 ? 'nothingFound' : 'nothingYet',
    });
  }

  @Get('export.csv')
  async text(@CurrentViewer() viewer: Viewer, @Query() asked: Asked): Promise<StreamableFile> {
    const { filter, offices, scope } = await this.read(viewer, asked);
    const lines = ledgerLines(this.dataSource.manager, filter, scope);
    return download(fileName(offices, scope), 'csv', ledgerText(lines));
  }

  @Get('export.xlsx')
  async workbook(@CurrentViewer() viewer: Viewer, @Query() asked: Asked): Promise<StreamableFile> {
    const { filter, offices, scope } = await this.read(viewer, asked);
    const lines = ledgerLines(this.dataSource.manager, filter, scope);
    return download(fileName(offices, scope), 'xlsx', ledgerWorkbook(lines));
  }

  private async read(viewer: Viewer, asked: Asked): Promise<Wanted> {
    const on = today();
    const filter = ledgerFilter(asked, yearOf(on));
    const offices = await officeScope(this.dataSource.manager, viewer, filter.office);
    return { filter, offices, scope: { officeIds: offices.officeIds, on } };
  }

  /** From this year back to that of the first application. */
  private async years({ officeIds }: OfficeScope): Promise<number[]> {
    const last = yearOf(today());
    const first = (await firstCountedYear(this.dataSource.manager, officeIds)) ?? last;
    return Array.from({ length: last - first + 1 }, (_, i) => last - i);
  }
}

const formValues = (filter: LedgerFilter): Record<string, string> =>
  Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );

/** Addresses of table four that were kept when its cells still opened the ledger. */
const asProceedings = ({ year, office, appeal, column }: Asked): string => {
  const texts = Object.entries({ year, office, group: appeal, column }).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  );
  return withQuery(paths.countedProceedings, { ...Object.fromEntries(texts), via: FROM_REPORT });
};

const fileName = ({ name }: OfficeScope, { on }: LedgerScope): string => `依申请公开台账-${name}-${on}`;
