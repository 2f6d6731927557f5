import { expect } from 'chai';
import { ApplicationRecord } from '../../src/records/application/application.js';
import { masked, noteAccess, particularsOf } from '../../src/records/application/particulars.js';
import { ParticularsSeen } from '../../src/records/application/particulars-seen.js';
import { type Desk, newDesk, received } from '../support/cases.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { failureOf } from '../support/failure.js';

describe('personal columns', () => {
  let database: FreshDatabase;
  let desk: Desk;
  let application: ApplicationRecord;

  before(async () => {
    database = await freshDatabase();
    desk = await newDesk(database.dataSource);
    const opening = desk.opening({
      idNumber: '50022819900101001x',
      phone: '13800000001',
      address: '某某路1号',
    });
    ({ application } = await desk.door.open(opening, [received('2019-06-03')], desk.by()));
  });
  after(() => database.drop());

  it('are sealed in their columns', async () => {
    const [row] = await database.dataSource.query('SELECT * FROM applications');
    expect(JSON.stringify(row)).not.to.match(/50022819900101001|13800000001|某某路1号/);
    expect(row.idNumber).to.match(/^v1\./);
  });

  it('are left out of reads unless asked for', async () => {
    const { manager } = database.dataSource;
    const row = await manager.findOneByOrFail(ApplicationRecord, { id: application.id });
    expect([row.idNumber, row.phone, row.address]).to.deep.equal([undefined, undefined, undefined]);
    expect(await particularsOf(manager, application.id)).to.include({
      idNumber: '50022819900101001X',
      phone: '13800000001',
      address: '某某路1号',
      email: null,
    });
  });

  it('are shown masked', () => {
    expect(masked('idNumber', '50022819900101001X')).to.equal('5002************1X');
    expect(masked('phone', '13800000001')).to.equal('138****0001');
    expect(masked('address', '梁平区双桂街道人民西路12号')).to.equal('梁平区双桂街********');
    expect(masked('address', '梁平区某路2号')).to.equal('梁平区某***');
    expect(masked('address', '重庆市梁平区某某路1号')).to.equal('重庆市梁平区*****');
    expect(masked('email', 'zhang.san@example.com')).to.equal('z***@example.com');
    expect(masked('agentName', '欧阳某某')).to.equal('欧***');
    expect(masked('phone', '110')).to.equal('1**');
    expect(masked('phone', null)).to.equal('');
  });

  it('leave a line for whoever saw them, and the line stays', async () => {
    const { manager } = database.dataSource;
    const by = { accountId: '6a0c6a50-6c6f-4f0e-9f0a-0d0f3f1f2a3b', name: '王经办' };
    await noteAccess(manager, application, by, ['idNumber', 'phone']);
    const [line] = await manager.findBy(ParticularsSeen, { applicationId: application.id });
    expect(line).to.include({ accountName: '王经办', what: '证件号码、联系电话', officeId: desk.office.id });
    expect(String(await failureOf(manager.delete(ParticularsSeen, { id: line?.id })))).to.match(
      /only ever added/,
    );
  });
});
