import { chinese } from '../../domain/time/local-date.js';
import type { LetterDocument, Signature } from './blocks.js';
import { BODY, INDENT } from './letter-body.js';
import { baselineIn, inkOf } from './lines.js';
import { CELL, LINE, SEAL, SIZE, TEXT_AREA } from './measures.js';
import { gap, type Ink, type Strip } from './strips.js';
import type { Style, Typesetter } from './typeset.js';

/** 印章顶端应当上距正文一行之内 (7.3.5.1). */
const SEAL_BELOW_TEXT = 0.3 * LINE;

/** Free lines above a name of one line: the name and the date lie a little below the seal's middle. */
const LINES_ABOVE_NAME = 2;

const COPY: Style = { role: 'body', size: SIZE.four };

/** Height of a line of 抄送. */
const COPY_LINE = 24;

/** 附件说明 one line below the text: numbered when several, hanging under the first name's start. */
export function setAttachments(names: readonly string[], setter: Typesetter): Strip[] {
  if (names.length === 0) return [];
  const label = '附件：';
  const start = INDENT + setter.line(label, BODY).width;
  const tag = { type: 'P' };
  const strips = names.flatMap((name, i) => {
    const number = names.length > 1 ? `${i + 1}. ` : '';
    const prefix = i === 0 ? label : '';
    const hanging = start + setter.line(`${number}.`, BODY).width - setter.line('.', BODY).width;
    const lines = setter.paragraph(`${prefix}${number}${name}`, BODY, {
      width: TEXT_AREA.width,
      firstIndent: i === 0 ? INDENT : start,
      indent: number ? hanging : start,
    });
    return lines.map((line): Strip => ({ height: LINE, ink: [inkOf(line, LINE, BODY.size, tag)] }));
  });
  return [gap(LINE), ...strips].map((strip) => ({ ...strip, keepWithNext: true }));
}

/**
 * 署名、成文日期、印章 as one strip (7.3.5.1): the date four characters from the right, the name and
 * the seal centred on it. The place of the seal stays free when there is none.
 */
export function setSignature({ office, on, seal }: Signature, setter: Typesetter): Strip {
  const date = setter.line(chinese(on), BODY);
  const names = setter.balanced(office, BODY, TEXT_AREA.width - 2 * CELL);
  const widest = Math.max(...names.map((line) => line.width));
  const centre = Math.min(TEXT_AREA.width - 4 * CELL - date.width / 2, TEXT_AREA.width - widest / 2);
  // A name of two lines begins higher, so that the seal still covers the date (下压发文机关署名和成文日期).
  const above = Math.max(0, LINES_ABOVE_NAME + 1 - names.length);
  const tag = { type: 'P' };
  const ink: Ink[] = [...names, date].map((line, i) => ({
    kind: 'text',
    line: { ...line, x: 0 },
    x: centre - line.width / 2,
    baseline: (above + i) * LINE + baselineIn(LINE, BODY.size),
    tag,
  }));
  if (seal) {
    const alt = `${office}印章`;
    const box = { x: centre - SEAL / 2, y: SEAL_BELOW_TEXT, width: SEAL, height: SEAL };
    ink.push({ kind: 'image', image: seal.png, ...box, tag: { type: 'Figure', alt } });
  }
  const height = Math.max((above + names.length + 1) * LINE, SEAL_BELOW_TEXT + SEAL);
  return { height, ink };
}

/** 抄送 in 4号, one character in from both sides; for 文件格式 between the lines of the 版记. */
export function setCopyTo({ copyTo = [], form }: LetterDocument, setter: Typesetter): Strip[] {
  if (copyTo.length === 0) return [];
  const label = '抄送：';
  const indent = SIZE.four + setter.line(label, COPY).width;
  const lines = setter.paragraph(`${label}${copyTo.join('，')}。`, COPY, {
    width: TEXT_AREA.width - SIZE.four,
    firstIndent: SIZE.four,
    indent,
  });
  const tag = { type: 'P' };
  const strips = lines.map((line): Strip => ({
    height: COPY_LINE,
    ink: [inkOf(line, COPY_LINE, SIZE.four, tag)],
  }));
  if (form === 'wenjian') {
    strips[0]?.ink.push(rule(0));
    strips.at(-1)?.ink.push(rule(COPY_LINE));
  }
  return strips;
}

/** 版记 first and last line: 0.35 mm (7.4.1). */
function rule(y: number): Ink {
  return { kind: 'rule', from: [0, y], to: [TEXT_AREA.width, y], thickness: 1 };
}
