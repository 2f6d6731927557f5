import { expect } from 'chai';
import { roles } from '../../src/domain/office/role.js';
import { ApplicationRecord } from '../../src/records/application/application.js';
import { addressesOf } from '../support/addresses.js';
import { type Furnished, furnish } from '../support/furnished-office.js';
import { openProgram, type Program } from '../support/program.js';
import { type Route, routesOf } from '../support/routes.js';
import type { Visitor } from '../support/visitor.js';

/** What stands in every field at once. */
const strange: Readonly<Record<string, string>> = {
  'nothing at all': '',
  'a day before every calendar': '0001-01-01',
  'a name that every object has': '__proto__',
  'a number that no column holds': '99999999999999999999',
  'signs of every kind': `😀𠮷龘<b>{{x}}\n| ## =1+1 %n ${'长'.repeat(300)}${'W'.repeat(300)}`,
};

/** Whoever sends these is gone, or does nothing but go. */
const leaving = /^\/(sign-|password|kept-draft)/;

const answered = ({ status, text }: { status: number; text: string }): boolean =>
  status < 500 && ((status >= 300 && status < 400) || /[\u4e00-\u9fff]/.test(text));

describe('nonsense in every form', function () {
  this.timeout(120_000);
  let program: Program;
  let mine: Furnished;
  let visitor: Visitor;
  let posts: Route[];
  /** The name of every field that a page of the program shows. */
  const names = new Set<string>();
  let token = '';

  before(async () => {
    program = await openProgram();
    mine = await furnish(program, program.department);
    visitor = await program.signedIn(roles, { officeCode: 'CS-SFJ' });
    const routes = routesOf(program);
    posts = routes.filter(({ method, path }) => method === 'POST' && !leaving.test(path));
    const pages = routes.filter(({ method, path }) => method === 'GET' && !/export|pdf|file/.test(path));
    for (const page of pages) {
      for (const address of page.path.includes('/:') ? addressesOf(page, mine) : [page.path]) {
        const { text } = await visitor.get(address);
        for (const [, name = ''] of text.matchAll(/<(?:input|select|textarea)[^>]* name="([^"]+)"/g))
          if (!name.startsWith('_')) names.add(name);
        token ||= /name="_csrf" value="([^"]*)"/.exec(text)?.[1] ?? '';
      }
    }
  });

  after(() => program.close());

  const addresses = (route: Route): string[] =>
    route.path.includes('/:')
      ? addressesOf(route, mine).concat(
          route.path.startsWith('/public')
            ? [route.path.replace(/:code/, 'CS-SFJ').replace(/:step/, 'content')]
            : [],
        )
      : [route.path];

  /** The fields with which a form can have been opened, so that it is not refused for its age. */
  async function opened(): Promise<Record<string, string>> {
    const { version } = await program.dataSource.manager.findOneByOrFail(ApplicationRecord, {
      id: mine.caseId,
    });
    return { _csrf: token, version: String(version), last: '0', do: 'confirmed', correctionWhy: '记错了' };
  }

  it('finds the forms', () => {
    expect(names.size).to.be.greaterThan(120);
    expect(posts.flatMap(addresses).length).to.be.greaterThan(90);
  });

  for (const [what, value] of Object.entries(strange))
    it(`is answered with a page: ${what}`, async () => {
      const faults: string[] = [];
      const fields = Object.fromEntries([...names].map((name) => [name, value]));
      for (const address of posts.flatMap(addresses)) {
        const arrived = await visitor.post(address, { ...fields, ...(await opened()) });
        if (!answered(arrived)) faults.push(`${arrived.status} ${address}`);
      }
      expect(faults).to.deep.equal([]);
    });

  it('is answered with a page: lists and objects in the place of texts', async () => {
    const headers = { 'content-type': 'application/json' };
    const faults: string[] = [];
    const values = [{ a: 1 }, [['x'], 7, null], 7, null, true];
    const fields = Object.fromEntries([...names].map((name, i) => [name, values[i % values.length]]));
    for (const address of posts.flatMap(addresses)) {
      const body = JSON.stringify({ ...fields, ...(await opened()) });
      const arrived = await visitor.send(address, body, headers);
      if (!answered(arrived)) faults.push(`${arrived.status} ${address}`);
    }
    expect(faults).to.deep.equal([]);
  });
});
