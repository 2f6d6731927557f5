import type { DataSource, EntityManager } from 'typeorm';
import { In, Not } from 'typeorm';
import { type ClockPolicy, defaultPolicy } from '../domain/clock/consultations.js';
import type { WorkCalendar } from '../domain/time/work-calendar.js';
import type { ActRecord } from '../records/application/act.js';
import { ApplicationRecord } from '../records/application/application.js';
import { BEFORE_ALL, applicationsAfter } from '../records/application/applications.js';
import { loadCalendar } from '../records/calendar/calendars.js';
import { canonicalJson, firstBreak } from '../records/application/chain.js';
import { logsOf } from '../records/application/logs.js';
import { clockPoliciesOf } from '../records/office/office-policy.js';
import { unopenable } from '../records/application/sealed-particulars.js';
import { ParticularsCorrection } from '../records/application/particulars-correction.js';
import { FileSeal } from '../records/paper/file-seal.js';
import { isUnbroken } from '../records/paper/file-seals.js';
import { LetterRecord } from '../records/paper/letter.js';
import { letterDigest } from '../records/paper/letters.js';
import { ProceedingRecord } from '../records/proceeding/proceeding.js';
import { WakeRecord } from '../records/application/wake.js';
import { mendingFault } from './applicant-mending.js';
import { type Caches, derive } from './derivation.js';

/** Something stored that the log does not bear out. */
export interface Difference {
  readonly applicationId: string;
  readonly officeId: string;
  /** 登记编号. */
  readonly number: string;
  /** The act at which the chain breaks, where it does. */
  readonly seq?: number;
  /** One sentence in Chinese. */
  readonly says: string;
}

/** What a check of all cases found. */
export interface Verified {
  readonly applications: number;
  readonly acts: number;
  readonly differences: readonly Difference[];
}

const BATCH = 200;

/** How the stored columns are called in the sentence that names a difference. */
const columnNames: Readonly<Record<keyof Caches, string>> = {
  channel: '申请渠道',
  stage: '阶段',
  state: '状态',
  outcome: '办理结果',
  resultRow: '表三行次',
  receivedOn: '收到日期',
  concludedOn: '办结日期',
  repliedOn: '答复日期',
  replyDueOn: '首次答复到期日',
  replyEndedOn: '首次答复期限终止日',
  replySpared: '首次答复免除标记',
  nextDueOn: '最近到期日',
  nextDueKind: '最近到期的期限',
  provisional: '暂定标记',
  leftByLedger: '台账导入、尚待补记的标记',
  irregularityCount: '程序瑕疵数',
  chainHead: '最后一条记录的指纹',
  version: '记录条数',
};

/**
 * Replays every log and compares: chain of hashes, head of the chain, stage and the other cached columns,
 * proceedings, wakes, seals and the text of issued letters. Each batch is read in one snapshot, so that a case changed meanwhile is no difference.
 * `most` differences are named, the first ones by application. `onProgress` is told how many applications were read.
 */
export async function verifyAll(
  dataSource: DataSource,
  { most = 100, onProgress }: { most?: number; onProgress?: (applications: number) => void } = {},
): Promise<Verified> {
  const found = { applications: 0, acts: 0, differences: [] as Difference[] };
  let after = BEFORE_ALL;
  for (;;) {
    const batch = await dataSource.transaction('REPEATABLE READ', (manager) => verifyBatch(manager, after));
    found.applications += batch.applications;
    found.acts += batch.acts;
    found.differences.push(...batch.differences.slice(0, most - found.differences.length));
    if (batch.last === undefined) return found;
    onProgress?.(found.applications);
    after = batch.last;
  }
}

