import { expect } from 'chai';
import { fillWithCases } from '../../src/demo/filling.js';
import { ApplicationRecord } from '../../src/records/application/application.js';
import { paths, withQuery } from '../../src/web/paths.js';
import { type Program, openProgram } from '../support/program.js';
import { recordingQueries } from '../support/queries.js';
import type { Visitor } from '../support/visitor.js';

const FEW = 5;
const MORE = 60;

describe('the queries of a page', function () {
  this.timeout(180_000);
  let program: Program;
  let visitor: Visitor;
  let first: Map<string, number>;

  before(async () => {
    program = await openProgram();
    visitor = await program.signedIn(['clerk', 'handler', 'head', 'legal', 'leader']);
    await fill(FEW, 3);
    const pages = await pagesOf();
    // What is read once in the life of a process is not counted.
    for (const path of pages.values()) await visitor.get(path);
    first = new Map();
    for (const [name, path] of pages) first.set(name, await queriesOf(path));
    await fill(MORE, 5);
  });
  after(() => program.close());

  const fill = (cases: number, seed: number) =>
    fillWithCases(program.dataSource, { officeId: program.district.id, cases, seed });

  async function pagesOf(): Promise<Map<string, string>> {
    const longest = await program.dataSource.manager.findOneOrFail(ApplicationRecord, {
      where: { officeId: program.district.id },
      order: { version: 'DESC' },
    });
    return new Map([
      ['desk', paths.desk],
      ['ledger', paths.ledger],
      ['search', withQuery(paths.ledger, { q: '项目' })],
      ['dashboard', paths.dashboard],
      ['annual report', paths.annualReport],
      ['case', paths.case(longest.id)],
    ]);
  }

  async function queriesOf(path: string): Promise<number> {
    const asked = await recordingQueries(program.dataSource, async () => {
      expect((await visitor.get(path)).status, path).to.equal(200);
    });
    return asked.length;
  }

  for (const name of ['desk', 'ledger', 'search', 'dashboard', 'annual report', 'case']) {
    it(`are as many with many cases as with few: ${name}`, async () => {
      const path = (await pagesOf()).get(name) ?? '';
      const before = first.get(name) ?? 0;
      expect(before).to.be.above(0);
      expect(await queriesOf(path)).to.be.at.most(before);
      // A page that asks so often asks the same again.
      expect(before).to.be.at.most(25);
    });
  }
});
