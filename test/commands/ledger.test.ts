import { execFile } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { ApplicationRecord } from '../../src/records/application/application.js';
import { addOffice } from '../../src/records/office/offices.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { csv, fileWith, type Line } from '../support/ledger-office.js';

const program = join(fileURLToPath(import.meta.url), '../../../src/commands/ledger.js');

describe('the command ledger', function () {
  this.timeout(90_000);
  let database: FreshDatabase;

  beforeEach(async () => {
    database = await freshDatabase();
    await addOffice(database.dataSource.manager, { code: 'TZ-ZFB', name: '台账区人民政府办公室' });
  });
  afterEach(() => database.drop());

  function run(...words: string[]) {
    return new Promise<{ code: unknown; out: string; err: string }>((resolve) => {
      const env = { ...process.env, DATABASE_URL: database.url, TODAY: '2026-11-23' };
      execFile(process.execPath, [program, ...words], { env }, (fault, out, err) => {
        resolve({ code: fault?.code ?? 0, out, err });
      });
    });
  }
  const stored = () => database.dataSource.manager.count(ApplicationRecord);
  const good: Line[] = [{ 编号: 'C-1' }, { 编号: 'C-2', 答复日期: '2023-05-15' }];
  const bad: Line = { 编号: 'C-3', 收到日期: '2023-02-30' };

  it('checks, imports, and changes nothing the second time', async () => {
    const path = fileWith(csv(good));
    const words = ['import', path, '--office', 'TZ-ZFB', '--json'];
    const dry = await run(...words, '--dry-run');
    expect({ code: dry.code, err: dry.err, stored: await stored() }).to.deep.equal({
      code: 0,
      err: '',
      stored: 0,
    });
    expect(JSON.parse(dry.out)).to.include({ imported: 2, written: false, dryRun: true });
    const first = JSON.parse((await run(...words)).out);
    expect(first).to.include({
      file: basename(path),
      encoding: 'UTF-8',
      rows: 2,
      imported: 2,
      written: true,
    });
    expect(first.irregular).to.deep.equal([
      {
        row: 3,
        number: 'C-2',
        code: 'replyLate',
        says: '答复逾期：期限为 2023年3月29日，送达为 2023年5月15日。',
        article: '《条例》第三十三条第二款',
      },
    ]);
    expect(first.seconds).to.be.a('number');
    expect(first.peakMegabytes).to.be.above(10);
    expect(JSON.parse((await run(...words)).out)).to.include({ imported: 0, unchanged: 2, written: false });
    expect(await stored()).to.equal(2);
  });

  it('writes nothing where one row is refused, and says so on both streams', async () => {
    const path = fileWith(csv([...good, bad]));
    const { code, out, err } = await run('import', path, '--office', 'TZ-ZFB', '--json');
    expect({ code, stored: await stored() }).to.deep.equal({ code: 1, stored: 0 });
    expect(JSON.parse(out).refused).to.deep.equal([
      {
        row: 4,
        column: '收到日期',
        value: '2023-02-30',
        reason: '“2023-02-30”不是存在的日期。',
        remedy: '请核对，写成 2023-03-06 的样子。',
      },
    ]);
    expect(err).to.equal('有 1 行不能导入，没有写入任何内容，请更正后重新导入。\n');
  });

  it('leaves the refused rows in a file of their own, from which they can be imported once corrected', async () => {
    const path = fileWith(csv([...good, bad]));
    const words = ['--office', 'TZ-ZFB', '--json'];
    const { code, out } = await run('import', path, '--skip-refused', ...words);
    const { refusedFile, imported } = JSON.parse(out);
    expect({ code, imported, stored: await stored() }).to.deep.equal({ code: 0, imported: 2, stored: 2 });
    expect(refusedFile).to.equal(path.replace('.csv', '-待更正.csv'));
    const corrected = fileWith(readFileSync(refusedFile, 'utf8').replace('2023-02-30', '2023-02-28'));
    rmSync(refusedFile);
    expect(JSON.parse((await run('import', corrected, ...words)).out)).to.include({ rows: 1, imported: 1 });
  });

  it('refuses what it cannot do, in Chinese, with a reason', async () => {
    const path = fileWith(csv(good));
    const faults: [string[], RegExp][] = [
      [['import', path], /用法/],
      [['export', path, '--office', 'TZ-ZFB'], /用法/],
      [['import', path, '--office', 'NIRGENDS'], /没有代码为 NIRGENDS 的机关/],
      [['import', '/nowhere.csv', '--office', 'TZ-ZFB'], /没有找到文件/],
      [['import', fileWith('甲,乙\r\n'), '--office', 'TZ-ZFB'], /没有找到标题行/],
    ];
    for (const [words, says] of faults) {
      const { code, err, out } = await run(...words);
      expect({ code, out }).to.deep.equal({ code: 1, out: '' });
      expect(err).to.match(says);
    }
    expect(existsSync(path.replace('.csv', '-待更正.csv'))).to.equal(false);
  });
});
