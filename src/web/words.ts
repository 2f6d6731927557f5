import { chinese, type LocalDate } from '../domain/time/local-date.js';

/** 2026年3月6日; an em dash where there is no day. */
export function chineseDate(day: LocalDate | null | undefined): string {
  return day ? chinese(day) : '—';
}

/** In one line, cut behind so many characters. */
export function shortened(text: string, most: number): string {
  const characters = [...text.replace(/\s+/g, ' ')];
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : characters.join('');
}

const chineseInstant = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** 2026年3月6日 15:04, in China; an em dash where there is no instant. */
export function chineseTime(instant: Date | null | undefined): string {
  return instant ? chineseInstant.format(instant) : '—';
}

/** The two ways of counting, never mixed: 工作日 and calendar days. */
export type DayUnit = 'workdays' | 'days';

/** 3 个工作日, 60 日. */
export function span(count: number, unit: DayUnit): string {
  return unit === 'workdays' ? `${count} 个工作日` : `${count} 日`;
}

/** What a deadline badge needs to know. */
export interface DeadlineReading {
  dueOn: LocalDate;
  /** Days left: 0 on the last day, negative when late. */
  remaining: number;
  unit: DayUnit;
  /** 暂定: lies beyond the last official holiday notice. */
  provisional?: boolean;
  /** 建议日: a day of the house, which no law orders. Nobody is late by it. */
  readonly suggested?: boolean;
}

/** From here on a deadline is near. */
const NEAR: Readonly<Record<DayUnit, number>> = { workdays: 5, days: 10 };

export type DeadlineLevel = 'ample' | 'near' | 'today' | 'late';

export interface DeadlineWords {
  level: DeadlineLevel;
  /** 充裕, 临近, 今天到期, 已超期 3 个工作日. */
  word: string;
  /** 剩 12 个工作日; empty where the word says it all. */
  rest: string;
}

/** Colour and word of a deadline. */
export function deadlineWords({
  remaining,
  unit,
  suggested,
}: Pick<DeadlineReading, 'remaining' | 'unit' | 'suggested'>): DeadlineWords {
  if (suggested && remaining <= 0) {
    const past = remaining < 0 ? `已过建议报送日 ${span(-remaining, unit)}` : '建议今天报送';
    return { level: 'near', word: past, rest: '' };
  }
  if (remaining < 0) return { level: 'late', word: `已超期 ${span(-remaining, unit)}`, rest: '' };
  if (remaining === 0) return { level: 'today', word: '今天到期', rest: '' };
  const rest = `${suggested ? '距建议报送日' : '剩'} ${span(remaining, unit)}`;
  return remaining <= NEAR[unit]
    ? { level: 'near', word: '临近', rest }
    : { level: 'ample', word: '充裕', rest };
}
