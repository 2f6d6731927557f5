import { expect } from 'chai';
import fc from 'fast-check';
import { openTypefaces } from '../../src/infrastructure/printing/fonts.js';
import { BODY } from '../../src/infrastructure/printing/letter-body.js';
import { CELL, TEXT_AREA } from '../../src/infrastructure/printing/measures.js';
import { Typesetter, type SetLine } from '../../src/infrastructure/printing/typeset.js';
import { partedLines } from '../../src/infrastructure/printing/words.js';

const setter = new Typesetter(openTypefaces());
const MEASURE = { width: TEXT_AREA.width, firstIndent: 2 * CELL };

const CLOSING = '。，、；：！？）》」』”’〕】…';
const OPENING = '（《「『“‘〔【';

/** Chinese as it is written: characters, now and then a mark, a word or a number. */
const piece = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constantFrom(...Array.from('政府信息公开申请答复本机关依法审查征收补偿方案批准文件街道')),
  },
  { weight: 2, arbitrary: fc.constantFrom(...Array.from('。，、；：！？')) },
  { weight: 1, arbitrary: fc.constantFrom('（一）', '《条例》', '“附件”', '〔2026〕', '——', '……', '』」') },
  { weight: 2, arbitrary: fc.constantFrom('2026', '1,234.50', 'PDF', 'GB/T9704-2012', '20%') },
);
const prose = fc.array(piece, { minLength: 1, maxLength: 160 }).map((pieces) => `本${pieces.join('')}`);

function linesOf(text: string): SetLine[] {
  return setter.paragraph(text, BODY, MEASURE);
}

describe('a long name for programs that set lines themselves', () => {
  it('is parted between words into lines of like length', () => {
    const name = '重庆市梁平区规划和自然资源局城市更新和历史文化保护工作领导小组办公室';
    expect(partedLines(name, 19)).to.deep.equal([
      '重庆市梁平区规划和自然资源局城市',
      '更新和历史文化保护工作领导小组办公室',
    ]);
    expect(partedLines('政府信息公开答复书', 20)).to.deep.equal(['政府信息公开答复书']);
    expect(partedLines('𬱖'.repeat(9), 4).join('')).to.equal('𬱖'.repeat(9));
  });
});

describe('lines of Chinese text', () => {
  it('hold 28 characters, 26 in the first line of a paragraph', () => {
    const lines = linesOf('甲'.repeat(60));
    expect(lines.map((line) => [...line.text].length)).to.deep.equal([26, 28, 6]);
  });

  it('lose no character', () => {
    fc.assert(
      fc.property(
        prose,
        (text) =>
          linesOf(text)
            .map((l) => l.text)
            .join('') === text,
      ),
    );
  });

  it('stay within the text area', () => {
    fc.assert(
      fc.property(prose, (text) =>
        linesOf(text).every((line) => line.x + line.width <= TEXT_AREA.width + 0.05),
      ),
    );
  });

  it('keep a figure with what it counts', () => {
    for (let before = 18; before <= 26; before += 1) {
      const lines = linesOf(`${'甲'.repeat(before)}2026年3月15日印发12份`).map(({ text }) => text);
      expect(
        lines.slice(1).some((line) => /^[年月日份]/u.test(line)),
        lines.join('／'),
      ).to.equal(false);
    }
  });

  it('of a title part between words, in lines of like length', () => {
    const title = '梁平区人民政府办公室关于张某等十七人申请公开城市更新项目征收补偿方案的答复书';
    const lines = setter.balanced(title, { role: 'title', size: 22 }, TEXT_AREA.width);
    expect(lines.map(({ text }) => text).join('')).to.equal(title);
    for (const word of [
      '人民政府',
      '十七',
      '申请',
      '公开',
      '城市',
      '更新',
      '项目',
      '征收',
      '补偿',
      '方案',
      '答复',
    ])
      expect(
        lines.filter(({ text }) => text.includes(word)),
        word,
      ).to.have.length(1);
  });

  it('do not begin with a closing mark nor end with an opening mark (避头尾)', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const lines = linesOf(text).map((line) => line.text);
        const begins = lines.slice(1).some((line) => CLOSING.includes([...line][0] ?? ' '));
        const ends = lines.slice(0, -1).some((line) => OPENING.includes([...line].at(-1) ?? ' '));
        return !begins && !ends;
      }),
    );
  });

  it('do not part 破折号 or 省略号, words or numbers', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const lines = linesOf(text).map((line) => line.text);
        return lines.slice(1).every((line, i) => {
          const before = /(?:[!-~]+|.)$/u.exec(lines[i] ?? '')?.[0] ?? '';
          const after = /^(?:[!-~]+|.)/u.exec(line)?.[0] ?? '';
          if (before === after && '—…'.includes(after)) return false;
          const parted = /[!-~]$/u.test(before) && /^[!-~]/u.test(after);
          return !parted || setter.line(before + after, BODY).width > TEXT_AREA.width * 0.4;
        });
      }),
    );
  });

  it('fill the measure, save where a long word leaves too much', () => {
    const [first] = linesOf('根据《中华人民共和国政府信息公开条例》第三十六条，现将有关事项答复如下。');
    expect((first?.x ?? 0) + (first?.width ?? 0)).to.be.closeTo(TEXT_AREA.width, 0.05);
  });

  it('leave a space out at a line’s end', () => {
    const lines = linesOf(`${'甲'.repeat(26)} abc`);
    expect(lines.map((line) => line.text)).to.deep.equal(['甲'.repeat(26), 'abc']);
  });

  it('cut an address that is longer than half a line', () => {
    const address = `https://www.example.gov.cn/${'a'.repeat(80)}`;
    const lines = linesOf(`详见${address}`);
    expect(lines.map((line) => line.text).join('')).to.equal(`详见${address}`);
    expect(lines.every((line) => line.width <= TEXT_AREA.width + 0.05)).to.equal(true);
  });

  it('end with nothing but marks when there is nothing else', () => {
    const lines = linesOf('。'.repeat(70));
    expect(lines.map((line) => line.text).join('')).to.equal('。'.repeat(70));
  });

  it('give 间隔号 half a character and a dash the whole of its own', () => {
    const plain = setter.line('丽买', BODY).width;
    expect(setter.line('丽·买', BODY).width - plain).to.be.closeTo(CELL / 2, 0.01);
    expect(setter.line('丽——买', BODY).width - plain).to.be.closeTo(2 * CELL, 0.01);
  });
});
