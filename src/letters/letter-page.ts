import type { CaseFile } from '../casework/case-file.js';
import { checkOf } from '../casework/reply-check.js';
import { definitionOf } from '../domain/acts/acts.js';
import { type FactName, type LetterFacts, factOf, mendOf } from '../domain/letter/facts.js';
import { replySeries } from '../domain/letter/number.js';
import { type LetterKind, letterOf, lettersOnDemand } from '../domain/letter/register.js';
import { type LetterRecord, isKeptReady, letterStanding, letterName } from '../records/paper/letter.js';
import { checkShown } from '../web/check-findings.js';
import { type FormState, emptyForm } from '../web/forms.js';
import { paths, withQuery } from '../web/paths.js';
import { type Viewer, holds, mayActIn } from '../web/viewer.js';
import { chineseDate } from '../web/words.js';
import { finishing } from './finished-shown.js';
import type { OpenLetter } from './letter-reading.js';
import { type ComingReply, writtenFactsOf } from './letter-source.js';
import { plainText } from './letter-text.js';
import { serveStep, servedOf, signStep } from './next-step.js';
import type { CaseLink, LetterLine, LetterList, LetterPage, MissingShown } from './pages.js';

/** Who works on letters; the others read them. */
export const mayWrite = (viewer: Viewer, { application }: CaseFile): boolean =>
  mayActIn(viewer, application.officeId) && holds(viewer, 'clerk', 'handler', 'head');

const caseLink = ({ application: { id, number }, attachments }: CaseFile): CaseLink => ({
  number,
  href: paths.case(id),
  lettersHref: paths.caseLetters(id),
  ...(attachments.some(({ purpose }) => purpose === 'provided') ? { dispatchHref: paths.dispatch(id) } : {}),
});

/** What is missing, with a link for those who can mend it. */
function missingShown(
  missing: readonly FactName[],
  { application }: CaseFile,
  viewer: Viewer,
): MissingShown[] {
  return missing.map((name) => {
    const { label, source } = factOf(name);
    const ofOffice = source === 'office' && holds(viewer, 'admin');
    const href = ofOffice
      ? paths.office(application.officeId)
      : source === 'acts' || source === 'application'
        ? paths.case(application.id)
        : undefined;
    return { label, mend: mendOf(name), ...(href ? { href } : {}) };
  });
}

/** What was refused just now: why it was not issued, and the forms to mend. */
interface Refusals {
  readonly reason?: string | undefined;
  readonly recall?: FormState;
  readonly bring?: FormState;
}

/** The contract of a letter's page. */
export function letterPageOf(letter: OpenLetter, viewer: Viewer, refused: Refusals = {}): LetterPage {
  const { record, file, document, missing } = letter;
  if (!record) throw new TypeError('A letter without a row has a page of its own.');
  const issued = record.status !== 'drafted';
  const works = !issued && mayWrite(viewer, file);
  const { series, title } = letterOf(record.kind);
  const act = file.log.find(({ seq }) => seq === record.actSeq);
  const replied = record.status === 'issued' && series === replySeries;
  const serve = replied ? serveStep(file, viewer) : undefined;
  const served = replied ? servedOf(file, record.actSeq, viewer) : undefined;
  return {
    title: issued ? record.title : title,
    sub: `申请 ${file.application.number}　${letterStanding(record)}`,
    case: caseLink(file),
    issued,
    facts: [
      ...(record.number ? [{ term: '文号', text: record.number }] : []),
      ...(record.issuedOn ? [{ term: '成文日期', text: chineseDate(record.issuedOn) }] : []),
      ...(act && letterOf(record.kind).trigger
        ? [{ term: '依据的记录', text: `${definitionOf(act.type).name}，${chineseDate(act.on)}` }]
        : []),
      ...(record.pdfHash ? [{ term: '文件的 SM3 摘要', text: record.pdfHash }] : []),
      ...(record.sm3 ? [{ term: '内容的 SM3 摘要', text: record.sm3 }] : []),
      ...(record.templateVersion ? [{ term: '模板版本', text: record.templateVersion.slice(0, 16) }] : []),
    ],
    ...shown(letter, viewer, refused.reason),
    ...(document
      ? {
          pdf: paths.letterPdf(record.id),
          download: paths.letterFile(record.id),
          word: paths.letterWord(record.id),
        }
      : {}),
    written: works ? writtenShown(record.kind) : [],
    writeTo: { action: paths.letterFacts(record.id), method: 'post' },
    form: works ? writtenForm(record.kind, letter.facts) : emptyForm(),
    ...(works && document && missing.length === 0
      ? {
          issue: {
            action: paths.letterIssue(record.id),
            button: '确认制发',
            consequences: [
              series ? '编定文号（按年度和种类连续编号）' : '定稿，不编文号',
              '文字、数据和 PDF 定稿存档，不能再改；需要更正的，另行制发',
            ],
            fields: {},
          },
        }
      : {}),
    ...(works
      ? { discard: paths.letterDiscard(record.id), ...finishing(letter, record, refused.bring) }
      : {}),
    ...(serve ? { serve } : {}),
    ...(served ? { served } : {}),
    ...(record.status === 'recalled'
      ? {
          recalled: `${chineseDate(record.recalledOn)}由${record.recalledBy ?? ''}撤回，${record.number ? `文号 ${record.number} 作废，不再使用` : '作废'}。理由：${record.recallReason ?? ''}`,
        }
      : {}),
    ...(mayRecall(record, viewer, file)
      ? { recall: { action: paths.letterRecall(record.id), form: refused.recall ?? emptyForm() } }
      : {}),
  };
}

