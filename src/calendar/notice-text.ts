import type { NoticedDay } from '../domain/time/holiday-notice.js';
import { yearOf } from '../domain/time/local-date.js';
import { type Clause, readClause } from './notice-clause.js';
import type { NoticeReading } from './notice-draft.js';

const ITEM = /[一二三四五六七八九十]+、[^:。;\d]{2,20}:/g;
const LABEL = /^(?:[一二三四五六七八九十]+、|\d+[.、])?([\p{Script=Han}、]{2,20}):/u;
const FULL_WIDTH: Readonly<Record<string, string>> = { ':': '：', ',': '，', '(': '（', ')': '）' };
const VERB = /放假|上班|补班/g;
const NAMES_A_DAY = /\d[日号]|\d月\d/;
const NAMES_A_DATE = /\d月\d/;
/** 国务院办公厅2026年11月4日: where and when the notice was issued. */
const SIGNED = /^\D{0,20}\d{4}年\d{1,2}月\d{1,2}日$/;

/**
 * Reads the text of a notice of the 国务院办公厅, as it was copied from its page:
 * “元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。”
 * A day without a year lies in `year`. Weekdays and numbers of days that the text states are held against the calendar.
 */
export function readNoticeText(text: string, year: number, source: string): NoticeReading {
  const plain = normalised(text);
  const stated = /关于(\d{4})年/.exec(plain)?.[1] ?? /现将(\d{4})年/.exec(plain)?.[1];
  if (stated !== undefined && Number(stated) !== year) {
    return { faults: [`这是${stated}年的通知，您选的是${year}年。请核对年份后重新提交。`] };
  }
  const days: NoticedDay[] = [];
  const faults: string[] = [];
  const leftOut: string[] = [];
  let name = '';
  for (const sentence of sentencesOf(plain)) {
    const label = LABEL.exec(sentence);
    if (label?.[1]) name = festival(label[1]);
    const said = label ? sentence.slice(label[0].length) : sentence;
    const clauses = clausesOf(said);
    const naming = clauses.filter(({ days: told }) => NAMES_A_DAY.test(told));
    if (naming.length === 0 && NAMES_A_DATE.test(said) && !SIGNED.test(said)) leftOut.push(quoted(sentence));
    for (const clause of naming) {
      const read = readClause(clause, year);
      if ('fault' in read) faults.push(`“${quoted(sentence)}”${read.fault}`);
      else days.push(...read.days.map((on) => ({ on, name: name || '临时放假', off: clause.off })));
    }
  }
  if (faults.length > 0) return { faults };
  if (days.length === 0) {
    const mend =
      '请粘贴通知全文，形如“元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。”';
    return { faults: [`没有读出任何放假或上班的日期。${mend}`] };
  }
  return { draft: { year, source: source || sourceIn(plain), days, leftOut } };
}

/** 文号 and address, where the text has them. */
function sourceIn(plain: string): string {
  const number = /国办[^\d\s。:]{0,6}〔\d{4}〕\d+号/.exec(plain)?.[0];
  const address = /https?:\/\/[\w./-]+/.exec(plain)?.[0];
  return [number, address].filter((part) => part !== undefined).join(' ');
}

function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, '')
    .replace(/[[(﹝](\d{4})[\])﹞](\d+号)/g, '〔$1〕$2');
}

/** A line goes on in the next one, unless a sentence ends there or an item begins. */
function sentencesOf(plain: string): string[] {
  const lines = plain.replace(ITEM, '\n$&').split('\n').filter(Boolean);
  const joined = lines.reduce(
    (whole, line) => whole + (/(^|[。;:!])$/.test(whole) || LABEL.test(line) ? '\n' : '') + line,
    '',
  );
  return joined.split(/[。;!\n]/).filter(Boolean);
}

/** What stands before each 放假 or 上班 of a sentence, and what follows it. */
function clausesOf(sentence: string): Clause[] {
  const verbs = [...sentence.matchAll(VERB)];
  return verbs.map((verb, i) => {
    const before = verbs[i - 1];
    const from = before ? before.index + before[0].length : 0;
    const to = verb.index + verb[0].length;
    return {
      days: sentence.slice(from, verb.index),
      off: verb[0] === '放假',
      after: sentence.slice(to, verbs[i + 1]?.index),
    };
  });
}

/** 国庆节和中秋节 → 国庆节、中秋节. */
function festival(label: string): string {
  return label.replace(/[和与及]/g, '、');
}

/** A sentence as people wrote it, for quoting; no longer than a line. */
function quoted(sentence: string): string {
  const written = sentence.replace(/[:,()]/g, (sign) => FULL_WIDTH[sign] ?? sign);
  return written.length > 60 ? `${written.slice(0, 60)}…` : written;
}

/** Whether a day may belong to the notice of a year: in it, or in the December before (元旦). */
export function belongsTo(year: number, on: NoticedDay['on']): boolean {
  return yearOf(on) === year || on.startsWith(`${year - 1}-12-`);
}
