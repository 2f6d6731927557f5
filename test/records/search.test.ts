import { expect } from 'chai';
import { applicationsIn, havingFragment } from '../../src/records/application/applications.js';
import { type Desk, newDesk, received } from '../support/cases.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';

describe('search', () => {
  let database: FreshDatabase;
  let desk: Desk;

  before(async () => {
    database = await freshDatabase();
    desk = await newDesk(database.dataSource);
    const openings = [
      desk.opening({ number: '2019-00001', applicantName: '阎䶮英', content: '征地批复文件' }),
      desk.opening({
        number: '2019-00002',
        applicantName: '李四',
        content: "2018年度'三公'经费50%以上的说明",
      }),
      desk.opening({
        number: '2019-00003',
        applicantName: '王五',
        content: 'PPP项目合同',
        idNumber: '50022819900101001x',
        phone: '138 0000 0001',
        joint: [{ name: '欧阳翠' }, { name: 'Anna Lee' }],
        agentName: '司马相如',
      }),
    ];
    for (const opening of openings) await desk.door.open(opening, [received('2019-06-03')], desk.by());
  });
  after(() => database.drop());

  const found = async (fragment: string) => {
    const query = applicationsIn(database.dataSource.manager, [desk.office.id]);
    const rows = await havingFragment(query, fragment).orderBy('application.number').getMany();
    return rows.map(({ number }) => number.slice(-1)).join();
  };

  it('finds by any fragment of request, applicant and number, two characters and one included', async () => {
    expect(await found('征地批')).to.equal('1');
    expect(await found('批复')).to.equal('1');
    expect(await found('䶮英')).to.equal('1');
    expect(await found('批')).to.equal('1');
    expect(await found('2019-0000')).to.equal('1,2,3');
  });

  it('does not take the marks of the query language for its own', async () => {
    expect(await found("'三")).to.equal('2');
    expect(await found('50%')).to.equal('2');
    expect(await found('5_%')).to.equal('');
    expect(await found('\\')).to.equal('');
  });

  it('finds those who apply together and who acts for them, by two characters and more', async () => {
    expect(await found('阳翠')).to.equal('3');
    expect(await found('欧阳翠')).to.equal('3');
    expect(await found('翠')).to.equal('3');
    expect(await found('ANNA L')).to.equal('3');
    expect(await found('马相')).to.equal('3');
    expect(await found('司马相如')).to.equal('3');
    expect(await found('马如')).to.equal('');
    const [row] = await database.dataSource.query(`SELECT * FROM applications WHERE "jointNames" <> '{}'`);
    expect(JSON.stringify(row)).not.to.match(/司|马|相|如/);
  });

  it('does not mind capitals and full-width characters', async () => {
    expect(await found('ppp项')).to.equal('3');
    expect(await found('ＰＰ')).to.equal('3');
  });

  it('finds a whole identity or telephone number, and no part of one', async () => {
    expect(await found('50022819900101001X')).to.equal('3');
    expect(await found('13800000001')).to.equal('3');
    expect(await found('1380000')).to.equal('');
  });

  it('finds the last four digits of a telephone number, as people know a caller', async () => {
    expect(await found('0001')).to.equal('1,3');
    expect(await found('０００１')).to.equal('1,3');
    expect(await found('8000')).to.equal('');
  });

  it('stays within the offices asked for', async () => {
    const other = await newDesk(database.dataSource);
    const query = applicationsIn(database.dataSource.manager, [other.office.id]);
    expect(await havingFragment(query, '批复').getCount()).to.equal(0);
  });
});
