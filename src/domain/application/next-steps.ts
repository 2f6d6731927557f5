import { type Act, type ActType, actTypes, definitionOf, isActOfRecord, isActOfTime } from '../acts/acts.js';
import { type Finding, impossible } from '../law/finding.js';
import { isConcluded } from '../remedy/proceeding.js';
import { mayOrderRedo, resultOf } from '../remedy/redo.js';
import type { LocalDate } from '../time/local-date.js';
import { type Actor, mayPerform } from './authority.js';
import type { CaseFacts } from './case-facts.js';
import { type Standing, takes, typesOffered } from './standing.js';
import { whyNot } from './why-not.js';

/** What an actor may do with a case as it stands, and what he may not yet. */
export interface NextSteps {
  readonly possible: readonly Step[];
  /** Acts of the actor's own work that the case does not take now, each with the reason. */
  readonly notNow: readonly { readonly type: ActType; readonly why: Finding }[];
}

export interface Step {
  readonly type: ActType;
  /** Numbers of the open consultations or proceedings that the act can be about; a first, unused one where it opens one. */
  readonly matters: readonly string[];
}

/** Acts that begin a matter of their own and so bring a number with them. */
const opens: Partial<Record<ActType, string>> = {
  'opinion.sought': '',
  'reconsideration.accepted': '复议-',
  'suit.served': '诉讼-',
};

/** A case as it stands on a day, with the acts that brought it there. */
export interface CaseOnDay {
  readonly standing: Standing;
  readonly acts: readonly Act[];
  readonly on: LocalDate;
}

/** Acts that are taken where the case stands are asked of the lifecycle itself, with facts that it has not refused. */
export function nextSteps({ standing, acts, on }: CaseOnDay, actor: Actor): NextSteps {
  const possible: Step[] = [];
  const notNow: { type: ActType; why: Finding }[] = [];
  for (const type of actTypes) {
    // 更正 is begun at the record or the applicant that it corrects; 收到申请 at the counter; what time does is nobody's.
    if (isActOfRecord(type) || type === 'application.received' || isActOfTime(type)) continue;
    if (!mayPerform(actor, type)) continue;
    const matters = mattersOf(type, standing.facts, acts);
    const fitting = matters.filter((id) =>
      probes(type, id, standing.facts, on).some((act) => takes(standing, act)),
    );
    if (fitting.length > 0) possible.push({ type, matters: isAboutMatter(type) ? fitting : [] });
    else notNow.push({ type, why: whyNotOf(standing, type, on, matters) });
  }
  return { possible, notNow };
}

/** Whether acts of that type name a consultation or a proceeding. */
export const isAboutMatter = (type: ActType): boolean => 'id' in definitionOf(type).fields;

/** Whether an act of that type brings a new number with it. */
export const opensMatter = (type: ActType): boolean => opens[type] !== undefined;

const isOfRedo = (type: ActType): boolean => type === 'redo.ordered' || type === 'redo.notOrdered';

function mattersOf(type: ActType, facts: CaseFacts, acts: readonly Act[]): readonly string[] {
  const prefix = opens[type];
  if (prefix !== undefined) return [unusedNumber(prefix, facts)];
  if (!isAboutMatter(type)) return [''];
  if (type.startsWith('opinion.')) return Object.keys(facts.consultations);
  const numbers = Object.keys(facts.proceedings);
  if (!isOfRedo(type)) return numbers;
  return numbers.filter((id) => {
    const standing = facts.proceedings[id];
    const result = resultOf(acts, id);
    return standing !== undefined && isConcluded(standing) && (!result || mayOrderRedo(result));
  });
}

function unusedNumber(prefix: string, { consultations, proceedings }: CaseFacts): string {
  const used = prefix === '' ? consultations : proceedings;
  for (let n = 1; ; n += 1) {
    const number = `${prefix}${n}`;
    if (!Object.hasOwn(used, number)) return number;
  }
}

/** Acts of the type whose facts give the lifecycle no reason of their own to refuse. */
function probes(type: ActType, id: string, facts: CaseFacts, on: LocalDate): readonly Act[] {
  const probe = (more: object): Act =>
    ({ type, on, ...(isAboutMatter(type) ? { id } : {}), ...more }) as unknown as Act;
  if (type === 'reply.issued') {
    return [
      ...(facts.drafted ? [probe({ outcome: facts.drafted })] : []),
      probe({ outcome: 'otherwise', onTheSpot: true }),
    ];
  }
  return [probe({})];
}

function whyNotOf(standing: Standing, type: ActType, on: LocalDate, matters: readonly string[]): Finding {
  const { name, article } = definitionOf(type);
  if (isOfRedo(type) && matters.length === 0) {
    const mend = '复议决定或者裁判撤销答复、责令履行等纠正的，审结后才登记责令重新答复。';
    return impossible('noMatter', '没有可以责令重新答复的复议决定或者裁判。', mend, { article });
  }
  if (isAboutMatter(type) && !opensMatter(type) && typesOffered(standing).includes(type)) {
    const opinion = type.startsWith('opinion.');
    const says = opinion ? '没有尚未结束的征求意见。' : `没有正处于“${name}”这一步的复议或诉讼。`;
    const mend = opinion ? '请先办理“征求意见”。' : '请核对复议、诉讼的进度。';
    return impossible('noMatter', says, mend, { article });
  }
  const [probe] = probes(type, matters[0] ?? '', standing.facts, on);
  return whyNot(standing, probe ?? ({ type, on } as unknown as Act));
}
