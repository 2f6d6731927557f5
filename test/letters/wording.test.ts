import { expect } from 'chai';
import type { LetterFacts } from '../../src/domain/letter/facts.js';
import type { Block } from '../../src/infrastructure/printing/blocks.js';
import { readMarkup } from '../../src/infrastructure/printing/markup.js';
import { WordingFault, fillWording, readWording } from '../../src/letters/wording.js';

describe('the wording of letters', () => {
  it('puts facts in their places, days as a letter writes them', () => {
    const blocks = blocksOf('@ {{申请人}}\n本机关收到之日为{{收到日期}}。', {
      applicant: '张三',
      receivedOn: '2026-03-06',
    });
    expect(blocks).to.deep.equal([
      { kind: 'salutation', to: '张三' },
      { kind: 'paragraph', text: '本机关收到之日为2026年3月6日。' },
    ]);
  });

  it('reads each mark of the markup', () => {
    const text = [
      '## 一、事实',
      '### （一）经过',
      '> 引文',
      '~ 说明',
      '= 居中',
      '< 顶格',
      '/ 居右',
      '- 其一',
      '- 其二',
      '| 名称 | 内容 |',
      '|--|---|',
      '| 甲 | .. |',
    ].join('\n');
    expect(blocksOf(text, {})).to.deep.equal([
      { kind: 'heading', level: 1, text: '一、事实' },
      { kind: 'heading', level: 2, text: '（一）经过' },
      { kind: 'quote', text: '引文' },
      { kind: 'note', text: '说明' },
      { kind: 'paragraph', text: '居中', align: 'center' },
      { kind: 'paragraph', text: '顶格', align: 'left' },
      { kind: 'paragraph', text: '居右', align: 'right' },
      { kind: 'list', numbering: 'arabic', items: ['其一', '其二'] },
      {
        kind: 'table',
        columns: [
          { heading: '名称', width: 2 },
          { heading: '内容', width: 3 },
        ],
        rows: [['甲', '　\n　']],
      },
    ]);
  });

  it('makes an item, a paragraph or a row of each line of a fact', () => {
    const facts = { reasons: ['一项', '二项'], withheld: ['附件一｜个人隐私', '附件二：商业秘密', '附件三'] };
    expect(blocksOf('- {{理由}}', facts)).to.deep.equal([
      { kind: 'list', numbering: 'arabic', items: ['一项', '二项'] },
    ]);
    expect(blocksOf('理由是：{{理由}}', facts)).to.deep.equal([
      { kind: 'paragraph', text: '理由是：一项' },
      { kind: 'paragraph', text: '二项' },
    ]);
    expect(blocksOf('| 部分 | 依据 |\n| {{不予公开的部分和依据}} |', facts)[0]).to.have.deep.property(
      'rows',
      [
        ['附件一', '个人隐私'],
        ['附件二', '商业秘密'],
        ['附件三', ''],
      ],
    );
  });

  it('takes own numbers from a list only when they run from one', () => {
    const list = (items: string[]): Block => ({ kind: 'list', numbering: 'arabic', items });
    expect(blocksOf('- {{理由}}', { reasons: ['1.甲', '2．乙'] })).to.deep.equal([list(['甲', '乙'])]);
    expect(blocksOf('- {{理由}}', { reasons: ['3.5万元', '（1）乙'] })).to.deep.equal([
      list(['3.5万元', '（1）乙']),
    ]);
  });

  it('heads the parts of a fact that brings its own numbers: those next in order, without a stop', () => {
    const matters = [
      '一、关于“甲”',
      '予以公开。',
      '一、重新编的',
      '三、跳号',
      '二、关于“乙”',
      '三、以句号结束。',
      '三、关于“丙”',
    ];
    const blocks = blocksOf('# {{各项答复}}\n{{各项答复}}', { matters });
    expect(blocks.map(({ kind }) => kind)).to.deep.equal([
      'heading',
      'paragraph',
      'paragraph',
      'paragraph',
      'heading',
      'paragraph',
      'heading',
      ...matters.map(() => 'paragraph'),
    ]);
    expect(blocks[0]).to.deep.equal({ kind: 'heading', level: 1, text: '一、关于“甲”' });
  });

  it('never reads as markup what somebody wrote', () => {
    const facts = { request: ['## 一、标题', '- 项', '{{机关电话}}', '===', '| 表 |', '@ 某人'] };
    const blocks = blocksOf('{{申请内容}}\n> {{申请内容}}', facts);
    expect(blocks.map(({ kind }) => kind)).to.deep.equal([
      ...facts.request.map(() => 'paragraph'),
      ...facts.request.map(() => 'quote'),
    ]);
    expect(blocks[2]).to.deep.equal({ kind: 'paragraph', text: '{{机关电话}}' });
  });

  it('keeps what is behind === for a page after the signature', () => {
    const { text, expand } = fillWording(readWording('样', '正文\n===\n= 回执', {}), {});
    expect(readMarkup(text, expand)).to.deep.equal({
      body: [{ kind: 'paragraph', text: '正文' }],
      slip: [{ kind: 'paragraph', text: '回执', align: 'center' }],
    });
  });

  it('asks whether a fact is known', () => {
    const text = '{{如有 机关电话}}电话：{{机关电话}}{{否则}}无电话{{完}}{{如无 理由}}，无理由{{完}}';
    expect(blocksOf(text, { officePhone: '1' })).to.deep.equal([
      { kind: 'paragraph', text: '电话：1，无理由' },
    ]);
    expect(blocksOf(text, { reasons: ['有'] })).to.deep.equal([{ kind: 'paragraph', text: '无电话' }]);
  });

  it('shares pieces, also within pieces', () => {
    const partials = { a: '甲{{> b}}', b: '乙{{申请人}}' };
    const wording = readWording('样', '{{> a}}', partials);
    expect([...wording.names]).to.deep.equal(['applicant']);
    const { text, expand } = fillWording(wording, { applicant: '丙' });
    expect(expand(text)).to.deep.equal(['甲乙丙']);
  });

  it('says in which line a wording is wrong and what is wrong', () => {
    const faults: [string, string][] = [
      ['好\n{{收到曰期}}', '第 2 行：没有名为“收到曰期”的内容'],
      ['{{如有 机关电话}}好', '没有以“完”结束'],
      ['好{{完}}', '“完”前面没有“如有”或“如无”'],
      ['{{> 无此}}', '没有名为“无此”的公用段落'],
    ];
    for (const [text, says] of faults)
      expect(() => readWording('样', text, {}), text).to.throw(WordingFault, says);
  });
});

function blocksOf(text: string, facts: LetterFacts): Block[] {
  const { text: filled, expand } = fillWording(readWording('样', text, {}), facts);
  return readMarkup(filled, expand).body;
}