async function verifyBatch(manager: EntityManager, after: string): Promise<Verified & { last?: string }> {
  const applications = await applicationsAfter(manager, after, BATCH, 'unlocked');
  const ids = applications.map(({ id }) => id);
  const logs = await logsOf(manager, ids);
  const wakes = await manager.findBy(WakeRecord, { applicationId: In(ids) });
  const proceedings = await manager.findBy(ProceedingRecord, { applicationId: In(ids) });
  const mendings = await manager.findBy(ParticularsCorrection, { applicationId: In(ids) });
  const seals = await manager.findBy(FileSeal, { applicationId: In(ids) });
  const letters = await manager.findBy(LetterRecord, { applicationId: In(ids), status: Not('drafted') });
  const unopened = await unopenable(manager, ids);
  const calendar = await loadCalendar(manager);
  const policies = await clockPoliciesOf(
    manager,
    applications.map(({ officeId }) => officeId),
  );
  const differences: Difference[] = [];
  for (const application of applications) {
    const { id, officeId, number } = application;
    const policy = policies.get(officeId) ?? defaultPolicy;
    const stored: Stored = {
      application,
      log: logs.get(id) ?? [],
      wakes: wakes.filter(({ applicationId }) => applicationId === id),
      proceedings: proceedings.filter(({ applicationId }) => applicationId === id),
      mendings: mendings.filter(({ applicationId }) => applicationId === id),
      seals: seals.filter(({ applicationId }) => applicationId === id),
      letters: letters.filter(({ applicationId }) => applicationId === id),
    };
    const shut = unopened.get(id);
    const fault = faultIn(stored, calendar, policy) ?? (shut && { says: `个人信息打不开：${shut}` });
    if (fault) differences.push({ applicationId: id, officeId, number, ...fault });
  }
  const acts = [...logs.values()].reduce((sum, log) => sum + log.length, 0);
  const last = ids.length === BATCH ? ids.at(-1) : undefined;
  return { applications: ids.length, acts, differences, ...(last === undefined ? {} : { last }) };
}

interface Stored {
  readonly application: ApplicationRecord;
  readonly log: readonly ActRecord[];
  readonly wakes: readonly WakeRecord[];
  readonly proceedings: readonly ProceedingRecord[];
  readonly mendings: readonly ParticularsCorrection[];
  readonly seals: readonly FileSeal[];
  /** Those that were issued, the recalled ones among them. */
  readonly letters: readonly LetterRecord[];
}

/** The first thing in a case that does not hold. */
function faultIn(
  { application, log, wakes, proceedings, mendings, seals, letters }: Stored,
  calendar: WorkCalendar,
  policy: ClockPolicy,
): { says: string; seq?: number } | undefined {
  const broken = firstBreak(log);
  if (broken) {
    return { seq: broken.seq, says: `第 ${broken.seq} 条记录的指纹与内容或前一条不符，记录可能被改动过。` };
  }
  let derived;
  try {
    derived = derive(log, calendar, policy);
  } catch (fault) {
    return { says: `按记录重演不成立：${fault instanceof Error ? fault.message : String(fault)}。` };
  }
  for (const column of Object.keys(columnNames) as (keyof Caches)[]) {
    const [stored, due] = [application[column], derived.caches[column]];
    if (stored !== due) {
      return { says: `${columnNames[column]}存的是“${shown(stored)}”，按记录应为“${shown(due)}”。` };
    }
  }
  if (!sameRows(wakes, derived.wakes, ['act', 'matter', 'on']))
    return { says: '到期自动办理的事项与记录不符。' };
  const unmended = mendingFault(application, log, mendings);
  if (unmended) return unmended;
  const [proceeding] = derived.proceedings;
  const columns = proceeding ? Object.keys(proceeding) : ['number'];
  if (!sameRows(proceedings, derived.proceedings, columns)) return { says: '复议、诉讼的状态与记录不符。' };
  return frozenFault(log, seals, letters);
}

/** What was sealed or issued may not have changed since. */
function frozenFault(
  log: readonly ActRecord[],
  seals: readonly FileSeal[],
  letters: readonly LetterRecord[],
): { says: string; seq?: number } | undefined {
  const seal = seals.find((one) => !isUnbroken(one, log));
  if (seal) return { seq: seal.actSeq, says: `第 ${seal.actSeq} 条记录时的封存与其指纹或案卷不符。` };
  const letter = letters.find((one) => one.sm3 !== letterDigest(one));
  return letter && { says: `已制发的《${letter.title}》内容与其指纹不符，可能被改动过。` };
}

const shown = (value: Caches[keyof Caches]): string =>
  value === null || value === '' ? '空' : String(value);

function sameRows(
  stored: readonly object[],
  derived: readonly object[],
  columns: readonly string[],
): boolean {
  const texts = (rows: readonly object[]): string =>
    rows
      .map((row) => canonicalJson(columns.map((column) => (row as Record<string, unknown>)[column] ?? null)))
      .sort()
      .join('\n');
  return texts(stored) === texts(derived);
}
