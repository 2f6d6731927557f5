import { join } from 'node:path';
import { Eta } from 'eta';
import type { LocalDate } from '../domain/time/local-date.js';
import { type FilingKind, filings, laterFilings } from '../domain/remedy/filings.js';
import type { ProceedingKind } from '../domain/remedy/proceeding.js';
import type { LetterDocument } from '../infrastructure/printing/blocks.js';
import { readMarkup } from '../infrastructure/printing/markup.js';
import { projectRoot } from '../infrastructure/project-root.js';
import { type DraftFacts, draftFactsOf } from './draft-facts.js';
import type { ProceedingFile } from './proceeding-file.js';

/** A paper whose text is drafted; the directory has lines of its own, the evidence is bound. */
export type DraftKind = Exclude<FilingKind, 'directory' | 'evidence'>;
const everywhere: readonly DraftKind[] = ['answer', 'authority', 'representative'];
const inSuits = Object.values(laterFilings);

/** Whether that proceeding has a paper of that kind which is drafted. */
export const isDraftKind = (proceeding: ProceedingKind, text: string): text is DraftKind =>
  [...everywhere, ...(proceeding === 'suit' ? inSuits.map(({ kind }) => kind) : [])].some(
    (kind) => kind === text,
  );

export const draftTitle = (proceeding: ProceedingKind, kind: DraftKind): string =>
  [...filings[proceeding], ...inSuits].find((filing) => filing.kind === kind)?.name ?? '';

/** The wordings lie in templates/papers, as text with the marks of `readMarkup`. */
const wordings = new Eta({
  views: join(projectRoot, 'templates', 'papers'),
  autoEscape: false,
  autoTrim: false,
  defaultExtension: '.txt',
});

const folders: Readonly<Record<DraftKind, (proceeding: ProceedingKind) => string>> = {
  answer: (proceeding) => `${proceeding}-answer`,
  authority: () => 'authority',
  representative: () => 'representative',
  appeal: () => 'suit-appeal',
  appealAnswer: () => 'suit-appeal-answer',
  retrialApplication: () => 'suit-retrial-application',
  retrialAnswer: () => 'suit-retrial-answer',
};

/** The text of a paper as the record gives it; what is missing stands in it as 【待填：…】. */
function draftText(proceeding: ProceedingKind, kind: DraftKind, facts: DraftFacts): string {
  const text = wordings.render(`/${folders[kind](proceeding)}/paper`, facts);
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .trim();
}

export const draftedFrom = (file: ProceedingFile, kind: DraftKind, on: LocalDate): string =>
  draftText(file.proceeding.kind, kind, draftFactsOf(file, on));

/** The paper as the printer takes it. */
export function draftDocument(
  file: ProceedingFile,
  kind: DraftKind,
  paper: { readonly text: string; readonly on: LocalDate; readonly final: boolean },
): LetterDocument {
  const { name } = file.case.office;
  return {
    form: 'xinhan',
    issuer: name,
    title: draftTitle(file.proceeding.kind, kind),
    language: 'zh-CN',
    blocks: readMarkup(paper.text, (line) => [line]).body,
    signature: { office: name, on: paper.on },
    ...(paper.final ? {} : { draftMark: '草稿' }),
  };
}
