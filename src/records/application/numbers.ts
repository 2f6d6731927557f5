import type { EntityManager } from 'typeorm';
import { letterNumber } from '../../domain/letter/number.js';
import { type LocalDate, yearOf } from '../../domain/time/local-date.js';
import { OfficeRecord } from '../office/office.js';

/**
 * 2026-00012: year and place in the office's series of that year. No office receives ten million applications in a
 * year: longer figures, such as 2023-20230106001, are numbers of another kind.
 */
const OWN_FORM = /^(\d{4})-(\d{5,7})$/;

/** The 登记编号 at a place of a year's series. */
const applicationNumber = (year: number, place: number): string =>
  `${year}-${String(place).padStart(5, '0')}`;

/**
 * Takes the next 登记编号 of an office and year, several in one statement, in their order. Gapless: an undone
 * transaction gives them back.
 */
export async function takeApplicationNumbers(
  manager: EntityManager,
  officeId: string,
  year: number,
  count: number,
): Promise<string[]> {
  const rows: { last: number }[] = await manager.query(
    `INSERT INTO application_series AS series ("officeId", "year", "last") VALUES ($1, $2, $3)
     ON CONFLICT ("officeId", "year") DO UPDATE SET "last" = series."last" + excluded."last"
     RETURNING "last"`,
    [officeId, year, count],
  );
  const first = lastOf(rows) - count + 1;
  return Array.from({ length: count }, (_, i) => applicationNumber(year, first + i));
}

/** Moves the series past numbers that were given elsewhere (an old ledger), so that none is given twice. */
export async function passApplicationNumbers(
  manager: EntityManager,
  officeId: string,
  numbers: readonly string[],
): Promise<void> {
  const last = new Map<number, number>();
  for (const number of numbers) {
    const [, year, place] = OWN_FORM.exec(number) ?? [];
    if (year === undefined) continue;
    last.set(Number(year), Math.max(last.get(Number(year)) ?? 0, Number(place)));
  }
  for (const [year, place] of [...last].sort(([a], [b]) => a - b)) {
    await manager.query(
      `INSERT INTO application_series AS series ("officeId", "year", "last") VALUES ($1, $2, $3)
       ON CONFLICT ("officeId", "year") DO UPDATE SET "last" = greatest(series."last", excluded."last")`,
      [officeId, year, place],
    );
  }
}

/**
 * Takes the next 文号 of an office in a series and the year of the day: 梁政公开〔2026〕12号. A number that somebody
 * has given by hand is passed over. Undefined while the office has no 发文机关代字.
 */
export async function takeLetterNumber(
  manager: EntityManager,
  officeId: string,
  series: string,
  on: LocalDate,
): Promise<string | undefined> {
  const { letterMark } = await manager.findOneOrFail(OfficeRecord, {
    select: { id: true, letterMark: true },
    where: { id: officeId },
  });
  if (letterMark.trim() === '') return undefined;
  const year = yearOf(on);
  for (;;) {
    const place = await takeLetterPlace(manager, officeId, year, series);
    const number = letterNumber(letterMark.trim(), series, year, place);
    if (!(await isGiven(manager, officeId, number))) return number;
  }
}

async function isGiven(manager: EntityManager, officeId: string, number: string): Promise<boolean> {
  const found: unknown[] = await manager.query(
    `SELECT 1 FROM letters WHERE "officeId" = $1 AND "number" = $2
     UNION ALL
     SELECT 1 FROM acts WHERE "officeId" = $1 AND "type" IN ('reply.issued', 'transfer.noticed')
       AND "facts" ->> 'number' = $2
     LIMIT 1`,
    [officeId, number],
  );
  return found.length > 0;
}

/** Takes the next place in a series of 文号 of an office and year (`LetterDefinition.series`). Gapless. */
async function takeLetterPlace(
  manager: EntityManager,
  officeId: string,
  year: number,
  series: string,
): Promise<number> {
  const rows: { last: number }[] = await manager.query(
    `INSERT INTO letter_series AS places ("officeId", "year", "series", "last") VALUES ($1, $2, $3, 1)
     ON CONFLICT ("officeId", "year", "series") DO UPDATE SET "last" = places."last" + 1
     RETURNING "last"`,
    [officeId, year, series],
  );
  return lastOf(rows);
}

function lastOf(rows: readonly { last: number }[]): number {
  const [row] = rows;
  if (!row) throw new Error('The series answered no number.');
  return row.last;
}
