import { expect } from 'chai';
import type { Act } from '../../src/domain/acts/acts.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { paths } from '../../src/web/paths.js';
import { type LegalDesk, legalDeskOn } from '../support/legal-desk.js';
import type { Visitor } from '../support/visitor.js';
import { REVIEW, SUIT, refusedCase } from './refused-case.js';

const on = localDate;
const answered: Act = { type: 'suit.answered', on: on('2026-07-20'), id: SUIT };
const judged = (result: 'claimsRejected' | 'revoked'): Act => ({
  type: 'suit.judged',
  on: on('2026-09-01'),
  id: SUIT,
  result,
  form: 'judgment',
});
const appealed: Act = {
  type: 'suit.appealCopyReceived',
  on: on('2026-09-14'),
  id: SUIT,
  appellant: 'applicant',
  court: '测试市中级人民法院',
  docket: '（2026）测行终9号',
};

describe('papers of the later instances', function () {
  this.timeout(60_000);
  let legal: Visitor;
  let desk: LegalDesk;
  let id: string;

  legalDeskOn('2026-09-16', (given) => {
    desk = given;
    ({ legal } = given);
  });

  /** A case of its own, brought so far. */
  const brought = async (...more: readonly Act[]): Promise<void> => {
    ({ id } = await desk.opened([...refusedCase, ...more]));
  };

  const textOf = async (kind: string): Promise<string> => {
    const { text, status } = await legal.get(paths.filing(id, SUIT, kind));
    expect(status).to.equal(200);
    const [, inside = ''] = /<textarea[^>]*>\n?(.*?)<\/textarea>/s.exec(text) ?? [];
    return inside.replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'");
  };

  const holds = (text: string, elements: readonly string[]): void => {
    for (const element of elements) expect(text, element).to.include(element);
  };

  it('answers an appeal: parties, the judgment, the request, the grounds', async () => {
    await brought(answered, judged('claimsRejected'), appealed);
    holds(await textOf('appealAnswer'), [
      '@ 测试市中级人民法院',
      '答辩人（被上诉人、一审被告）：测试区人民政府办公室',
      `上诉人张三丰因政府信息公开答复一案，不服测试区人民法院${SUIT}行政判决`,
      '于2026年9月14日收到上诉状副本',
      '法释〔2018〕1号第一百零八条',
      '请依法驳回上诉，维持原判决（《行政诉讼法》第八十九条第一款第（一）项）',
      '答辩人于2026年9月1日收到，结果为“驳回诉讼请求”',
      '【待填：对上诉理由的逐项答辩】',
      '2026年4月21日，本机关作出',
      '涉及第三方商业秘密，第三方不同意公开。',
      '本答辩状副本',
    ]);
  });

  it('stands on the board with the answer to the appeal as what is missing, and nothing of the first instance', async () => {
    const board = (await legal.get(paths.remedies)).text;
    const row = board.split('<tr').find((one) => one.includes(SUIT)) ?? '';
    holds(row, ['行政上诉答辩状', '2026年9月29日']);
    expect(row).to.not.include('证据清单').and.not.include('行政诉讼答辩状');
    const page = (await legal.get(paths.proceeding(id, SUIT))).text;
    expect(/aria-current="step">.*?step-name">([^<]*)/s.exec(page)?.[1]).to.equal('二审');
    const badge = (name: string): string =>
      new RegExp(`>${name}<.*?tag tag-[^>]*>([^<]*)<`, 's').exec(page)?.[1] ?? '';
    expect([badge('行政上诉答辩状'), badge('行政诉讼答辩状'), badge('证据清单')]).to.deep.equal([
      '未拟',
      '已提交',
      '已提交',
    ]);
    expect(page).to.not.include('行政上诉状');
  });

  it('claims nothing for a judgment that went against the office', async () => {
    await brought(answered, judged('revoked'), appealed);
    const text = await textOf('appealAnswer');
    holds(text, ['原审结果为“撤销”', '【待填：本机关对原审结果和上诉请求的意见】']);
    expect(text).to.not.include('维持原判决');
  });

  it('appeals where the office has lost: both parties, court and number, cause, requests and grounds', async () => {
    await brought(answered, judged('revoked'));
    const standing = (await legal.get(paths.proceeding(id, SUIT))).text;
    const at = /aria-current="step">.*?step-name">([^<]*)/s.exec(standing)?.[1];
    expect(at, 'open to appeal, not in effect').to.equal('二审');
    holds(standing, ['行政上诉状', '对判决上诉的期限：', '2026年9月16日']);
    expect((await legal.get(paths.remedies)).text).to.include('一审败诉，上诉须在期限内提交上诉状');
    holds(await textOf('appeal'), [
      '@ 【待填：二审法院】',
      '上诉人（一审被告）：测试区人民政府办公室',
      '被上诉人（一审原告）：张三丰',
      '政府信息公开答复一案',
      `不服测试区人民法院${SUIT}行政判决`,
      '2026年9月1日收到，结果为“撤销”',
      '《中华人民共和国行政诉讼法》第八十五条',
      '通过原审人民法院提出上诉',
      '一、上诉请求',
      '依法改判驳回被上诉人的诉讼请求',
      '二、上诉理由',
      '【待填：原审认定事实、适用法律或者程序的错误，逐项写明】',
      '按对方当事人的人数提交',
    ]);
    const page = paths.filing(id, SUIT, 'appeal');
    const open = await legal.submit(page, page, { text: await textOf('appeal'), do: 'final' });
    expect(open.status).to.equal(422);
    expect(open.text).to.include('还有待填的内容：二审法院');
  });

  it('gives a written opinion on an application for retrial, with every judgment in its order', async () => {
    const final: Act = {
      type: 'suit.finallyJudged',
      on: on('2026-09-15'),
      id: SUIT,
      result: 'appealRejected',
    };
    const asked: Act = {
      type: 'suit.retrialApplied',
      on: on('2026-09-16'),
      id: SUIT,
      appellant: 'applicant',
      court: '测试省高级人民法院',
    };
    await brought(answered, judged('claimsRejected'), appealed, final, asked);
    const text = await textOf('retrialAnswer');
    holds(text, [
      '@ 测试省高级人民法院',
      '被申请人（原审被告）：测试区人民政府办公室',
      '再审申请人张三丰',
      '于2026年9月16日收到再审申请书副本',
      '法释〔2018〕1号第一百一十一条',
      '不符合《行政诉讼法》第九十一条规定的情形，请依法裁定驳回再审申请（法释〔2018〕1号第一百一十六条）',
      '- 2026年9月1日收到一审行政判决，结果为“驳回诉讼请求”。',
      '- 2026年9月15日收到二审行政判决，结果为“驳回上诉、维持原判',
    ]);
    expect((await legal.get(paths.proceeding(id, SUIT))).text).to.include('再审书面意见');
  });

  it('asks for a retrial itself where the judgment in effect went against it', async () => {
    const final: Act = { type: 'suit.finallyJudged', on: on('2026-09-15'), id: SUIT, result: 'revoked' };
    await brought(answered, judged('claimsRejected'), appealed, final);
    expect((await legal.get(paths.proceeding(id, SUIT))).text).to.include('再审申请书');
    holds(await textOf('retrialApplication'), [
      '@ 【待填：审查再审申请的法院】',
      '再审申请人（原审被告）：测试区人民政府办公室',
      '被申请人（原审原告）：张三丰',
      '不服已经发生法律效力的行政判决（再审申请人于2026年9月15日收到，结果为“撤销”）',
      '《中华人民共和国行政诉讼法》第九十条、第九十一条',
      '【待填：属于《行政诉讼法》第九十一条第几项，逐项写明事实和理由】',
      '- 2026年9月1日收到一审行政判决，结果为“驳回诉讼请求”。',
      '- 2026年9月15日收到二审行政判决，结果为“撤销”。',
    ]);
  });

  it('has no such papers in a reconsideration', async () => {
    expect((await legal.get(paths.filing(id, REVIEW, 'appealAnswer'))).status).to.equal(404);
    expect((await legal.get(paths.filing(id, SUIT, 'directory'))).status).to.equal(404);
  });
});
