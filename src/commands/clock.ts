import { readFile } from 'node:fs/promises';
import { loadCalendar } from '../records/calendar/calendars.js';
import { ClockFileFault, answerClockFile } from './clock-file.js';
import { CommandFault, fileNamed, runCommand } from './command.js';

/** clock FILE: works out histories and periods by the calendar of this database, loaded notices included. */
runCommand({
  usage:
    '用法：npm run --silent clock -- 文件\n  文件是 JSON：{ "scenarios": [{ "id", "receivedOn", "acts" }], "periods": [{ "id", "period", "from" }] }',
  fits: ({ words }) => words.length === 1,
  async run({ words: [file = ''] }, dataSource) {
    const text = await readFile(fileNamed(file), 'utf8').catch(() => {
      throw new CommandFault(`文件 ${file} 不存在或无法读取，请核对路径。`);
    });
    try {
      const answers = answerClockFile(text, await loadCalendar(dataSource.manager));
      return { json: answers, text: JSON.stringify(answers, null, 2) };
    } catch (fault) {
      if (fault instanceof ClockFileFault) throw new CommandFault(fault.message);
      throw fault;
    }
  },
});
