import { setClock } from '../../src/infrastructure/today.js';
import { type Line, fileWith } from './ledger-office.js';
import { onDay } from './on-day.js';
import { openProgram, type Program } from './program.js';
import { layLedger } from './published-ledger.js';

/** Received in February 2025, disclosed in part, and quashed by the organ in May. */
export const quashed: Line = {
  编号: 'A-2',
  收到日期: '2025-02-10',
  答复日期: '2025-02-28',
  办理结果: '部分公开',
  复议受理日期: '2025-03-20',
  复议决定日期: '2025-05-08',
  复议结果: '撤销',
};

/** One program for the suite, on that day, with a ledger laid into the offices named. */
export function programWithLedgers(
  day: string,
  ledgers: Partial<Readonly<Record<'district' | 'department', string>>>,
  begin: (program: Program) => Promise<void>,
): void {
  let program: Program;

  before(async () => {
    onDay(day);
    program = await openProgram();
    for (const office of ['district', 'department'] as const) {
      const ledger = ledgers[office];
      if (ledger) await layLedger(program.dataSource, program[office].id, fileWith(ledger));
    }
    await begin(program);
  });

  after(async () => {
    await program.close();
    setClock();
  });
}
