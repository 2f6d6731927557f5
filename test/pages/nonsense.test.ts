import { expect } from 'chai';
import { roles } from '../../src/domain/office/role.js';
import { paths } from '../../src/web/paths.js';
import { addCase } from '../support/pages.js';
import { openProgram, type Program } from '../support/program.js';
import type { Visitor } from '../support/visitor.js';

/** What strangers put in the place of a name, an id or a number. */
const strangeParts = [
  'x',
  'a%00b',
  '%ff',
  '__proto__',
  '..%2f..%2fetc%2fpasswd',
  '99999999999999999999',
  'a'.repeat(3000),
  '00000000-0000-4000-8000-000000000000',
];

/** And behind the question mark. */
const strangeValues = ['constructor', '-1', '1e9', '9999-12-31', 'a%00b'];

const queryNames = ['year', 'on', 'office', 'page', 'tab', 'q', 'case', '__proto__'];

/** Every address without parts that a browser can open. */
const fixed = Object.values(paths).filter((one): one is Exclude<typeof one, (...args: never) => string> => {
  return typeof one === 'string' && !/export\.(pdf|xlsx)$/.test(one);
});

/** Every address with parts, each part strange in turn. */
function strangeAddresses(good: string): string[] {
  const builders = Object.values(paths).filter((one) => typeof one === 'function');
  return builders.flatMap((build) =>
    strangeParts.flatMap((strange) =>
      Array.from({ length: build.length }, (_, place) => {
        const parts = Array.from({ length: build.length }, (_part, i) => (i === place ? `:${i}` : good));
        return (build as (...parts: string[]) => string)(...parts).replace(`:${place}`, strange);
      }),
    ),
  );
}

describe('nonsense', () => {
  let program: Program;
  let everyone: Visitor;

  before(async () => {
    program = await openProgram();
    everyone = await program.signedIn(roles);
  });

  after(() => program.close());

  async function faultsOf(visitor: Visitor, addresses: readonly string[]): Promise<string[]> {
    const faults: string[] = [];
    for (const address of addresses) {
      const { status, text } = await visitor.get(address);
      const answered = status === 303 || status === 302 || address.startsWith(paths.health);
      if (status >= 500 || (!answered && !/[\u4e00-\u9fff]/.test(text))) faults.push(`${status} ${address}`);
    }
    return faults;
  }

  it('in an address is answered with a page', async () => {
    const { id } = await addCase(program);
    const addresses = [...new Set([...strangeAddresses(id), '/%', '/%ff'])];
    expect(addresses).to.have.length.greaterThan(500);
    expect(await faultsOf(everyone, addresses)).to.deep.equal([]);
    const ofThePublic = addresses.filter((one) => /^\/(public|feeds|%)/.test(one));
    expect(await faultsOf(program.visitor(), ofThePublic)).to.deep.equal([]);
  }).timeout(120_000);

  it('behind an address is answered with a page', async () => {
    const addresses = fixed.flatMap((address) =>
      queryNames.flatMap((name, i) => [
        `${address}?${name}=${strangeValues[i % strangeValues.length]}`,
        `${address}?${name}=2026-02-30&${name}=%3Cscript%3E`,
      ]),
    );
    expect(await faultsOf(everyone, addresses)).to.deep.equal([]);
  }).timeout(120_000);

  it('in a form is taken out where it cannot be kept, and the rest is', async () => {
    const name = 'a\u0000b\u0001c\u000bd';
    const refused = await everyone.submit(paths.newAccount, paths.accounts, { loginName: name, name });
    expect(refused.status).to.equal(422);
    expect(refused.text).to.contain('value="abc\nd"');
    const visitor = program.visitor();
    expect((await visitor.signIn('a\u0000', '\u0000')).status).to.equal(422);
  });

  it('in place of a form’s texts is left out', async () => {
    const headers = { 'content-type': 'application/json' };
    const { text } = await everyone.get(paths.newAccount);
    const token = /name="_csrf" value="([^"]*)"/.exec(text)?.[1] ?? '';
    for (const strange of [{ a: 1 }, [{}], 7, null, '\ud800']) {
      const body = { _csrf: token, loginName: strange, name: strange, roles: strange };
      const { status } = await everyone.send(paths.accounts, JSON.stringify(body), headers);
      expect(status, JSON.stringify(strange)).to.equal(422);
    }
  });

  it('in a date of receipt is shown again', async () => {
    for (const on of ['9999-12-31', '0001-01-01', '2026-02-30']) {
      const fields = { on, applicantName: '张三', content: '征地批复' };
      const { status, text } = await everyone.submit(paths.intake, paths.intakeCheck, fields);
      expect(status, on).to.equal(422);
      expect(text).to.contain('征地批复');
    }
  });

  it('in the head of a file is a broken request', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const body = '--x\r\nContent-Disposition: form-data; name="a"; filename="\u0000"\r\n\r\nb\r\n--x--\r\n';
    const { status, text } = await everyone.send(paths.ledgerImport, body, headers);
    expect(status).to.equal(400);
    expect(text).to.contain('请求有误');
  });
});
