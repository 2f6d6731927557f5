import { expect } from 'chai';
import type { Act } from '../../src/domain/acts/acts.js';
import { logOf } from '../../src/records/application/logs.js';
import { paths } from '../../src/web/paths.js';
import { addCase, daysAgo } from '../support/pages.js';
import { openProgram, type Program } from '../support/program.js';

const faulty: Act = {
  type: 'reply.drafted',
  on: daysAgo(1),
  outcome: 'thirdPartyRights',
  reasons: '该合同载有报价构成，属于商业秘密，无法区分处理。',
};
const whole: Act = {
  type: 'reply.drafted',
  on: daysAgo(1),
  outcome: 'granted',
  provided: '批复一份，可以到本机关领取。',
};

describe('答复体检 on the pages', () => {
  let program: Program;

  before(async () => {
    program = await openProgram();
  });

  after(() => program.close());

  const sign = (id: string): string => paths.act(id, 'reply.signed');
  const lastOf = async (id: string) => (await logOf(program.dataSource.manager, id)).at(-1);

  it('lets nobody sign in silence over what must be mended; the reason stays in the record', async () => {
    const { id } = await addCase(program, [faulty]);
    const head = await program.signedIn(['head']);
    const { text } = await head.get(sign(id));
    expect(text).to.include('必须改').and.include('没有书面征求第三方意见').and.include('《条例》第三十二条');
    const silent = await head.submit(sign(id), sign(id), { on: daysAgo(0), do: 'perform' });
    expect(silent.status).to.equal(422);
    expect(silent.text).to.include('请在“签发意见”里写明理由');
    expect(await lastOf(id)).to.include({ type: 'reply.drafted' });
    const said = '第三方已注销，无法征求。';
    const signed = await head.submit(sign(id), sign(id), { on: daysAgo(0), do: 'perform', note: said });
    expect(signed.status).to.equal(303);
    expect(await lastOf(id)).to.have.nested.property('facts.note', said);
    expect((await head.get(paths.replyLetter(id))).text)
      .to.include('答复体检')
      .and.include(said);
  });

  it('asks for no reason where nothing must be mended', async () => {
    const { id } = await addCase(program, [whole]);
    const head = await program.signedIn(['head']);
    expect((await head.get(sign(id))).text).to.include('没有发现需要修改或者核对的地方');
    expect((await head.submit(sign(id), sign(id), { on: daysAgo(0), do: 'perform' })).status).to.equal(303);
  });

  it('leads a handler to the draft, and a notice that another office is responsible to a draft of it', async () => {
    const { id } = await addCase(program, [faulty]);
    const handler = await program.signedIn(['handler', 'head']);
    expect((await handler.get(paths.replyLetter(id))).text).to.include(
      `href="${paths.act(id, 'reply.drafted')}"`,
    );
    const way = `${paths.act(id, 'reply.drafted')}?outcome=notResponsible`;
    expect((await handler.get(paths.case(id))).text).to.include(`href="${way}"`);
    expect((await handler.get(way)).text).to.match(/value="notResponsible"[^>]* selected/);
  });
});
