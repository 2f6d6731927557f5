import { type Channel, channels } from '../domain/acts/intake-acts.js';
import { suitRoutes } from '../domain/acts/appeal-acts.js';
import { type ApplicantKind, applicantKindIds, applicantKinds } from '../domain/application/applicant.js';
import { type OutcomeId, outcomeIds, outcomeTitle, outcomes } from '../domain/outcome/outcomes.js';
import { type ResultRow, outcomeGroups, resultRowIds, resultRows } from '../domain/outcome/rows.js';
import {
  type ReconsiderationResult,
  type SuitResult,
  reconsiderationResultChoices,
  suitResultChoices,
} from '../domain/remedy/results.js';
import { Vocabulary } from './vocabulary.js';

/** 办理结果 without the numbering and the remark of the form: 危及“三安全一稳定”. */
const rowName = (row: ResultRow): string =>
  resultRows[row].label.replace(/^(（[^）]*）|\d+\.)/, '').replace(/（.*）$/, '');

export const firstOutcomeOf = (row: ResultRow): OutcomeId => {
  const first = outcomeIds.find((id) => outcomes[id].row === row);
  if (!first) throw new Error(`No outcome for the row ${row}`);
  return first;
};

/** Two rows of the form have a whole sentence for a name. */
const LONGEST_ROW_NAME = 20;

/** 不予公开-保护第三方合法权益: how a ledger names a row of table three. */
export function rowTitle(row: ResultRow): string {
  const group = outcomeGroups[resultRows[row].group];
  const name = rowName(row);
  const short = name.length > LONGEST_ROW_NAME ? outcomes[firstOutcomeOf(row)].name : name;
  return group === short ? short : `${group}-${short}`;
}

/** How a ledger names an outcome: by its row, and by its own name where it is not the first kind of the row. */
export function ledgerOutcomeTitle(id: OutcomeId): string {
  const { row } = outcomes[id];
  return id === firstOutcomeOf(row) ? rowTitle(row) : outcomeTitle(id);
}

/** Names of outcomes: a row of table three stands for its first kind; a kind named exactly stands for itself. */
export const outcomeWords = new Vocabulary<OutcomeId>('办理结果', [
  ...resultRowIds.flatMap((row): [string, OutcomeId][] => {
    const { group, label } = resultRows[row];
    const names = [rowTitle(row), rowName(row), label];
    const id = firstOutcomeOf(row);
    return [...names, ...names.map((name) => outcomeGroups[group] + name)].map((name) => [name, id]);
  }),
  ...outcomeIds.flatMap((id): [string, OutcomeId][] => [
    [outcomeTitle(id), id],
    [outcomes[id].name, id],
  ]),
]);

const groupNames = new Map(Object.entries(outcomeGroups).map(([group, name]) => [name as string, group]));

/** A group of several rows, named alone, says too little: the rows to choose from. */
export function rowsOfGroupNamed(text: string): string[] {
  const group = groupNames.get(text.normalize('NFKC').trim());
  const rows = resultRowIds.filter((row) => resultRows[row].group === group).map(rowTitle);
  return rows.length > 1 ? rows : [];
}

export const kindWords = new Vocabulary<ApplicantKind>(
  '申请人类型',
  applicantKindIds.flatMap((id): [string, ApplicantKind][] => [
    [applicantKinds[id], id],
    ...(id === 'naturalPerson'
      ? []
      : ([[`法人或其他组织-${applicantKinds[id]}`, id]] as [string, ApplicantKind][])),
  ]),
);

/** What a ledger calls the ways in which an application comes. */
export const channelNames: Readonly<Record<Channel, string>> = {
  registeredMail: '邮寄',
  ordinaryMail: '信函',
  forwarded: '转来',
  counter: '当面',
  internet: '互联网',
  fax: '传真',
};
export const channelWords = new Vocabulary<Channel>('申请渠道', [
  ...(Object.entries(channelNames) as [Channel, string][]).map(([id, name]): [string, Channel] => [name, id]),
  ...(Object.entries(channels) as [Channel, string][]).map(([id, name]): [string, Channel] => [name, id]),
]);

export const routeWords = new Vocabulary<keyof typeof suitRoutes>(
  '起诉方式',
  (Object.entries(suitRoutes) as [keyof typeof suitRoutes, string][]).map(([id, name]) => [name, id]),
);

/** 尚未审结: nothing has been decided yet. */
export const pending = 'pending';
type Pending = typeof pending;

const unspecified = [
  ['维持', 'unspecifiedUpheld'],
  ['结果维持', 'unspecifiedUpheld'],
  ['纠正', 'unspecifiedCorrected'],
  ['结果纠正', 'unspecifiedCorrected'],
  ['其他', 'unspecifiedOther'],
  ['其他结果', 'unspecifiedOther'],
] as const;

const undecided: readonly [string, Pending][] = [
  ['尚未审结', pending],
  ['未审结', pending],
];

/** The exact results of the statute, with and without the remark in brackets. */
const exact = <T extends string>(choices: Readonly<Record<T, string>>): [string, T][] =>
  (Object.entries(choices) as [T, string][])
    .filter(([id]) => !id.startsWith('unspecified'))
    .flatMap(([id, name]): [string, T][] => [
      [name, id],
      [name.replace(/（.*）$/, ''), id],
      [name.replace(/^(裁定|判决)/, ''), id],
    ]);

/** The ledger's own words come first: its 维持 says no more than the column of table four. */
export const reconsiderationWords = new Vocabulary<ReconsiderationResult | Pending>('复议结果', [
  ...unspecified,
  ...undecided,
  ...exact(reconsiderationResultChoices),
]);

export const suitWords = new Vocabulary<SuitResult | Pending>('诉讼结果', [
  ...unspecified,
  ...undecided,
  ...exact(suitResultChoices),
]);
