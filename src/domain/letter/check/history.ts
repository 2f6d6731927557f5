import type { Act } from '../../acts/acts.js';
import { findingsOn } from '../../application/lawfulness.js';
import { runningReply } from '../../application/lawfulness/timeliness.js';
import { resultsOf } from '../../acts/answers.js';
import { type Citation, cite } from '../../law/citation.js';
import type { Finding } from '../../law/finding.js';
import type { OutcomeId } from '../../outcome/outcomes.js';
import { repetitionIn } from '../../remedy/same-again.js';
import { chinese } from '../../time/local-date.js';
import { type LetterKind, letterOf } from '../register.js';
import { type CheckFinding, type CheckRule, type MendPlace, lookAt, mustMend } from './finding.js';

/** Where what the lawfulness of the issue finds is put right. */
const places: Readonly<Record<string, MendPlace>> = {
  thirdPartyAskedMissing: 'opinions',
  consultationOpen: 'opinions',
};

/** What would stand against the reply if it were issued as drafted: asked of the lawfulness of the act itself. */
export const lawfulIfIssued: CheckRule = (reply) => {
  const { draft, acts, today, calendar, policy } = reply;
  // Judged as if signed: that is what the check comes before.
  const signed: readonly Act[] = [...acts, { type: 'reply.signed', on: today }];
  const issued: Act = { ...draft, type: 'reply.issued', on: today };
  return findingsOn({ acts: signed, act: issued, today, calendar, policy }).map(asCheck);
};

function asCheck({ code, says, mend, article }: Finding): CheckFinding {
  return mustMend({ code, says, mend, place: places[code] ?? 'draft', ...(article ? { article } : {}) });
}

/** 法释〔2018〕1号第九十条第一款: the result of a quashed reply may come again of other facts or reasons; the same words are found above. */
export const sameResultAgain: CheckRule = ({ acts, draft }) => {
  const repetition = repetitionIn(acts, draft);
  if (repetition?.of !== 'result') return [];
  const says = '重新答复的结果与被撤销的答复相同。';
  const mend = '请核对主要事实或者主要理由是否确有改变，并在理由中写明。';
  return [lookAt({ code: 'sameAgain', says, mend, article: repetition.article, place: 'draft' })];
};

const THIRD_PARTY = /商业秘密|第三方|第十五条|第15条/u;
const article15 = cite('disclosure', 15);
const article32 = cite('disclosure', 32);

/** 条例第十五条、第三十二条: who is protected is asked, what he says is heeded, and he is told when it is not. */
export const thirdPartyHeard: CheckRule = ({ acts, draft, letters }) => {
  const { outcome, reasons = '', withheld = '' } = draft;
  const sought = acts.filter((act) => act.type === 'opinion.sought').filter(isThirdParty);
  const views = acts
    .filter((act) => act.type === 'opinion.received')
    .filter(({ id }) => sought.some((one) => one.id === id))
    .map(({ view }) => view);
  const found: CheckFinding[] = [];
  const protects =
    outcome === 'thirdPartyRights' || (outcome === 'partial' && THIRD_PARTY.test(reasons + withheld));
  if (outcome === 'partial' && protects && sought.length === 0) {
    const says = '有一部分为保护第三方而不予公开，记录中没有书面征求第三方意见。';
    const mend = '请先书面征求第三方意见，或者在理由中说明为何无法征求。';
    found.push(
      mustMend({ code: 'partThirdPartyNotAsked', says, mend, article: article32, place: 'opinions' }),
    );
  }
  if (protects && views.length > 0 && views.every((view) => view === 'agrees')) {
    const says = '第三方同意公开，答复仍以保护第三方为由不予公开。';
    const mend = '第三方同意的，应当公开；请核对答复种类。';
    found.push(mustMend({ code: 'thirdPartyAgreed', says, mend, article: article15, place: 'draft' }));
  }
  if (outcome === 'thirdPartyRights' && !/公共利益/u.test(reasons)) {
    const says = '理由里没有衡量不公开是否会对公共利益造成重大影响。';
    const mend = '请写明衡量的结果；会造成重大影响的，应当公开。';
    found.push(lookAt({ code: 'publicInterestOpen', says, mend, article: article15, place: 'draft' }));
  }
  const told = letters.some(({ kind }) => kind === 'disclosureNotice');
  const gives = outcome === 'granted' || (outcome === 'partial' && !protects);
  if (gives && views.includes('objects') && !told) {
    const says = '第三方不同意公开，答复予以公开，还没有拟出给第三方的告知书。';
    const mend = `请另拟《${letterOf('disclosureNotice').title}》，把公开的内容和理由书面告知第三方。`;
    found.push(lookAt({ code: 'thirdPartyNotTold', says, mend, article: article32, place: 'letters' }));
  }
  return found;
};

