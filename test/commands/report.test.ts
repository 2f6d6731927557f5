import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { addOffice } from '../../src/records/office/offices.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

const program = join(fileURLToPath(import.meta.url), '../../../src/commands/report.js');

describe('the command report', function () {
  this.timeout(60_000);
  let database: FreshDatabase;

  before(async () => {
    database = await freshDatabase();
    await addOffice(database.dataSource.manager, { code: 'CS-ZFB', name: '测试区人民政府办公室' });
  });

  after(() => database.drop());

  function report(...words: string[]): Promise<{ code: number; out: string; err: string }> {
    return new Promise((resolve) => {
      const environment = { ...process.env, DATABASE_URL: database.url };
      execFile(process.execPath, [program, ...words], { env: environment }, (fault, out, err) => {
        resolve({ code: typeof fault?.code === 'number' ? fault.code : 0, out, err });
      });
    });
  }

  it('prints the form as numbers, 25 rows of 7 and 15 in one row', async () => {
    const { code, out, err } = await report('2023', '--office', 'CS-ZFB', '--json');
    expect(err).to.equal('');
    expect(code).to.equal(0);
    const printed = JSON.parse(out) as Record<string, unknown[]>;
    expect(printed).to.include({ year: 2023, office: 'CS-ZFB' });
    expect(printed['tableThree']).to.have.length(25);
    expect(printed['tableThree']?.every((row) => (row as number[]).length === 7)).to.equal(true);
    expect(printed['tableFour']).to.have.length(15);
    expect(printed['identities']).to.have.length(5);
    expect(printed['rates']).to.have.length(8);
  });

  it('prints the same as a table for people', async () => {
    const { out } = await report('2023', '--office', 'CS-ZFB');
    expect(out).to.contain('测试区人民政府办公室　2023年');
    expect(out).to.contain('（二）部分公开（区分处理的，只计这一情形，不计其他情形）');
    expect(out).to.contain('✓ R1').and.to.contain('复议被纠错率　0/0　尚无审结');
  });

  it('fails with a reason and what to do', async () => {
    const failing: [string[], string][] = [
      [['2023'], '用法'],
      [['--office', 'CS-ZFB'], '用法'],
      [['2023', '--office', 'MEI-YOU'], '没有代码为 MEI-YOU 的机关'],
      [['2099', '--office', 'CS-ZFB'], '不是可以统计的年份'],
      [['去年', '--office', 'CS-ZFB'], '不是可以统计的年份'],
    ];
    for (const [words, reason] of failing) {
      const { code, out, err } = await report(...words);
      expect(code, words.join(' ')).to.equal(1);
      expect(err).to.contain(reason);
      expect(out).to.equal('');
    }
  });
});
