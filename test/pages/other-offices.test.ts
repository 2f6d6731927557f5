import { expect } from 'chai';
import { roles } from '../../src/domain/office/role.js';
import { today } from '../../src/infrastructure/today.js';
import { paths } from '../../src/web/paths.js';
import { addressesOf } from '../support/addresses.js';
import { type Furnished, REVIEW, SECRET_CONTENT, SECRET_NAME, furnish } from '../support/furnished-office.js';
import { openProgram, type Program } from '../support/program.js';
import { type Route, routesOf } from '../support/routes.js';
import type { Visitor } from '../support/visitor.js';

/** Tables in which a mere visit leaves its traces. */
const traces = ['account_sessions', 'sign_in_failures', 'particulars_seen', 'ledger_imports'];

/** What the forms of all these pages ask, so that none is refused for what it lacks. */
const posted: Readonly<Record<string, string>> = {
  ...{ version: '1', last: '0', on: today(), why: '理由', text: '意见', name: '甲', kind: 'supplement' },
  ...{ active: 'no', verdict: 'include', publishedOn: today(), address: '某网站', reason: '理由' },
};

/** These lead elsewhere and do nothing: a view is gone either way, and without a draft there is nothing to finish. */
const quietly = /^\/ledger\/views\/[^/]*\/end$|\/letters\/reply\/finished$/;

describe('what another office holds', function () {
  this.timeout(120_000);
  let program: Program;
  let theirs: Furnished;
  let routes: Route[];

  before(async () => {
    program = await openProgram();
    theirs = await furnish(program, program.department);
    routes = routesOf(program);
  });

  after(() => program.close());

  /** A digest of every table, to see that nothing has changed. */
  async function record(): Promise<Record<string, string>> {
    const tables: { tablename: string }[] = await program.dataSource.query(
      `SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`,
    );
    const digests: Record<string, string> = {};
    for (const { tablename } of tables.filter((one) => !traces.includes(one.tablename))) {
      const [row]: { digest: string }[] = await program.dataSource.query(
        `SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS digest FROM "${tablename}" t`,
      );
      digests[tablename] = row?.digest ?? '';
    }
    return digests;
  }

  async function tokenOf(visitor: Visitor): Promise<string> {
    const { text } = await visitor.get(paths.ownPassword);
    return /name="_csrf" value="([^"]*)"/.exec(text)?.[1] ?? '';
  }

  /** Asks every address of a method; answers those that were not refused as `expected` says. */
  async function ask(
    visitor: Visitor,
    method: 'GET' | 'POST',
    chosen: readonly Route[],
    expected: readonly number[],
  ): Promise<string[]> {
    const faults: string[] = [];
    const token = await tokenOf(visitor);
    for (const route of chosen.filter((one) => one.method === method)) {
      for (const address of addressesOf(route, theirs)) {
        const arrived =
          method === 'GET'
            ? await visitor.get(address)
            : await visitor.post(address, { ...posted, _csrf: token });
        const told = [SECRET_NAME, SECRET_CONTENT].some((secret) => arrived.text.includes(secret));
        const refused = expected.includes(arrived.status) || quietly.test(address);
        if (!refused || told) faults.push(`${method} ${address}: ${arrived.status}`);
      }
    }
    return faults;
  }

  it('is tried at every address that names a record', () => {
    const tried = routes.filter((route) => addressesOf(route, theirs).length > 0);
    const untried = routes.filter((route) => route.path.includes('/:') && !tried.includes(route));
    expect(tried).to.have.length.above(80);
    expect(untried.map(({ path }) => path)).to.satisfy((left: string[]) =>
      left.every((path) =>
        /^\/(public|charts|problems|feeds|admin\/calendar|admin\/wordings\/:kind)/.test(path),
      ),
    );
  });

  it('opens to the office itself', async () => {
    const own = await program.signedIn(roles, { officeCode: 'CS-SFJ' });
    const opened = [
      paths.case(theirs.caseId),
      paths.attachment(theirs.caseId, theirs.attachmentId),
      paths.letter(theirs.letterId),
      paths.submission(theirs.submissionId),
      paths.proceeding(theirs.caseId, REVIEW),
      paths.bundleFile(theirs.caseId, REVIEW, theirs.bundleId, 'pdf'),
      paths.selfCheck(theirs.selfCheckId),
      paths.ledgerImported(theirs.importId),
      paths.wordingVersion(theirs.wordingId),
      paths.account(theirs.accountId),
    ];
    for (const address of opened) {
      const { status, headers } = await own.get(address);
      expect(status, address).to.equal(200);
      expect(headers.get('cache-control'), address).to.contain('no-store');
    }
  });

  it('is changed by no form that does not carry the token of its session', async () => {
    const own = await program.signedIn(roles, { officeCode: 'CS-SFJ' });
    const before = await record();
    const faults: string[] = [];
    for (const route of routes.filter(({ method }) => method === 'POST')) {
      const addresses = addressesOf(route, theirs);
      for (const address of addresses.length > 0 ? addresses : [route.path.replace(/:\w+/g, 'CS-SFJ')]) {
        const { status } = await own.post(address, { ...posted, _csrf: 'f'.repeat(64) });
        // What an applicant typed is shown again with a new token, and nothing is done.
        const refused = route.path.startsWith('/public') ? [403, 404, 422, 303] : [403];
        if (!refused.includes(status)) faults.push(`POST ${address}: ${status}`);
      }
    }
    expect(faults).to.deep.equal([]);
    expect(await record()).to.deep.equal(before);
  });

  it('is not found by a neighbour, whatever his roles, and not changed', async () => {
    const neighbour = await program.signedIn(roles, { officeCode: 'CS-YL' });
    const before = await record();
    expect(await ask(neighbour, 'GET', routes, [404])).to.deep.equal([]);
    expect(await ask(neighbour, 'POST', routes, [403, 404])).to.deep.equal([]);
    expect(await record()).to.deep.equal(before);
  });

  it('is in no list of a neighbour, nor by asking for the office', async () => {
    const neighbour = await program.signedIn(roles, { officeCode: 'CS-YL' });
    const lists = routes.filter(
      ({ method, path }) => method === 'GET' && !path.includes('/:') && !/^\/(public|sign)/.test(path),
    );
    for (const { path } of lists) {
      const asked = `${path}?office=CS-SFJ&case=${theirs.caseId}&year=2026`;
      // Files are made by what the page shows.
      for (const address of path.includes('/export.') ? [asked] : [asked, path]) {
        const { text } = await neighbour.get(address);
        expect(text, address).not.to.contain(SECRET_CONTENT).and.not.to.contain(SECRET_NAME);
      }
    }
    const found = await neighbour.get(`${paths.ledger}?q=${encodeURIComponent(SECRET_CONTENT)}`);
    expect(found.text).not.to.contain(theirs.caseId);
  });

  it('is seen from above, and its cases are not touched from there', async () => {
    const above = await program.signedIn(roles);
    const before = await record();
    const ofCases = routes.filter(({ path }) =>
      /^\/(cases|letters|intake|remedies|ledger|publications|reminders)/.test(path),
    );
    const faults = await ask(above, 'POST', ofCases, [403, 404]);
    expect(faults).to.deep.equal([]);
    expect(await record()).to.deep.equal(before);
    expect((await above.get(paths.case(theirs.caseId))).text).to.contain(SECRET_CONTENT);
  });
});
