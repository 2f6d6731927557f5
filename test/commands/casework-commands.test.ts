import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { privateFolder } from '../../src/infrastructure/folders.js';
import { projectRoot } from '../../src/infrastructure/project-root.js';
import { ApplicationRecord } from '../../src/records/application/application.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';

const programs = join(fileURLToPath(import.meta.url), '../../../src/commands');
const histories = join(projectRoot, 'test/fixtures/clock-scenarios.json');

describe('the commands verify, clock, generate and demo:reset', function () {
  this.timeout(90_000);
  let database: FreshDatabase;

  beforeEach(async () => {
    database = await freshDatabase();
  });
  afterEach(() => database.drop());

  function run(name: string, words: string[] = [], more: Record<string, string> = {}) {
    return new Promise<{ code: unknown; out: string; err: string }>((resolve) => {
      const environment = { ...process.env, DATABASE_URL: database.url, TODAY: '2026-11-23', ...more };
      const program = join(programs, `${name}.js`);
      const options = { env: environment, maxBuffer: 1e8 };
      execFile(process.execPath, [program, ...words], options, (fault, out, err) => {
        resolve({ code: fault?.code ?? 0, out, err });
      });
    });
  }

  it('verify finds the demonstration in order, and planted differences out of order, of files unless told not to', async () => {
    const clean = await run('verify', ['--json']);
    expect(clean).to.include({ code: 0, err: '' });
    const { files, ...found } = JSON.parse(clean.out);
    expect(found).to.include({ consistent: true, firstDifference: null });
    expect(files).to.be.greaterThan(0);

    const { manager } = database.dataSource;
    const [application] = await manager.find(ApplicationRecord, { where: { stage: 'handling' }, take: 1 });
    await manager.update(ApplicationRecord, { id: application?.id }, { stage: 'closed' });
    const [letter]: { pdfHash: string; number: string }[] = await manager.query(
      `SELECT letters."pdfHash", applications."number" FROM letters
       JOIN applications ON applications."id" = "applicationId" WHERE "pdfHash" IS NOT NULL LIMIT 1`,
    );
    rmSync(join(privateFolder('files'), letter!.pdfHash.slice(0, 2), letter!.pdfHash));
    const planted = await run('verify');
    expect(planted.code).to.equal(1);
    expect(planted.out).to.contain(`文件 ${files} 个，发现不符 2 处`).and.contain(application?.number);
    expect(planted.out).to.match(new RegExp(`${letter!.number}：已制发的《.+》不在数据目录中`));
    const without = await run('verify', ['--without-files', '--json']);
    expect(without.code).to.equal(1);
    expect(JSON.parse(without.out).differences).to.have.length(1);
  });

  it('clock answers the histories in their own order', async () => {
    const { code, out, err } = await run('clock', [histories]);
    expect({ code, err }).to.deep.equal({ code: 0, err: '' });
    const file = JSON.parse(readFileSync(histories, 'utf8'));
    const answers = JSON.parse(out);
    const given = file.scenarios.map((one: { id: string; expect: object }) => ({
      id: one.id,
      ...one.expect,
    }));
    expect(answers.scenarios).to.have.length(given.length);
    expect(answers.scenarios[0]).to.have.keys('id', 'correctionNoticeDueOn', 'replyDueOn');
    expect(answers.scenarios.map(({ id }: { id: string }) => id)).to.deep.equal(
      given.map(({ id }: { id: string }) => id),
    );
  });

  it('clock finds a file from where its name was typed, into whichever folder npm has gone', async () => {
    const typed = await run('clock', ['clock-scenarios.json'], { INIT_CWD: dirname(histories) });
    expect({ code: typed.code, err: typed.err }).to.deep.equal({ code: 0, err: '' });
    expect(JSON.parse(typed.out).scenarios).to.have.length.greaterThan(0);
  });

  it('clock says what is wrong with a file, in Chinese, and fails', async () => {
    const missing = await run('clock', ['没有这个文件.json']);
    expect(missing).to.deep.include({ code: 1, out: '' });
    expect(missing.err).to.contain('不存在或无法读取');
    expect((await run('clock')).err).to.contain('用法');
    expect((await run('clock', [fileURLToPath(import.meta.url)])).err).to.contain('JSON');
  });

  it('generate fills an office with as many cases as are asked for, which recount and verify find in order', async () => {
    const filled = await run('generate', ['7', '--office', 'LP-GHZY', '--seed', '3', '--json']);
    expect({ code: filled.code, err: filled.err }).to.deep.equal({ code: 0, err: '' });
    expect(JSON.parse(filled.out)).to.include({ office: 'LP-GHZY', cases: 7, seed: 3 });
    expect((await run('recount')).out).to.contain('都相符');
    expect(JSON.parse((await run('verify', ['--json'])).out)).to.include({ consistent: true });
    expect((await run('generate', ['0'])).err).to.contain('用法');
    expect((await run('generate', ['5', '--office', 'NIRGENDS'])).err).to.contain(
      '没有代码为 NIRGENDS 的机关',
    );
  });

  it('demo:reset starts over, but never in production and never on other data', async () => {
    await run('verify');
    await database.dataSource.query(`UPDATE applications SET "content" = '改过'`);
    await database.dataSource.destroy();
    const reset = await run('demo-reset');
    expect(reset.code).to.equal(0);
    expect(reset.out).to.contain('dengji').and.contain('登录名');
    await database.dataSource.initialize();
    expect(await database.dataSource.manager.countBy(ApplicationRecord, { content: '改过' })).to.equal(0);

    await database.dataSource.query(`UPDATE offices SET "code" = 'ZS-ZFB' WHERE "code" = 'LP-ZFB'`);
    const real = await run('demo-reset');
    expect(real.code).to.equal(1);
    expect(real.err).to.contain('不是演示数据');
    const production = await run('demo-reset', [], {
      NODE_ENV: 'production',
      TODAY: '',
      SESSION_SECRET: Buffer.alloc(32, 1).toString('base64'),
      FIELD_KEY: Buffer.alloc(32, 2).toString('base64'),
    });
    expect(production.code).to.equal(1);
    expect(production.err).to.contain('正式环境');
  });
});
