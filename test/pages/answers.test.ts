import { expect } from 'chai';
import type { Act } from '../../src/domain/acts/acts.js';
import { logOf } from '../../src/records/application/logs.js';
import { paths } from '../../src/web/paths.js';
import { addCase, daysAgo } from '../support/pages.js';
import { openProgram, type Program } from '../support/program.js';

const ours = 'clear/information/ours';
const search = {
  searchedIn: '档案室文书档案',
  searchedFor: '危房改造',
  searchedBy: '档案室',
  searchedOn: daysAgo(0),
  searchedFound: '没有发现相关记录。',
};

describe('choosing and writing an answer, without script', () => {
  let program: Program;
  before(async () => {
    program = await openProgram();
  });
  after(() => program.close());

  const draft = (id: string): string => paths.act(id, 'reply.drafted');
  const guide = (id: string): string => paths.answerGuide(id, 'reply.drafted');
  const lastOf = async (id: string) => (await logOf(program.dataSource.manager, id)).at(-1);
  const fieldsIn = (text: string): string[] =>
    [...text.matchAll(/<(?:input|textarea|select)[^>]* name="([^"]+)"/gu)]
      .flatMap(([, name]) => (name === undefined || name.startsWith('_') || name === 'version' ? [] : [name]))
      .filter((name, i, all) => all.indexOf(name) === i);

  it('is led by questions to exactly one outcome, with its article and letter, and what was typed is kept', async () => {
    const { id } = await addCase(program, []);
    const handler = await program.signedIn(['handler']);
    const first = await handler.get(guide(id));
    expect(first.text).to.include('申请内容清楚吗').and.include('《条例》第三十条');
    let page = first;
    for (const choice of ['clear', 'information', 'ours']) {
      const guideWay = /name="guideWay" value="([^"]*)"/u.exec(page.text)?.[1] ?? '';
      page = await handler.submit(guide(id), guide(id), { on: daysAgo(0), guideWay, of: '', choice });
      expect(page.status).to.equal(200);
    }
    expect(page.text).to.include(
      '答复种类：信息不存在，《条例》第三十六条第（四）项，《政府信息不存在告知书》',
    );
    const back = await handler.submit(guide(id), guide(id), { guideWay: ours, of: '', choice: 'back' });
    expect(back.text).to.include('这项信息由本机关负责公开吗');
    const form = await handler.submit(guide(id), guide(id), {
      on: daysAgo(0),
      guideWay: ours,
      of: '',
      choice: 'notHeld',
    });
    expect(form.text)
      .to.match(/value="notHeld"[^>]* selected/u)
      .and.include('有没有：检索以后没有找到');
    const way = `${ours}/notHeld`;
    const facts = {
      on: daysAgo(0),
      outcome: 'notHeld',
      way,
      reasons: '本机关没有制作该信息的职责。',
      ...search,
    };
    const done = await handler.submit(draft(id), draft(id), { ...facts, do: 'perform' });
    expect([done.status, done.headers.get('location')]).to.deep.equal([303, paths.replyLetter(id)]);
    expect(await lastOf(id)).to.have.nested.property('facts.way', way);
    expect((await handler.get(paths.case(id))).text).to.include('有没有：检索以后没有找到');
    expect((await handler.get(paths.replyLetter(id))).text).to.include('检索关键词：危房改造');
  });

  it('asks for exactly what the chosen outcome requires, and lets the way go when another is chosen by hand', async () => {
    const { id } = await addCase(program, []);
    const handler = await program.signedIn(['handler']);
    expect(fieldsIn((await handler.get(draft(id))).text)).to.deep.equal(['on', 'outcome']);
    const shown = async (outcome: string, more = {}) =>
      fieldsIn(
        (await handler.submit(draft(id), draft(id), { on: daysAgo(0), outcome, ...more, do: 'choose' })).text,
      );
    expect(await shown('repeated')).to.deep.equal(['on', 'outcome', 'earlier', 'reasons']);
    expect(await shown('notHeld')).to.deep.equal(['on', 'outcome', ...Object.keys(search), 'reasons']);
    expect(await shown('notResponsible', { way: 'clear/petition' })).to.deep.equal([
      'on',
      'outcome',
      'directTo',
      'reasons',
    ]);
    const token = /name="_csrf" value="([^"]+)"/u.exec((await handler.get(draft(id))).text)?.[1] ?? '';
    const fragment = await handler.post(paths.actInputs(id, 'reply.drafted'), {
      _csrf: token,
      on: daysAgo(0),
      outcome: 'deliberative',
      reasons: '属于讨论记录。',
    });
    expect(fragment.text).to.include('属于讨论记录。').and.not.include('<html');
  });

  it('parts an answer by the applicant’s own numbers; each matter has its result and the letter says them one by one', async () => {
    const { id } = await addCase(program, [], { content: '请公开：1、2025年预算；2、讨论记录。' });
    const handler = await program.signedIn(['handler']);
    const parted = await handler.submit(draft(id), draft(id), { on: daysAgo(0), do: 'parts' });
    expect(fieldsIn(parted.text)).to.deep.equal([
      'on',
      'matters.0.what',
      'matters.0.outcome',
      'matters.1.what',
      'matters.1.outcome',
    ]);
    expect(parted.text).to.include('2025年预算').and.include('讨论记录');
    const matters = {
      'matters.0.what': '2025年预算',
      'matters.0.outcome': 'granted',
      'matters.0.provided': '预算表一份，可以到本机关领取。',
      'matters.1.what': '讨论记录',
      'matters.1.outcome': 'deliberative',
    };
    const bare = await handler.submit(draft(id), draft(id), { on: daysAgo(0), ...matters, do: 'perform' });
    expect(bare.status).to.equal(422);
    expect(bare.text)
      .to.include('href="#field-matters.1.reasons"')
      .and.include('id="field-matters.1.reasons"');
    const reasons = '该记录属于讨论记录，全部内容均为讨论过程，无法区分处理。';
    const done = await handler.submit(draft(id), draft(id), {
      on: daysAgo(0),
      ...matters,
      'matters.1.reasons': reasons,
      do: 'perform',
    });
    expect(done.status).to.equal(303);
    expect(await lastOf(id)).to.have.nested.property('facts.outcome', 'partial');
    const letter = (await handler.get(paths.replyLetter(id))).text;
    expect(letter).to.include('一、关于“2025年预算”').and.include('二、关于“讨论记录”').and.include('应当先');
    const again = await handler.get(draft(id));
    expect(again.text)
      .to.include(reasons)
      .and.match(/name="outcome" value="partial"/u);
    const more = await handler.submit(draft(id), draft(id), { on: daysAgo(0), ...matters, do: 'add' });
    expect(more.text).to.include('第 3 项').and.include('去掉第 3 项');
    const fewer = await handler.submit(draft(id), draft(id), {
      ...matters,
      'matters.2.what': '台账',
      do: 'drop.0',
    });
    expect(fieldsIn(fewer.text)).to.include('matters.1.what').and.not.include('matters.2.what');
    const whole = await handler.submit(draft(id), draft(id), { on: daysAgo(0), ...matters, do: 'whole' });
    expect(fieldsIn(whole.text)).to.deep.equal(['on', 'outcome', 'provided', 'reasons']);
  });

  it('asks as what the whole counts where its matters leave that open', async () => {
    const { id } = await addCase(program, []);
    const handler = await program.signedIn(['handler']);
    const matters = {
      'matters.0.what': '预算',
      'matters.0.outcome': 'granted',
      'matters.0.provided': '预算表一份，可以到本机关领取。',
      'matters.1.what': '台账',
      'matters.1.outcome': 'petition',
      'matters.1.reasons': '该项内容是反映问题并要求处理，不是申请获取政府信息。',
    };
    const asked = await handler.submit(draft(id), draft(id), { on: daysAgo(0), ...matters, do: 'perform' });
    expect(asked.status).to.equal(422);
    expect(asked.text).to.include('整件计为');
    const facts = { on: daysAgo(0), ...matters, outcome: 'granted', do: 'perform' };
    expect((await handler.submit(draft(id), draft(id), facts)).status).to.equal(303);
    expect(await lastOf(id)).to.have.nested.property('facts.outcome', 'granted');
  });

  it('answers nonsense with the form, and nobody who may not draft', async () => {
    const { id } = await addCase(program, []);
    const handler = await program.signedIn(['handler']);
    const bodies: Readonly<Record<string, string>>[] = [
      { 'matters.999.what': 'x', do: 'perform' },
      { 'matters.0.outcome': '__proto__', 'matters.0.what': '', do: 'choose' },
      { outcome: 'constructor', way: '../..', do: 'perform' },
      { do: 'guide.77' },
      { do: 'drop.x', 'matters.0.what': 'a', 'matters.1.what': 'b' },
    ];
    for (const body of bodies) {
      const { status } = await handler.submit(draft(id), draft(id), { on: daysAgo(0), ...body });
      expect(status, JSON.stringify(body)).to.be.oneOf([200, 422]);
    }
    const odd = await handler.submit(guide(id), guide(id), {
      of: '-1',
      guideWay: 'x/y',
      choice: 'constructor',
    });
    expect(odd.status).to.equal(200);
    expect((await handler.get(paths.answerGuide(id, 'reply.signed'))).status).to.be.oneOf([403, 404]);
    const clerk = await program.signedIn(['clerk']);
    expect((await clerk.get(guide(id))).status).to.equal(403);
    expect((await lastOf(id))?.type).to.not.equal('reply.drafted');
  });

  it('is corrected with all its matters', async () => {
    const matters = [
      { what: '预算', outcome: 'granted', provided: '预算表一份，可以到本机关领取。' },
      { what: '台账', outcome: 'needsCreation', reasons: '没有现成的台账，需要重新汇总。' },
    ] as const;
    const drafted: Act = { type: 'reply.drafted', on: daysAgo(1), outcome: 'granted', matters };
    const { id } = await addCase(program, [drafted]);
    const seq = (await lastOf(id))?.seq ?? 0;
    const head = await program.signedIn(['head']);
    const form = await head.get(paths.actCorrection(id, seq));
    expect(form.text).to.include('没有现成的台账，需要重新汇总。');
    const path = paths.actCorrection(id, seq);
    const sent = await head.submit(path, path, {
      on: daysAgo(1),
      outcome: 'granted',
      'matters.0.what': '预算',
      'matters.0.outcome': 'granted',
      'matters.0.provided': '预算表两份，可以到本机关领取。',
      'matters.1.what': '台账',
      'matters.1.outcome': 'needsCreation',
      'matters.1.reasons': '没有现成的台账，需要重新汇总。',
      correctionMode: 'replace',
      correctionWhy: '份数有误',
      do: 'confirmed',
    });
    expect(sent.status).to.equal(303);
    expect((await head.get(paths.case(id))).text)
      .to.include('预算表两份')
      .and.include('第 1 项·');
  });
});
