import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In, MoreThan } from 'typeorm';
import { type FactName, factNames, factOf, factSources } from '../domain/letter/facts.js';
import { type LetterKind, letterKinds, letterOf } from '../domain/letter/register.js';
import { sampleFacts } from '../domain/letter/samples.js';
import { outcomeTitle } from '../domain/outcome/outcomes.js';
import { chinese, parseLocalDate } from '../domain/time/local-date.js';
import { today } from '../infrastructure/today.js';
import { LetterWording } from '../records/paper/letter-wording.js';
import { type WordingInForce, wordingVersions, wordingsInForce } from '../records/paper/letter-wordings.js';
import type { OfficeRecord } from '../records/office/office.js';
import { officeTree } from '../records/office/offices.js';
import { type FormState, emptyForm } from '../web/forms.js';
import { officeOptions } from '../web/options.js';
import type { Page } from '../web/page.js';
import { paths, withQuery } from '../web/paths.js';
import { ProblemException } from '../web/problems.js';
import type { Viewer } from '../web/viewer.js';
import { differencesOf } from './differences.js';
import {
  type OfficeChosen,
  type WordingLine,
  wordingList,
  wordingPage,
  wordingVersionPage,
} from './wording-pages.js';
import { setByPrinter } from './wording-soundness.js';
import { sharedPieces, wordingText } from './wordings.js';

/** The office whose wordings are asked for: the viewer's own, or one below it. */
export interface Chosen {
  readonly office: OfficeRecord;
  readonly shown: OfficeChosen;
}

/** The pages of 文书措辞. */
@Injectable()
export class WordingShowing {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Not found for an office that is neither the viewer's own nor below it. */
  async choose(viewer: Viewer, code: unknown): Promise<Chosen> {
    const tree = await officeTree(this.dataSource.manager, viewer.officeId);
    const asked = typeof code === 'string' ? code : '';
    const office = (asked === '' ? tree[0] : tree.find((one) => one.office.code === asked))?.office;
    if (!office) throw new ProblemException('not-found');
    const options = officeOptions(tree, 'code', 'shortName');
    return {
      office,
      shown: { name: office.name, code: office.code, options: tree.length > 1 ? options : [] },
    };
  }

  async list({ office, shown }: Chosen): Promise<Page> {
    const { manager } = this.dataSource;
    const inForce = await wordingsInForce(manager, office.id, today());
    const coming = await manager.find(LetterWording, {
      where: { officeId: office.id, effectiveFrom: MoreThan(today()) },
      order: { effectiveFrom: 'ASC', version: 'ASC' },
    });
    const lineOf = (kind: LetterKind): WordingLine => {
      const current = inForce.get(kind);
      const next = coming.find((one) => one.kind === kind);
      return {
        title: kindName(kind),
        href: withQuery(paths.wording(kind), { office: shown.code }),
        source: sourceOf(current, office),
        own: current?.officeId === office.id,
        coming: next ? `${versionName(next)}，${chinese(next.effectiveFrom)}起` : '',
      };
    };
    const replies = letterKinds.filter((kind) => letterOf(kind).outcome);
    const notices = letterKinds.filter((kind) => !letterOf(kind).outcome);
    return wordingList({
      title: '文书措辞',
      office: shown,
      groups: [
        { title: '程序文书', lines: notices.map(lineOf) },
        { title: '答复书', lines: replies.map(lineOf) },
      ],
    });
  }

