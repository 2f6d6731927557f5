import type { appellants } from '../domain/acts/appeal-acts.js';
import { type SuitAct, suitActsOf } from '../domain/acts/proceeding-acts.js';
import { type AppealResult, type SuitResult, suitResults } from '../domain/remedy/results.js';
import { chinese } from '../domain/time/local-date.js';
import { openPlace } from './open-places.js';
import { nameOfParty } from './parties.js';
import type { ProceedingFile } from './proceeding-file.js';

/** A judgment or ruling of the suit, in the order in which they came. */
interface Judgment {
  readonly instance: '一审' | '二审' | '再审' | '再审一审';
  readonly form: '判决' | '裁定';
  readonly on: string;
  readonly result: string;
  /** It went for the office: its reply stands, or the suit was turned away. */
  readonly upheld: boolean;
}

/** What the papers after the first judgment say besides: nothing of it is there in a reconsideration. */
export interface LaterInstances {
  readonly judgments: readonly Judgment[];
  /** The last judgment of a first instance; before it an open place in each of its parts. */
  readonly judged: Omit<Judgment, 'instance'>;
  /** The judgment that an application for retrial is against. */
  readonly effective: Omit<Judgment, 'instance'>;
  readonly plaintiff: string;
  readonly appeal: { readonly by: string; readonly copyOn: string; readonly court: string };
  readonly retrial: { readonly by: string; readonly copyOn: string; readonly court: string };
}

/** Reads off the record what came after the first judgment. */
export function laterInstancesOf({ case: whole, acts, proceeding }: ProceedingFile): LaterInstances {
  const own = suitActsOf(acts, proceeding.number);
  const copy = own.findLast((act) => act.type === 'suit.appealCopyReceived');
  const asked = own.findLast((act) => act.type === 'suit.retrialApplied');
  const sought = own.findLast((act) => act.type === 'suit.retrialSought');
  const served = own.find((act) => act.type === 'suit.served');
  const above = own.findLast(
    (act) => (act.type === 'suit.appealed' || act.type === 'suit.appealCopyReceived') && act.court,
  );
  const judgments = own.flatMap((act, at) => judgmentOf(act, at, own));
  const party = (who: keyof typeof appellants | undefined, label: string): string =>
    who ? nameOfParty(whole, who) : openPlace(label);
  return {
    judgments,
    judged: told(judgments.findLast(({ instance }) => instance.endsWith('一审'))),
    effective: told(judgments.at(-1)),
    plaintiff: nameOfParty(whole, served?.appellant ?? 'applicant'),
    appeal: {
      by: party(copy?.appellant, '上诉人'),
      copyOn: copy ? chinese(copy.on) : openPlace('收到上诉状副本之日'),
      court: (above && 'court' in above && above.court) || openPlace('二审法院'),
    },
    retrial: {
      by: party(asked?.appellant, '再审申请人'),
      copyOn: asked ? chinese(asked.on) : openPlace('收到再审申请书副本之日'),
      court: asked?.court ?? sought?.court ?? openPlace('审查再审申请的法院'),
    },
  };
}

function judgmentOf(act: SuitAct, at: number, all: readonly SuitAct[]): Judgment[] {
  if (act.type !== 'suit.judged' && act.type !== 'suit.finallyJudged') return [];
  const result: AppealResult = suitResults[act.result];
  const ruling = act.type === 'suit.judged' ? act.form === 'ruling' : result.ruling;
  return [
    {
      instance: act.type === 'suit.judged' ? firstAfter(all.slice(0, at)) : instanceAfter(all.slice(0, at)),
      form: ruling ? '裁定' : '判决',
      on: chinese(act.on),
      result: result.name,
      upheld: result.column === 'upheld' || turnedAway.includes(act.result),
    },
  ];
}

const turnedAway: readonly SuitResult[] = ['suitRejected', 'notDocketed'];

/** A retrial may be heard by the rules of the first instance (法释〔2018〕1号第一百一十九条). */
const firstAfter = (before: readonly SuitAct[]): Judgment['instance'] =>
  instanceAfter(before) === '再审' ? '再审一审' : '一审';

/** Of a judgment in effect: by what came before it. */
function instanceAfter(before: readonly SuitAct[]): Judgment['instance'] {
  const turn = before.findLast(({ type }) => turns.includes(type))?.type;
  if (turn === 'suit.retrialOrdered') return '再审';
  return turn === undefined || turn === 'suit.remanded' ? '一审' : '二审';
}

const turns: readonly SuitAct['type'][] = [
  'suit.retrialOrdered',
  'suit.appealed',
  'suit.appealCopyReceived',
  'suit.remanded',
];

function told(judgment: Judgment | undefined): LaterInstances['judged'] {
  if (!judgment)
    return { form: '判决', on: openPlace('收到裁判之日'), result: openPlace('裁判结果'), upheld: false };
  const { form, on, result, upheld } = judgment;
  return { form, on, result, upheld };
}
