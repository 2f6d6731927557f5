import { type Citation, cite } from '../law/citation.js';
import type { ReportFigure } from './report-figures.js';

/** A stretch of the report that is written by people. */
export interface ReportSection {
  readonly label: string;
  /** The part of the form it belongs to. */
  readonly part: 'overview' | 'problems' | 'others';
  /** What belongs here. */
  readonly about: string;
  readonly article: Citation;
  /** What stands there until somebody writes: names in braces are numbers of the tables. */
  readonly begins: string;
}

const contents = (item: number): Citation => cite('disclosure', 50, 1, item);

/** 一、五、六 of the national form (国办公开办函〔2021〕30号): the parts in words. */
export const reportSections = {
  proactive: {
    label: '（一）主动公开情况',
    part: 'overview',
    about: '主动公开的内容、重点领域、解读回应等。',
    article: contents(1),
    begins: '',
  },
  onRequest: {
    label: '（二）依申请公开情况',
    part: 'overview',
    about: '收到和处理申请、复议和诉讼的情况。数字取自表三、表四，随表变动。',
    article: contents(2),
    begins:
      '{年份}年，新收政府信息公开申请{新收}件，上年结转{上年结转}件。全年办结{办结}件，其中予以公开{予以公开}件、部分公开{部分公开}件、不予公开{不予公开}件、无法提供{无法提供}件、不予处理{不予处理}件、其他处理{其他处理}件；结转下年度继续办理{结转下年}件。\n因政府信息公开工作被申请行政复议{行政复议}件，其中结果维持{行政复议结果维持}件、结果纠正{行政复议结果纠正}件、其他结果{行政复议其他结果}件、尚未审结{行政复议尚未审结}件；未经复议直接起诉{直接起诉}件，复议后起诉{复议后起诉}件。',
  },
  management: {
    label: '（三）政府信息管理情况',
    part: 'overview',
    about: '规范性文件管理、公开属性认定、定期评估审查（《条例》第十八条）等。',
    article: cite('disclosure', 18),
    begins: '',
  },
  platform: {
    label: '（四）政府信息公开平台建设情况',
    part: 'overview',
    about: '门户网站、政务新媒体、公共查阅场所等。',
    article: cite('disclosure', 23),
    begins: '',
  },
  supervision: {
    label: '（五）监督保障情况',
    part: 'overview',
    about: '组织领导、培训等；各级人民政府还应当写明工作考核、社会评议和责任追究结果。',
    article: contents(4),
    begins: '',
  },
  problems: {
    label: '五、存在的主要问题及改进情况',
    part: 'problems',
    about: '存在的主要问题和改进的办法，不写空话，不与往年雷同。',
    article: contents(4),
    begins: '',
  },
  others: {
    label: '六、其他需要报告的事项',
    part: 'others',
    about: '收取信息处理费的情况写在这里；没有其他事项的也要写明。',
    article: contents(5),
    begins:
      '收取信息处理费情况：{年份}年，发出收费通知{收费通知件数}件，金额{收费通知金额}元；实际收取{已缴费件数}件，金额{已缴费金额}元。\n无其他需要报告的事项。',
  },
} as const satisfies Record<string, ReportSection>;
export type SectionId = keyof typeof reportSections;
export const sectionIds = Object.keys(reportSections) as SectionId[];

/** The words of a report by section; what nobody has written begins as the section does. */
export type ReportTexts = Readonly<Partial<Record<SectionId, string>>>;

export const textOf = (texts: ReportTexts, id: SectionId): string => texts[id] ?? reportSections[id].begins;

/** Words, or a number of the tables that stands among them. */
export type FilledPiece = string | ReportFigure;

const NAMED = /[{｛]([^{}｛｝\n]{1,20})[}｝]/gu;

/** Puts the numbers into a text. A name that is none stays as it was written. */
export function fillText(text: string, figures: readonly ReportFigure[]): FilledPiece[] {
  const pieces: FilledPiece[] = [];
  let from = 0;
  for (const found of text.matchAll(NAMED)) {
    const figure = figures.find(({ name }) => name === found[1]?.trim());
    if (!figure) continue;
    if (found.index > from) pieces.push(text.slice(from, found.index));
    pieces.push(figure);
    from = found.index + found[0].length;
  }
  return from < text.length ? [...pieces, text.slice(from)] : pieces;
}

/** The text as it is read. */
export const plainText = (pieces: readonly FilledPiece[]): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : String(piece.value))).join('');

/** Names in braces that stand for nothing. */
export const unknownNames = (text: string, figures: readonly ReportFigure[]): string[] =>
  [...text.matchAll(NAMED)]
    .map(([, name = '']) => name.trim())
    .filter((name) => !figures.some((figure) => figure.name === name));

/** A number that was typed into the text and is another in the tables. */
export interface StrayNumber {
  readonly name: string;
  readonly written: number;
  readonly counted: number;
}

/** What may stand between a name and its number, and the word that shows that cases are counted. */
const NUMBER = String.raw`(?:政府信息公开)?(?:申请|案件)?(?:共计?|总计|为|数量)?(\d{1,3}(?:,\d{3})+|\d{1,7})[件宗]`;

/** A clause that speaks of another year is no statement about this one. */
const OTHER_YEAR = /去年|上一年|上年(?!结转)|同比|往年/u;

/**
 * R7: numbers written beside the name of a figure, such as 新收政府信息公开申请 41 件, against the tables. It reads the
 * text as it is printed, so numbers that were filled in agree of themselves. Words that it does not know it passes over.
 */
export function strayNumbers(printed: string, figures: readonly ReportFigure[]): StrayNumber[] {
  const year = figures.find(({ name }) => name === '年份')?.value;
  const ofOtherYear = (clause: string): boolean =>
    OTHER_YEAR.test(clause) ||
    [...clause.matchAll(/(\d{4})年/gu)].some(([, named]) => Number(named) !== year);
  const clauses = printed
    .replaceAll(/[ \t\u3000]/gu, '')
    .split(/[，。；：、\n]|,(?!\d{3})/u)
    .filter((clause) => !ofOtherYear(clause));
  return figures
    .filter(({ source: { table } }) => table === 'three' || table === 'four')
    .flatMap(({ name, value }) => {
      const beside = new RegExp(`(?<!未)${name}${NUMBER}`, 'gu');
      return clauses
        .flatMap((clause) => [...clause.matchAll(beside)])
        .map(([, number = '']) => Number(number.replaceAll(',', '')))
        .filter((written) => written !== value)
        .map((written) => ({ name, written, counted: value }));
    });
}