/** 条例第三十五条: reasons that were found reasonable do not let the office turn the application away. */
export const reasonsHeeded: CheckRule = ({ acts, draft: { outcome } }) => {
  const given = acts.findLast((act) => act.type === 'reasons.given');
  if (outcome !== 'excessive' || given?.reasonable !== 'yes') return [];
  const says = '记录中认定申请人说明的理由合理，答复却以理由不合理为由不予处理。';
  const mend = '理由合理的应当答复，来不及的确定延迟答复的期限；认定有误的，请先更正记录。';
  return [mustMend({ code: 'reasonsWereGood', says, mend, article: cite('disclosure', 35), place: 'draft' })];
};

/** The letter on which a result rests: that it was sent is what a court asks to see. */
const restsOn: { readonly [O in OutcomeId]?: { readonly kind: LetterKind; readonly article: Citation } } = {
  thirdPartyRights: { kind: 'thirdPartyOpinionRequest', article: article32 },
  unclearAfterCorrection: { kind: 'correctionNotice', article: cite('disclosure', 30) },
  notCorrected: { kind: 'correctionNotice', article: cite('disclosure', 30) },
  excessive: { kind: 'reasonsRequest', article: cite('disclosure', 35) },
  notPaid: { kind: 'feeNotice', article: cite('feeMeasures', 6) },
};

/** 书面征求、一次性告知: the record says that it was done, and the letter must have gone out. */
export const noticesSent: CheckRule = ({ draft, letters }) => {
  const needed = new Map(
    resultsOf(draft).flatMap((id) => {
      const on = restsOn[id];
      return on ? [[on.kind, on.article] as const] : [];
    }),
  );
  return [...needed].flatMap(([kind, article]) => {
    const drawn = letters.filter((letter) => letter.kind === kind);
    if (drawn.length === 0 || drawn.some(({ issued }) => issued)) return [];
    const says = `《${letterOf(kind).title}》还是草稿，没有制发。`;
    const mend = '请制发并送达；已用纸质文书办理的，把文书和送达凭证收入案卷。';
    return [lookAt({ code: 'noticeStillDraft', says, mend, article, place: 'letters' })];
  });
};

const isThirdParty = ({ consultee }: { readonly consultee: string }): boolean => consultee === 'thirdParty';

/** 条例第三十三条第一款: in time. What is late cannot be mended, but it can be explained. */
export const inTime: CheckRule = ({ draft, ...around }) => {
  const reply = runningReply({ ...around, act: draft });
  if (!reply || reply.ended || around.today <= reply.dueOn) return [];
  const says = `答复期限是${chinese(reply.dueOn)}，已经超期。`;
  const mend = '超期答复会被确认违法；请在签发意见里说明原因，尽快送达。';
  return [lookAt({ code: 'late', says, mend, article: reply.article, place: 'deadline' })];
};

/** 条例第三十三条第二款: the extension was within the law, and the applicant was told of it. */
export const extensionTold: CheckRule = ({ acts, letters, calendar, policy, today }) => {
  const found = acts.flatMap((act, i): CheckFinding[] => {
    if (act.type !== 'period.extended') return [];
    const judged = findingsOn({ acts: acts.slice(0, i), act, today, calendar, policy });
    return judged.map(({ code, says, mend, article }) =>
      lookAt({ code, says, mend, place: 'record', ...(article ? { article } : {}) }),
    );
  });
  const untold = letters.some(({ kind, issued }) => kind === 'extensionNotice' && !issued);
  if (!untold) return found;
  const says = `记录了延长答复期限，《${letterOf('extensionNotice').title}》还是草稿。`;
  const mend = '请在原期限届满前制发并送达；已用纸质文书告知的，核对送达凭证。';
  const article = cite('disclosure', 33, 2);
  return [...found, lookAt({ code: 'extensionUntold', says, mend, article, place: 'letters' })];
};
