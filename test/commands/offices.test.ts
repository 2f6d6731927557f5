import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

const program = join(fileURLToPath(import.meta.url), '../../../src/commands/offices.js');

interface Outcome {
  code: number;
  out: string;
  err: string;
}

describe('the command offices', function () {
  this.timeout(60_000);
  let database: FreshDatabase;

  before(async () => {
    database = await freshDatabase();
  });

  after(() => database.drop());

  function offices(...words: string[]): Promise<Outcome> {
    return new Promise((resolve) => {
      const environment = { ...process.env, DATABASE_URL: database.url };
      execFile(process.execPath, [program, ...words], { env: environment }, (fault, out, err) => {
        resolve({ code: typeof fault?.code === 'number' ? fault.code : 0, out, err });
      });
    });
  }

  it('prepares an empty database as a start does and lists the tree', async () => {
    const { code, out, err } = await offices('list', '--json');
    expect(err).to.equal('');
    expect(code).to.equal(0);
    const list = (JSON.parse(out) as { offices: { code: string; parentCode: string | null }[] }).offices;
    expect(list[0]).to.include({ code: 'LP-ZFB', parentCode: null });
    expect(list.slice(1).every(({ parentCode }) => parentCode !== null)).to.equal(true);
  });

  it('adds an office below another', async () => {
    const added = await offices('add', 'LP-CS', '测试镇人民政府', '--parent', 'LP-ZFB', '--json');
    expect(added.err).to.equal('');
    expect((JSON.parse(added.out) as { office: object }).office).to.deep.equal({
      code: 'LP-CS',
      name: '测试镇人民政府',
      shortName: '测试镇人民政府',
      kind: 'town',
      parentCode: 'LP-ZFB',
    });
    expect((await offices('list')).out).to.contain('LP-CS\t测试镇人民政府\tLP-ZFB');
  });

  it('fails with a reason and what to do', async () => {
    const failing: [string[], string][] = [
      [[], '用法'],
      [['add', 'LP-X'], '用法'],
      [['list', '--bogus'], '用法'],
      [['add', 'lp x', '某局'], '只能用大写字母'],
      [['add', 'LP-ZFB', '某局'], '已有机关使用'],
      [['add', 'LP-YY', '某局', '--parent', 'MEI-YOU'], '没有代码为 MEI-YOU 的上级机关'],
    ];
    for (const [words, reason] of failing) {
      const { code, out, err } = await offices(...words);
      expect(code, words.join(' ')).to.equal(1);
      expect(err).to.contain(reason);
      expect(out).to.equal('');
    }
  });
});