  async page(
    kind: LetterKind,
    { office, shown }: Chosen,
    typed: { form?: FormState; end?: FormState } = {},
  ): Promise<Page> {
    const { manager } = this.dataSource;
    const current = (await wordingsInForce(manager, office.id, today(), kind)).get(kind);
    const versions = await wordingVersions(manager, office.id, kind);
    const last = String(versions[0]?.version ?? 0);
    const text = current?.text ?? wordingText(kind);
    const begin = emptyForm({ text: text.trimEnd(), effectiveFrom: today(), note: '', last });
    return wordingPage(
      {
        title: kindName(kind),
        kind,
        office: shown,
        source: sourceOf(current, office),
        own: current?.officeId === office.id,
        form: typed.form ?? begin,
        end: typed.end ?? emptyForm({ endsOn: today(), last }),
        places: placesOf(kind),
        pieces: Object.entries(sharedPieces()).map(([name, piece]) => ({ name, text: piece.trim() })),
        versions: versions.map((one) => ({
          href: paths.wordingVersion(one.id),
          name: versionName(one),
          from: chinese(one.effectiveFrom),
          note: one.note,
          by: one.byName,
          at: one.recordedAt,
        })),
      },
      typed.form || typed.end ? 422 : 200,
    );
  }

  /** A version of an office that the viewer administers, with the office. */
  async version(viewer: Viewer, id: string): Promise<{ row: LetterWording; chosen: Chosen }> {
    const row = await this.dataSource.manager.findOneBy(LetterWording, {
      id,
      officeId: In([...viewer.visibleOfficeIds]),
    });
    if (!row) throw new ProblemException('not-found');
    const tree = await officeTree(this.dataSource.manager, viewer.officeId);
    const code = tree.find(({ office }) => office.id === row.officeId)?.office.code;
    return { row, chosen: await this.choose(viewer, code) };
  }

  async versionPage({ row, chosen }: { row: LetterWording; chosen: Chosen }): Promise<Page> {
    const all = await wordingVersions(this.dataSource.manager, row.officeId, row.kind);
    const before = all.find(({ version }) => version === row.version - 1);
    return wordingVersionPage({
      title: `${kindName(row.kind)}　${versionName(row)}`,
      sub: chosen.office.name,
      backHref: withQuery(paths.wording(row.kind), { office: chosen.shown.code }),
      sampleHref: row.text === null ? '' : paths.wordingVersionSample(row.id),
      facts: [
        { term: '启用日期', text: chinese(row.effectiveFrom) },
        { term: '修改说明', text: row.note },
        { term: '修改人', text: row.byName },
      ],
      against: before?.text ? versionName(before) : '系统措辞',
      differences: row.text === null ? [] : differencesOf(before?.text ?? wordingText(row.kind), row.text),
    });
  }
}

/** Several replies share a title: the outcome tells them apart. */
export function kindName(kind: LetterKind): string {
  const { title, outcome } = letterOf(kind);
  return outcome ? `${title}（${outcomeTitle(outcome)}）` : title;
}

const versionName = ({ version, text }: Pick<LetterWording, 'version' | 'text'>): string =>
  text === null ? `第 ${version} 版（恢复沿用）` : `第 ${version} 版`;

function sourceOf(current: WordingInForce | undefined, office: Pick<OfficeRecord, 'id'>): string {
  if (!current) return '系统措辞';
  const whose = current.officeId === office.id ? '本机关' : `沿用${current.officeName}`;
  return `${whose}第 ${current.version} 版，${chinese(current.effectiveFrom)}起`;
}

function placesOf(kind: LetterKind): WordingPlaces {
  const { required, optional } = letterOf(kind);
  const sample = sampleFacts(kind);
  return factNames
    .filter((name) => required.includes(name) || optional.includes(name))
    .filter((name) => !setByPrinter.includes(name) || required.includes(name))
    .map((name) => ({
      label: factOf(name).label,
      from: factSources[factOf(name).source],
      needed: required.includes(name) && !setByPrinter.includes(name),
      sample: sampleText(name, sample[name] ?? ''),
    }));
}

function sampleText(name: FactName, value: string | readonly string[]): string {
  const text = [value]
    .flat()
    .map((one, i, all) => (i < all.length - 1 ? one.replace(/[。；]$/, '') : one))
    .join('；');
  const day = factOf(name).form === 'day' ? parseLocalDate(text) : undefined;
  return day ? chinese(day) : text;
}

type WordingPlaces = Parameters<typeof wordingPage>[0]['places'];
