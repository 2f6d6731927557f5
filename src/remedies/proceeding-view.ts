import { nextSteps } from '../domain/application/next-steps.js';
import { definitionOf } from '../domain/acts/acts.js';
import { outcomeIn } from '../domain/acts/conclusions.js';
import { plainFields } from '../domain/acts/fields.js';
import { cite, printCitation } from '../domain/law/citation.js';
import { unitNames } from '../domain/clock/limits.js';
import {
  type FilingKind,
  consequenceOf,
  filings,
  isFiled,
  laterFilingsOf,
  noCollecting,
} from '../domain/remedy/filings.js';
import { lossReasonOf, lossReasonsSuggested } from '../domain/remedy/loss-reasons.js';
import { openingOf } from '../domain/remedy/opening.js';
import { kindNames } from '../domain/remedy/proceeding.js';
import { noteDefinition, noteKinds } from '../domain/remedy/proceeding-notes.js';
import { appealColumns, resultNameOf } from '../domain/remedy/results.js';
import { outcomeOf } from '../domain/outcome/outcomes.js';
import { actorOf } from '../web/acting.js';
import { deadlineOf } from '../web/deadline-reading.js';
import { factInWords } from '../web/facts-in-words.js';
import { paths, withQuery } from '../web/paths.js';
import type { Viewer } from '../web/viewer.js';
import { chineseDate } from '../web/words.js';
import { actSays, joined } from './appeal-words.js';
import { periodsShown, stagesOf, windowsShown } from './course.js';
import type { Fact, NoteSection, ProceedingPageContract } from './pages.js';
import { type ProceedingFile, awaitedOf, defencesOf } from './proceeding-file.js';
import { filingStates, readinessWords } from './readiness.js';
import { sealShown } from './sealed-file.js';

/** Everything that the page of a proceeding shows. */
export function proceedingView(file: ProceedingFile, viewer: Viewer): ProceedingPageContract {
  const { case: whole, proceeding, state, answer, duty } = file;
  const { applicationId, number, kind } = proceeding;
  const lose = consequenceOf(kind, duty?.limit);
  const counted = duty ?? answer;
  const [bundle] = file.bundles;
  const awaited = duty ? undefined : awaitedOf(file.periods);
  return {
    title: number,
    sub: `${kindNames[kind]}，申请 ${whole.application.number}，${whole.office.name}`,
    caseHref: paths.case(applicationId),
    caseNumber: whole.application.number,
    state: { name: state.name, article: printCitation(state.article) },
    stages: stagesOf(file),
    ...(duty ? { deadline: deadlineOf(duty) } : {}),
    ...(awaited ? { awaited: { name: awaited.name, deadline: deadlineOf(awaited) } } : {}),
    deadlineWords: counted ? answerWords(counted) : '',
    lose: { name: lose.name, says: lose.says, articles: joined(lose.articles) },
    owes: duty !== undefined,
    filings: filingsShown(file),
    bundleAction: paths.bundles(applicationId, number),
    ...(bundle
      ? { bundle: { href: paths.bundle(applicationId, number, bundle.id), words: bundleWords(bundle) } }
      : {}),
    steps: file.mayWrite ? stepsShown(file, viewer) : [],
    mayWrite: file.mayWrite,
    facts: factsShown(file),
    result: resultShown(file),
    periods: periodsShown(file),
    windows: windowsShown(file),
    acts: file.acts.map((act) => ({
      on: chineseDate(act.on),
      name: definitionOf(act.type).name,
      says: actSays(act, file.acts),
      by: act.by,
    })),
    notes: notesShown(file),
    seal: sealShown(file),
    collecting: { says: noCollecting[kind].says, article: printCitation(noCollecting[kind].article) },
    redo: redoShown(file),
    defences: proceeding.concludedOn
      ? []
      : defencesOf(file).map(
          ({ says, mend, article }) => says + mend + (article ? `（${printCitation(article)}）` : ''),
        ),
    suggested: suggestedReasons(file),
  };
}

function answerWords({
  startedOn,
  dueOn,
  unit,
  terms,
  ended,
}: NonNullable<ProceedingFile['answer']>): string {
  const amount = terms.reduce((sum, term) => sum + term.amount, 0);
  const counted = `${chineseDate(startedOn)}收到，${amount} ${unitNames[unit]}，最后一天是${chineseDate(dueOn)}`;
  if (!ended) return counted;
  const how = { met: '已按期提交', late: '提交逾期' } as const;
  return `${counted}；${ended.how === 'met' || ended.how === 'late' ? `${how[ended.how]}（${chineseDate(ended.on)}）` : '案件已结，无需提交'}`;
}

const bundleWords = ({ status, pages }: ProceedingFile['bundles'][number]): string =>
  status === 'ready' ? `已做好，共 ${pages ?? 0} 页` : status === 'making' ? '正在制作' : '没有做成';

function filingsShown(file: ProceedingFile): ProceedingPageContract['filings'] {
  const { applicationId, number, kind } = file.proceeding;
  const filed = (one: FilingKind): boolean => isFiled(file.case.acts, number, one);
  // 法释〔2018〕1号第一百一十条: once the six months are over nothing is offered any more.
  const tooLate = file.periods.some(({ id, state }) => id === `retrial:${number}` && state === 'overdue');
  const later = laterFilingsOf(file.case.acts, number).filter(
    (one) => one.kind !== 'retrialApplication' || filed(one.kind) || !tooLate,
  );
  const papers = [...later, ...filings[kind]];
  return filingStates(papers, file, filed).map(({ filing, readiness }) => ({
    name: filing.name,
    article: printCitation(filing.article),
    word: readinessWords[readiness],
    ready: readiness === 'ready' || readiness === 'filed',
    href:
      filing.kind === 'directory' || filing.kind === 'evidence'
        ? paths.evidence(applicationId, number)
        : paths.filing(applicationId, number, filing.kind),
    action: readiness === 'none' ? '拟制' : '打开',
  }));
}