/** Served letters stand; the head takes back what has not gone out. */
const mayRecall = (
  { status, actSeq }: LetterRecord,
  viewer: Viewer,
  { acts, application }: CaseFile,
): boolean =>
  status === 'issued' &&
  mayActIn(viewer, application.officeId) &&
  holds(viewer, 'head') &&
  !acts.some(({ type, seq }) => type === 'reply.served' && seq > actSeq);

/** The page of a reply that is drafted: what will go out, and the way to issue it once it is signed. */
export function comingReplyPageOf(
  letter: OpenLetter,
  { kind }: ComingReply,
  viewer: Viewer,
  written: LetterFacts,
  refusal?: string,
): LetterPage {
  const { file, document, missing } = letter;
  const { id, officeId } = file.application;
  const { signed } = file.standing.facts;
  const may = mayActIn(viewer, officeId) && holds(viewer, 'clerk', 'handler');
  const sign = document && missing.length === 0 ? signStep(file, viewer) : undefined;
  const texts = Object.fromEntries(writtenFactsOf(kind).map((name) => [name, factText(written, name)]));
  return {
    title: letterOf(kind).title,
    sub: `申请 ${file.application.number}　答复草稿${signed ? '，已签发，待制发' : '，尚未签发'}`,
    case: caseLink(file),
    issued: false,
    facts: [],
    ...shown(letter, viewer, refusal),
    ...(document
      ? { pdf: withQuery(paths.replyLetterPdf(id), texts), word: withQuery(paths.replyLetterWord(id), texts) }
      : {}),
    written: may ? writtenShown(kind) : [],
    writeTo: { action: paths.replyLetter(id), method: 'get' },
    form: writtenForm(kind, letter.facts),
    ...(signed && may && document && missing.length === 0
      ? {
          issue: {
            action: paths.replyLetter(id),
            button: '确认制发',
            consequences: [
              '编定文号（按年度连续编号），答复书定稿存档，不能再改',
              '记录“制发答复”，状态变为“已制发，待送达”',
            ],
            fields: { ...texts, version: String(file.version) },
          },
        }
      : {}),
    review: paths.replyReview(id),
    check: checkShown(checkOf(file), file.application, viewer, signed ? signedWith(file) : ''),
    ...(sign ? { sign } : {}),
    ...(signed || sign ? {} : { notice: '签发后才能制发。请核对答复种类、条款、理由、附件和救济途径。' }),
    ...(signed && may ? { without: paths.act(id, 'reply.issued') } : {}),
  };
}

/** 签发意见 of the signature that stands. */
const signedWith = ({ acts }: CaseFile): string =>
  acts.filter((act) => act.type === 'reply.signed').at(-1)?.note ?? '';

function shown(
  { document, missing, file, reason }: OpenLetter,
  viewer: Viewer,
  refusal: string | undefined,
): Pick<LetterPage, 'missing' | 'lines' | 'reason'> {
  const said = refusal ?? reason;
  return {
    missing: missingShown(missing, file, viewer),
    lines: document ? plainText(document).trimEnd().split('\n') : [],
    ...(said ? { reason: said } : {}),
  };
}

const writtenShown = (kind: LetterKind): LetterPage['written'] =>
  writtenFactsOf(kind).map((name) => {
    const { label, mend, form } = factOf(name);
    return { name, label, long: form === 'lines', ...(mend ? { hint: mend } : {}) };
  });

const factText = (facts: LetterFacts, name: FactName): string => [facts[name] ?? ''].flat().join('\n');

const writtenForm = (kind: LetterKind, facts: LetterFacts): FormState =>
  emptyForm(Object.fromEntries(writtenFactsOf(kind).map((name) => [name, factText(facts, name)])));

const badgeKinds = { drafted: 'amber', issued: 'green', recalled: 'red' } as const;

/** The contract of the list of a case's letters. */
export function letterListOf(file: CaseFile, coming: ComingReply | undefined, viewer: Viewer): LetterList {
  const { id } = file.application;
  return {
    title: '文书',
    case: caseLink(file),
    letters: file.letters.map((letter): LetterLine => {
      const act = file.log.find(({ seq }) => seq === letter.actSeq);
      const called = letterOf(letter.kind).trigger !== undefined;
      return {
        title: letterName(letter, file.acts),
        href: paths.letter(letter.id),
        number: letter.number ?? '',
        standing: {
          text: letterStanding(letter),
          kind: isKeptReady(letter) ? 'plain' : badgeKinds[letter.status],
        },
        on: chineseDate(letter.issuedOn),
        cause: called && act ? definitionOf(act.type).name : '另行拟制',
      };
    }),
    ...(coming
      ? {
          coming: {
            title: letterOf(coming.kind).title,
            href: paths.replyLetter(id),
            signed: file.standing.facts.signed,
          },
        }
      : {}),
    onDemand: mayWrite(viewer, file)
      ? lettersOnDemand.map((kind) => ({ value: kind, label: letterOf(kind).title }))
      : [],
    form: emptyForm(),
  };
}
