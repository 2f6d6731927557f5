import { expect } from 'chai';
import { answeringOffice } from '../../src/records/office/answering-office.js';
import { officeByCode } from '../../src/records/office/offices.js';
import { paths } from '../../src/web/paths.js';
import { openProgram, type Program } from '../support/program.js';
import { sealPicture } from '../support/seal-picture.js';
import { type Arrived, Visitor } from '../support/visitor.js';

describe('keeping offices', () => {
  let program: Program;
  let admin: Visitor;

  beforeEach(async () => {
    program = await openProgram();
    admin = await program.signedIn(['admin'], { loginName: 'guanli' });
  });

  afterEach(() => program.close());

  const fields = {
    code: 'CS-NYW',
    name: '测试区农业农村委员会',
    shortName: '区农业农村委',
    kind: 'department',
    government: '测试区人民政府',
  };

  it('shows the tree, and the own branch of it below', async () => {
    const { text } = await admin.get('/admin/offices');
    const order = ['测试区人民政府办公室', '测试区司法局', '云林镇人民政府'].map((name) =>
      text.indexOf(`>${name}<`),
    );
    expect(order.every((at) => at > 0)).to.equal(true);
    expect(order).to.deep.equal([...order].sort((a, b) => a - b));
    const local = await program.signedIn(['admin'], { officeCode: 'CS-YL' });
    expect((await local.get('/admin/offices')).text)
      .to.contain('云林镇')
      .and.not.to.contain('测试区司法局');
    expect((await local.get(`/admin/offices/${program.department.id}`)).status).to.equal(404);
  });

  it('adds an office, which can be seen at once', async () => {
    const added = await admin.submit(`/admin/offices/new?parent=${program.district.id}`, '/admin/offices', {
      ...fields,
      parentId: program.district.id,
    });
    expect(added.status).to.equal(303);
    expect((await admin.follow(added)).text).to.contain('已新增测试区农业农村委员会');
    const office = await officeByCode(program.dataSource.manager, 'CS-NYW');
    expect(office).to.include({ kind: 'department', parentId: program.district.id });
  });

  it('refuses a taken code, a broken one and a wrong postcode with what to do', async () => {
    const refusal = async (changed: Record<string, string>): Promise<string> => {
      const refused = await admin.submit('/admin/offices/new', '/admin/offices', {
        ...fields,
        parentId: program.district.id,
        ...changed,
      });
      expect(refused.status).to.equal(422);
      return refused.text;
    };
    expect(await refusal({ code: 'CS-SFJ' })).to.contain('这个代码已有机关使用，请换一个');
    expect(await refusal({ code: 'cs 1' })).to.contain('代码只能用大写字母、数字和横线');
    expect(await refusal({ postcode: '4052' })).to.contain('邮政编码应当是 6 位数字');
    expect(await refusal({ parentId: fields.code })).to.contain('请从列表中选择上级机关');
  });

  it('changes an office, writes it down, and tells the second of two', async () => {
    const page = `/admin/offices/${program.town.id}`;
    const changed = {
      ...fields,
      name: '云林镇人民政府',
      shortName: '云林镇',
      kind: 'town',
      letterMark: '云林公开',
    };
    expect((await admin.submit(page, page, changed)).status).to.equal(303);
    const { text } = await admin.get(page);
    expect(text).to.contain('value="云林公开"').and.to.contain('发文机关代字');
    const late = await admin.submit(page, page, { ...changed, letterMark: '后改', version: '1' });
    expect(late.status).to.equal(422);
    expect(late.text).to.contain('刚被他人修改');
  });

  it('takes what the remedies need, and gives it back', async () => {
    const page = paths.office(program.town.id);
    const told = {
      standing: 'dispatched',
      superior: '测试区民政局',
      seat: '测试区人民政府',
      court: '测试区人民法院',
      internetFiling: '“掌上复议”小程序',
    };
    const changed = { ...fields, name: '云林镇人民政府', kind: 'town', ...told };
    expect((await admin.submit(page, page, changed)).status).to.equal(303);
    const { text } = await admin.get(page);
    for (const value of Object.values(told)) expect(text).to.contain(value);
    expect(text)
      .to.match(/value="dispatched" selected/)
      .and.to.contain('复议中的机关性质、');
    const office = await officeByCode(program.dataSource.manager, 'CS-YL');
    expect(office && answeringOffice(office)).to.include(told);
    const emptied = { ...changed, standing: '', superior: '', seat: '', court: '', internetFiling: '' };
    expect((await admin.submit(page, page, emptied)).status).to.equal(303);
    expect((await officeByCode(program.dataSource.manager, 'CS-YL'))?.settings).to.deep.equal({});
    expect((await admin.submit(page, page, { ...changed, standing: 'king' })).status).to.equal(422);
  });

  describe('the picture of the seal', () => {
    const send = (content: Buffer, id = program.district.id): Promise<Arrived> =>
      admin.upload(
        paths.office(id),
        paths.officeSeal(id),
        {},
        {
          seal: new File([new Uint8Array(content)], '印章.png', { type: 'image/png' }),
        },
      );

    it('is judged by its content, refused with what to do', async () => {
      const refusals: readonly [Buffer, string][] = [
        [Buffer.from('not a picture'), '不是 PNG 图片'],
        [sealPicture(60), '每边至少 100 像素'],
        [sealPicture(200).subarray(0, 300), '已损坏'],
        [Buffer.alloc(1024 * 1024 + 1), '超过 1 MB'],
      ];
      for (const [content, says] of refusals) {
        const refused = await send(content);
        expect(refused.status, says).to.equal(422);
        expect(refused.text).to.contain(says);
      }
      expect((await admin.get(paths.officeSeal(program.district.id))).status).to.equal(404);
    });

    it('is kept for the office, shown to its administrators alone, and taken down again', async () => {
      expect((await send(sealPicture(200))).status).to.equal(303);
      const picture = await admin.get(paths.officeSeal(program.district.id));
      expect(picture.headers.get('content-type')).to.equal('image/png');
      const local = await program.signedIn(['admin'], { officeCode: 'CS-YL' });
      expect((await local.get(paths.officeSeal(program.district.id))).status).to.equal(404);
      const clerk = await program.signedIn(['clerk']);
      expect((await clerk.get(paths.officeSeal(program.district.id))).status).to.equal(403);
      const page = paths.office(program.district.id);
      expect((await admin.get(page)).text).to.contain('上传了印章图片');
      await admin.submit(page, paths.officeSealEnd(program.district.id));
      expect((await admin.get(paths.officeSeal(program.district.id))).status).to.equal(404);
    });
  });
});