/** The acts that this proceeding takes now; each opens the form of the act with the number filled in. */
function stepsShown(
  { case: whole, proceeding }: ProceedingFile,
  viewer: Viewer,
): ProceedingPageContract['steps'] {
  const { possible } = nextSteps(whole, actorOf(viewer));
  return possible
    .filter(({ type, matters }) => matters.includes(proceeding.number) && !type.startsWith('opinion.'))
    .map(({ type }) => {
      const { name, article } = definitionOf(type);
      const href = withQuery(paths.act(proceeding.applicationId, type), { matter: proceeding.number });
      return { href, label: name, article: printCitation(article) };
    });
}

function factsShown({ case: whole, proceeding }: ProceedingFile): Fact[] {
  const { organ, appellant, over, capacity, procedure, route, appliedOn, docketedOn, openedOn, statute } =
    openingOf(whole.acts, proceeding.number);
  const suit = proceeding.kind === 'suit';
  return [
    { term: suit ? '受理法院' : '复议机关', text: organ || '未填' },
    { term: suit ? '原告' : '复议申请人', text: appellant },
    { term: '事由', text: over },
    { term: '本机关的地位', text: capacity },
    { term: '程序', text: procedure || '未填，按普通程序计算' },
    ...(suit ? [{ term: '起诉方式', text: route }] : []),
    ...(suit
      ? [{ term: '立案日', text: chineseDate(docketedOn) }]
      : [{ term: '申请复议日', text: chineseDate(appliedOn) }]),
    { term: suit ? '收到应诉通知' : '受理日', text: chineseDate(openedOn) },
    ...(statute ? [{ term: '适用', text: statute }] : []),
  ];
}

function resultShown({ proceeding }: ProceedingFile): Fact[] {
  const { concludedOn, appealColumn } = proceeding;
  if (!concludedOn || !appealColumn) return [];
  return [
    { term: '结果', text: resultNameOf(proceeding.kind, proceeding.result) },
    { term: '审结日', text: chineseDate(concludedOn) },
    {
      term: '年报表四',
      text: proceeding.counted ? appealColumns[appealColumn] : '不计入（本机关是第三人）',
    },
  ];
}

function notesShown({ proceeding, notes }: ProceedingFile): NoteSection[] {
  const { applicationId, number } = proceeding;
  return noteKinds.map((kind) => {
    const { name, articles, empty, fields } = noteDefinition(kind);
    const article = articles?.[proceeding.kind];
    return {
      name,
      article: article ? printCitation(article) : '',
      empty,
      add: paths.proceedingNote(applicationId, number, kind),
      columns: plainFields(fields).map(([, { label }]) => label),
      rows: notes
        .filter((one) => one.kind === kind)
        .map(({ entry, facts, history }) => ({
          href: paths.proceedingEntry(applicationId, number, kind, entry),
          cells: plainFields(fields).map(([field, asked]) => factInWords(field, asked, facts[field]) || '—'),
          changed: history.length > 1,
        })),
    };
  });
}

/** 行政复议法第六十四条第二款、行政诉讼法第七十一条: what the new reply may not be. */
function redoShown({ case: whole, proceeding }: ProceedingFile): ProceedingPageContract['redo'] {
  const { number, kind, appealColumn } = proceeding;
  const at = whole.acts.findIndex((act) => act.type === 'redo.ordered' && act.id === number);
  const ordered = whole.acts[at];
  const article = printCitation(kind === 'suit' ? cite('litigation', 71) : cite('reconsideration', 64, 2));
  if (ordered?.type !== 'redo.ordered') {
    if (appealColumn !== 'corrected') return undefined;
    const said = whole.acts.findLast((act) => act.type === 'redo.notOrdered' && act.id === number);
    if (said?.type === 'redo.notOrdered') {
      const day = chineseDate(said.on);
      return { says: `${day}核对了主文，没有责令重新答复。`, mend: `主文：${said.says}`, article };
    }
    const mend = '决定或裁判责令重新答复的，请登记“责令重新答复”，本件即回到办理，期限另行起算。';
    return { says: '结果是纠正，没有登记责令重新答复。', mend, article };
  }
  const outcome = outcomeIn(whole.acts.slice(0, at));
  const says = `${chineseDate(ordered.on)}登记了责令重新答复，本件已回到办理。`;
  if (ordered.ground === 'procedure') {
    return { says, mend: '责令的原因仅是程序违法，重新答复不受“同一事实和理由”的限制。', article };
  }
  const again = whole.irregularities.some(({ finding }) => finding.code === 'sameAgain');
  const told = outcome ? `不得以同一事实和理由再次作出“${outcomeOf(outcome).name}”或者基本相同的答复。` : '';
  return {
    says,
    mend: again ? '重新答复与被撤销的答复结果、事实和理由都相同，已记入程序瑕疵，请尽快改正。' : told,
    article,
  };
}

function suggestedReasons({ case: whole, proceeding, notes }: ProceedingFile): string[] {
  if (proceeding.appealColumn !== 'corrected' || notes.some(({ kind }) => kind === 'lossReason')) return [];
  const codes = whole.irregularities.map(({ finding }) => finding.code);
  return lossReasonsSuggested(whole.acts, proceeding.number, codes).map((id) => lossReasonOf(id).name);
}
