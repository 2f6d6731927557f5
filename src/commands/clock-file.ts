import { type Act, type ActType, definitionOf, isActType } from '../domain/acts/acts.js';
import { readFields } from '../domain/acts/fields.js';
import { defaultPolicy } from '../domain/clock/consultations.js';
import { type LimitId, limitOn, limits } from '../domain/clock/limits.js';
import { dueDay, statutoryPeriod } from '../domain/clock/making.js';
import type { Term } from '../domain/clock/period.js';
import { replyPeriods } from '../domain/clock/reply-period.js';
import { type LocalDate, parseLocalDate } from '../domain/time/local-date.js';
import type { WorkCalendar } from '../domain/time/work-calendar.js';

/** What is wrong with a file of histories, in a sentence that names the place. */
export class ClockFileFault extends Error {}

/** As the file has it; null where an entry bears none. */
type Id = string | number | null;

export interface ClockAnswers {
  readonly scenarios: readonly {
    id: Id;
    correctionNoticeDueOn: LocalDate | null;
    replyDueOn: LocalDate;
  }[];
  readonly periods: readonly { id: Id; dueOn: LocalDate }[];
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function day(value: unknown, place: string): LocalDate {
  if (value === undefined || value === null)
    throw new ClockFileFault(`${place}：没有填写日期，请写成 2026-03-06 的样子。`);
  const read = typeof value === 'string' ? parseLocalDate(value) : undefined;
  if (!read)
    throw new ClockFileFault(`${place}：${JSON.stringify(value)} 不是存在的日期，请写成 2026-03-06 的样子。`);
  return read;
}

function listOf(value: unknown, place: string): Json[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || !value.every(isObject))
    throw new ClockFileFault(`${place}：应为由对象组成的数组。`);
  return value;
}

function idOf({ id }: Json, place: string): Id {
  if (id === undefined || id === null) return null;
  if (typeof id === 'string' || typeof id === 'number') return id;
  throw new ClockFileFault(`${place} 的 id：应为文字或数字。`);
}

/** Without these an act moves the clock nowhere, or nobody knows where to. */
const needed: Partial<Record<ActType, readonly string[]>> = {
  'period.extended': ['workdays'],
  'reasons.given': ['reasonable'],
  'reply.deferred': ['until'],
};

/** A history holds the dates that move the clock, not every fact that a form asks: those that are there are checked. */
function actFrom(entry: Json, place: string): Act {
  const type = entry['act'] ?? entry['type'];
  if (typeof type !== 'string' || !isActType(type)) {
    throw new ClockFileFault(`${place}：没有“${String(type)}”这种行为。`);
  }
  const { fields } = definitionOf(type);
  const there = Object.fromEntries(
    Object.entries(fields).filter(
      ([name]) => (entry[name] ?? undefined) !== undefined || needed[type]?.includes(name),
    ),
  );
  const { facts, faults } = readFields(there, entry);
  const [fault] = Object.entries(faults);
  if (fault) throw new ClockFileFault(`${place} 的 ${fault[0]}：${fault[1]}`);
  return { ...facts, type, on: day(entry['on'], `${place} 的 on`) } as unknown as Act;
}

function readScenario(entry: Json, calendar: WorkCalendar, place: string): ClockAnswers['scenarios'][number] {
  const receivedOn = day(entry['receivedOn'], `${place} 的 receivedOn`);
  const acts = listOf(entry['acts'], `${place} 的 acts`).map((act, i) =>
    actFrom(act, `${place} 的第 ${i + 1} 个行为`),
  );
  const received: Act = { type: 'application.received', on: receivedOn, channel: 'counter' };
  const inOrder = [received, ...acts.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))];
  const reply = replyPeriods(calendar, inOrder, defaultPolicy).at(-1);
  if (!reply) throw new ClockFileFault(`${place}：没有答复期限。`);
  const notice = limitOn('correction.notice', receivedOn);
  return {
    id: idOf(entry, place),
    correctionNoticeDueOn: notice ? dueDay(calendar, receivedOn, notice.unit, notice.amount) : null,
    replyDueOn: reply.dueOn,
  };
}

const isLimit = (name: string): name is LimitId => Object.hasOwn(limits, name);

function readOnePeriod(entry: Json, calendar: WorkCalendar, place: string): ClockAnswers['periods'][number] {
  const startedOn = day(entry['from'], `${place} 的 from`);
  const name = entry['period'];
  const extended = name === 'reconsideration.decision.extended';
  const limit = extended ? 'reconsideration.decision.ordinary' : name;
  if (typeof limit !== 'string' || !isLimit(limit)) {
    throw new ClockFileFault(
      `${place}：没有“${String(name)}”这种期限，可用的有 ${Object.keys(limits).join('、')}。`,
    );
  }
  if (!limitOn(limit, startedOn)) {
    throw new ClockFileFault(`${place}：${startedOn} 时法律尚无“${limits[limit][0].name}”。`);
  }
  const extension = extended ? limitOn('reconsideration.decision.extension', startedOn) : undefined;
  const more: Term[] = extension
    ? [{ amount: extension.amount, why: extension.name, article: extension.article }]
    : [];
  const period = statutoryPeriod(calendar, { id: limit, limit, of: 'duty', startedOn, because: '', more });
  return { id: idOf(entry, place), dueOn: period.dueOn };
}

/** Every entry of a list in its order. What leaves the calendar is a fault of the entry too. */
function eachOf<T>(file: Json, list: string, read: (entry: Json, place: string) => T): T[] {
  return listOf(file[list], list).map((entry, i) => {
    const { id } = entry;
    const named = typeof id === 'string' || typeof id === 'number' ? `（${id}）` : '';
    const place = `${list} 第 ${i + 1} 项${named}`;
    try {
      return read(entry, place);
    } catch (fault) {
      if (fault instanceof RangeError) throw new ClockFileFault(`${place}：${fault.message}`);
      throw fault;
    }
  });
}

/**
 * Works out a file of histories and periods: `{ scenarios: [{ id, receivedOn, acts }], periods: [{ id, period, from }] }`.
 * Throws {@link ClockFileFault} that names the entry at fault.
 */
export function answerClockFile(text: string, calendar: WorkCalendar): ClockAnswers {
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new ClockFileFault('文件不是完整的 JSON。');
  }
  if (!isObject(file) || (file['scenarios'] === undefined && file['periods'] === undefined))
    throw new ClockFileFault('文件应为一个对象，含数组 scenarios（经过）或 periods（期限），或者两者都有。');
  return {
    scenarios: eachOf(file, 'scenarios', (entry, place) => readScenario(entry, calendar, place)),
    periods: eachOf(file, 'periods', (entry, place) => readOnePeriod(entry, calendar, place)),
  };
}
