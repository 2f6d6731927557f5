import { expect } from 'chai';
import fc from 'fast-check';
import { type ApplicantKind, applicantKindIds } from '../../src/domain/application/applicant.js';
import { resultRowIds } from '../../src/domain/outcome/rows.js';
import { identitiesOf } from '../../src/domain/statistics/identities.js';
import {
  type CountedCase,
  type ReportedCase,
  caseInReport,
  cellsOfCase,
} from '../../src/domain/statistics/postings.js';
import { sumOfTablesThree } from '../../src/domain/statistics/roll-up.js';
import { composeTableFour } from '../../src/domain/statistics/table-four.js';
import { type TableThree, composeTableThree } from '../../src/domain/statistics/table-three.js';
import { addDays, localDate } from '../../src/domain/time/local-date.js';

const FIRST = 2020;
const LAST = 2026;
const years = Array.from({ length: LAST - FIRST + 1 }, (_, i) => FIRST + i);

/** What the record says of a case; undefined: not entered yet, or struck out. */
const readings = (applicant: ApplicantKind): fc.Arbitrary<CountedCase | undefined> =>
  fc.option(
    fc
      .record({
        received: fc.nat({ max: 365 * 6 }),
        took: fc.option(fc.nat({ max: 500 }), { nil: undefined }),
        row: fc.constantFrom(...resultRowIds),
      })
      .map(({ received, took, row }): CountedCase => {
        const receivedOn = addDays(localDate(`${FIRST}-01-01`), received);
        return {
          applicant,
          receivedOn,
          ...(took === undefined ? {} : { concludedOn: addDays(receivedOn, took), row }),
        };
      }),
    { nil: undefined },
  );

/** An office that files some years running; between any two filings any case may be corrected in any way. */
const offices = fc
  .record({ first: fc.constantFrom(...years), count: fc.nat({ max: 5 }) })
  .chain(({ first, count }) => {
    const filed = years.filter((year) => year >= first && year < first + count && year < LAST);
    const cases = fc
      .constantFrom(...applicantKindIds)
      .chain((applicant) =>
        fc.array(readings(applicant), { minLength: filed.length + 1, maxLength: filed.length + 1 }),
      );
    return fc.record({ filed: fc.constant(filed), cases: fc.array(cases, { maxLength: 25 }) });
  });

type Office = typeof offices extends fc.Arbitrary<infer O> ? O : never;

/** The report of a year as it stands after so many filings. */
function tableOf({ filed, cases }: Office, year: number, filings = filed.length): TableThree {
  const reported = cases.map((versions): ReportedCase => ({
    filings: filed.slice(0, filings).map((of, i) => ({ year: of, then: versions[i] })),
    now: versions[filings],
  }));
  return composeTableThree(
    reported.flatMap((one) => {
      const counted = caseInReport(one, year);
      return counted ? cellsOfCase(counted, year) : [];
    }),
  );
}

const noAppeals = composeTableFour([]);

describe('reports of years, filed and corrected at random', () => {
  it('balance in every year and begin with what the year before carried out, whatever is corrected', () => {
    fc.assert(
      fc.property(offices, (office) => {
        for (const year of years) {
          const before = year === FIRST ? undefined : tableOf(office, year - 1);
          const failing = identitiesOf(tableOf(office, year), noAppeals, before).filter(
            ({ holds }) => !holds,
          );
          // Where no year is filed yet an office may have cases of any earlier year.
          const first = office.filed[0] ?? LAST + 1;
          const grave =
            year === FIRST || year - 1 >= first ? failing : failing.filter(({ rule }) => rule !== 'R4');
          expect(grave, String(year)).to.deep.equal([]);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('keep a filed year for ever', () => {
    fc.assert(
      fc.property(offices, (office) => {
        office.filed.forEach((year, i) => {
          const asFiled = tableOf(office, year, i + 1);
          for (let later = i + 2; later <= office.filed.length; later += 1) {
            expect(tableOf(office, year, later), String(year)).to.deep.equal(asFiled);
          }
        });
      }),
      { numRuns: 400 },
    );
  });

  it('add up: the sum of two offices balances as each does', () => {
    fc.assert(
      fc.property(offices, offices, (one, other) => {
        for (const year of years) {
          const both = sumOfTablesThree([tableOf(one, year), tableOf(other, year)]);
          const whole = composeTableThree([one, other].flatMap((office) => cellsBack(tableOf(office, year))));
          expect(both).to.deep.equal(whole);
          expect(identitiesOf(both, noAppeals).every(({ holds }) => holds)).to.equal(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** The counts that a table was made of. */
const cellsBack = (table: TableThree): Parameters<typeof composeTableThree>[0] =>
  (['received', 'carriedIn', 'carriedOut', ...resultRowIds] as const).flatMap((row) =>
    applicantKindIds.map((applicant) => ({ row, applicant, count: table[row][applicant] })),
  );
