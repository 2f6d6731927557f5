import { expect } from 'chai';
import { verifyAll } from '../../src/casework/verification.js';
import { prepareFirstStart } from '../../src/first-start.js';
import { CannotStart } from '../../src/infrastructure/cannot-start.js';
import { seal } from '../../src/infrastructure/sealing.js';
import { type Desk, newDesk, received } from '../support/cases.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { failureOf } from '../support/failure.js';

describe('the key of the personal columns', () => {
  let database: FreshDatabase;
  let desk: Desk;
  let id: string;

  beforeEach(async () => {
    database = await freshDatabase();
    desk = await newDesk(database.dataSource);
    const opening = desk.opening({ idNumber: '50022819900101001X', phone: '13800000001' });
    ({ id } = (await desk.door.open(opening, [received('2019-06-03')], desk.by())).application);
  });
  afterEach(() => database.drop());

  const put = (phone: string): Promise<unknown> =>
    database.dataSource.query('UPDATE applications SET "phone" = $1 WHERE "id" = $2', [phone, id]);
  const says = async () => (await verifyAll(database.dataSource)).differences.map((one) => one.says);

  it('opens what the record holds: the program starts, and verification finds nothing', async () => {
    expect(await prepareFirstStart(database.dataSource)).to.deep.equal([]);
    expect(await says()).to.deep.equal([]);
  });

  it('is asked for at the start where it is another, before anything is written with it', async () => {
    await put(seal('13800000001').replace(/^v1\.\w+/, 'v1.0a1b2c3d'));
    const fault = await failureOf(prepareFirstStart(database.dataSource));
    expect(fault).to.be.instanceOf(CannotStart);
    expect(String(fault)).to.contain('缺少编号为 0a1b2c3d 的加密密钥').and.contain('keys/field.key');
    expect((await says()).join()).to.contain('个人信息打不开：缺少编号为 0a1b2c3d 的加密密钥');
  });

  it('shows what was altered, by the case and without a word of it', async () => {
    const sealed = seal('13800000001');
    await put(`${sealed.slice(0, -4)}${sealed.endsWith('AAAA') ? 'BBBB' : 'AAAA'}`);
    expect(await says()).to.deep.equal(['个人信息打不开：加密内容与密钥不符，可能已被改动，请从备份核对。']);
  });
});
