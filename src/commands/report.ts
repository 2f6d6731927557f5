import { type AnnualTables, readAnnualTables } from '../annual-report/annual-tables.js';
import { tableFourNumbers } from '../domain/statistics/table-four.js';
import { tableThreeNumbers } from '../domain/statistics/table-three.js';
import { yearOf } from '../domain/time/local-date.js';
import { today } from '../infrastructure/today.js';
import { officeAndDescendantIds, officeByCode } from '../records/office/offices.js';
import { CommandFault, runCommand } from './command.js';
import { reportText } from './report-text.js';

/** 《政府信息公开条例》 came into force on 2008-05-01: no annual table is older. */
const FIRST_YEAR = 2008;

/** The form as numbers: 25 rows of 7, and 15 in one row, in its own order. */
function reportObject(year: number, office: string, withSubordinates: boolean, tables: AnnualTables): object {
  return {
    year,
    office,
    withSubordinates,
    tableThree: tableThreeNumbers(tables.three),
    tableFour: tableFourNumbers(tables.four),
    identities: tables.identities,
    rates: tables.rates,
    rejectedShare: tables.rejected,
  };
}

function yearGiven(word: string | undefined): number {
  const latest = yearOf(today());
  const year = /^\d{4}$/.test(word ?? '') ? Number(word) : NaN;
  if (year >= FIRST_YEAR && year <= latest) return year;
  throw new CommandFault(
    `“${word ?? ''}”不是可以统计的年份，请写 ${FIRST_YEAR} 至 ${latest} 之间的年份，如 2023。`,
  );
}

/** report YEAR --office CODE: annual tables three and four, their identities and the two rates. */
runCommand({
  usage: '用法：npm run --silent report -- 年份 --office 机关代码 [--with-subordinates] [--json]',
  options: { office: { type: 'string' }, 'with-subordinates': { type: 'boolean' } },
  fits: ({ words, options }) => words.length === 1 && typeof options['office'] === 'string',
  async run({ words, options }, { manager }) {
    const year = yearGiven(words[0]);
    const code = String(options['office']);
    const office = await officeByCode(manager, code);
    if (!office) throw new CommandFault(`没有代码为 ${code} 的机关；用 offices list 查看已有的机关。`);
    const withSubordinates = options['with-subordinates'] === true;
    const officeIds = withSubordinates ? await officeAndDescendantIds(manager, office.id) : [office.id];
    const tables = await readAnnualTables(manager, { year, officeIds });
    const scope = withSubordinates ? '（含下级机关）' : '';
    return {
      json: reportObject(year, code, withSubordinates, tables),
      text: reportText(`${office.name}${scope}　${year}年`, tables),
    };
  },
});
