import type { EntityManager } from 'typeorm';
import { type LetterKind, letterKinds, letterOf } from '../../domain/letter/register.js';
import { replySeries } from '../../domain/letter/number.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { LetterSeries } from './number-series.js';

/** One place of a series of 文号, as the register of numbers shows it. */
export interface NumberedPlace {
  readonly place: number;
  /** 文号 in full; '' for a place that nothing is recorded at, which there never should be. */
  readonly number: string;
  /** `paper`: issued without a letter of this program; its number stands in the record alone. */
  readonly status: 'issued' | 'recalled' | 'paper' | 'lost';
  readonly title: string;
  readonly on: LocalDate | null;
  readonly applicationId: string;
  readonly applicationNumber: string;
  readonly letterId: string;
  /** Day, person and reason of a recall. */
  readonly recall?: { readonly on: LocalDate; readonly by: string; readonly reason: string };
}

interface Row {
  readonly id: string | null;
  readonly number: string;
  readonly status: 'issued' | 'recalled' | 'paper';
  readonly title: string;
  readonly on: LocalDate | null;
  readonly applicationId: string;
  readonly applicationNumber: string;
  readonly recalledOn: LocalDate | null;
  readonly recalledBy: string | null;
  readonly recallReason: string | null;
}

/** The series of an office's numbers, with the years in which numbers were given, the latest first; in each year the replies first. */
export async function numberSeriesOf(manager: EntityManager, officeId: string): Promise<LetterSeries[]> {
  const all = await manager.find(LetterSeries, {
    where: { officeId },
    order: { year: 'DESC', series: 'ASC' },
  });
  const after = ({ series }: LetterSeries): number => Number(series !== replySeries);
  return all.sort((a, b) => b.year - a.year || after(a) - after(b));
}

const kindsOf = (series: string): LetterKind[] =>
  letterKinds.filter((kind) => letterOf(kind).series === series);

/** Every place of a series from 1 on, the latest first: what was issued under it, what was recalled, what was given by hand. */
export async function numberedPlaces(
  manager: EntityManager,
  { officeId, year, series, last }: LetterSeries,
): Promise<NumberedPlace[]> {
  const rows: Row[] = await manager.query(
    `SELECT letter."id", letter."number", letter."status", letter."title", letter."issuedOn" AS "on",
       application."id" AS "applicationId", application."number" AS "applicationNumber",
       letter."recalledOn", letter."recalledBy", letter."recallReason"
     FROM letters letter JOIN applications application ON application."id" = letter."applicationId"
     WHERE letter."officeId" = $1 AND letter."kind" = ANY ($2) AND letter."number" LIKE $3
     UNION ALL
     SELECT NULL, act."facts" ->> 'number', 'paper', '', act."on", application."id", application."number",
       NULL, NULL, NULL
     FROM acts act JOIN applications application ON application."id" = act."applicationId"
     WHERE $4 AND act."officeId" = $1 AND act."type" IN ('reply.issued', 'transfer.noticed')
       AND act."facts" ->> 'number' LIKE $3
       AND NOT EXISTS (SELECT 1 FROM letters letter
         WHERE letter."applicationId" = act."applicationId" AND letter."number" = act."facts" ->> 'number')`,
    [officeId, kindsOf(series), `%〔${year}〕%号`, series === replySeries],
  );
  const byPlace = new Map(rows.map((row) => [placeIn(row.number), row]));
  return Array.from({ length: last }, (_, i) => last - i).map((place) => placed(place, byPlace.get(place)));
}

const placeIn = (number: string): number => Number(/〕(\d+)号$/u.exec(number)?.[1] ?? NaN);

function placed(place: number, row: Row | undefined): NumberedPlace {
  if (!row)
    return {
      place,
      number: '',
      status: 'lost',
      title: '',
      on: null,
      applicationId: '',
      applicationNumber: '',
      letterId: '',
    };
  const { id, recalledOn, recalledBy, recallReason, ...told } = row;
  return {
    ...told,
    place,
    letterId: id ?? '',
    ...(recalledOn ? { recall: { on: recalledOn, by: recalledBy ?? '', reason: recallReason ?? '' } } : {}),
  };
}
