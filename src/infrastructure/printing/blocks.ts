import type { LocalDate } from '../../domain/time/local-date.js';

/**
 * What a letter says, without ink. A template yields it; `printLetter` sets it by
 * GB/T 9704-2012《党政机关公文格式》.
 */
export interface LetterDocument {
  /** 信函格式 (10.1) for replies and notices; 文件格式 (7) for the rest. */
  form: 'xinhan' | 'wenjian';
  /** 发文机关标志, printed as given, in red. */
  issuer: string;
  /** 文号 in full: 梁政公开〔2026〕12号. Absent on a draft. */
  number?: string;
  /** 标题. A line feed forces a line; without one the lines are balanced. */
  title: string;
  language: 'zh-CN';
  blocks: Block[];
  /** 附件说明: names in order, without numbers and closing marks. */
  attachments?: string[];
  signature: Signature;
  /** 抄送机关 in order. */
  copyTo?: string[];
  /** 回执 or another form on a page of its own after the signature. */
  slip?: Block[];
  /** Light words above the text area of each page, such as 草稿，未经签发. */
  draftMark?: string;
}

export interface Signature {
  /** 发文机关署名: the full name. */
  office: string;
  /** 成文日期. */
  on: LocalDate;
  /** The seal's picture (PNG, square, transparent). Without it the place stays free for a stamp. */
  seal?: { png: Buffer };
}

/** One piece of a letter's body. */
export type Block =
  | SalutationBlock
  | ParagraphBlock
  | HeadingBlock
  | ListBlock
  | TableBlock
  | NoteBlock
  | PageBreakBlock
  | QuoteBlock;

/** 主送机关 or the applicant's name, flush left. The colon is added when missing. */
export interface SalutationBlock {
  kind: 'salutation';
  to: string;
}

/** Body text. A line feed begins a new paragraph. */
export interface ParagraphBlock {
  kind: 'paragraph';
  text: string;
  /** `left`: without the two-character indent. Default `indented`. */
  align?: 'indented' | 'left' | 'center' | 'right';
}

/**
 * 层次: 1 一、黑体; 2 （一）楷体; 3 1. and 4 （1）仿宋 (GB/T 9704 7.3.3).
 * `text` carries its own number: the printer numbers nothing here.
 */
export interface HeadingBlock {
  kind: 'heading';
  level: 1 | 2 | 3 | 4;
  text: string;
}

/** Items set as paragraphs, each behind its number. */
export interface ListBlock {
  kind: 'list';
  /** `arabic` 1．; `parenthesis` （1）; `none` no number. Default `arabic`. */
  numbering?: 'arabic' | 'parenthesis' | 'none';
  items: string[];
}

/** A ruled table as wide as the text area. Its head is repeated on each page. */
export interface TableBlock {
  kind: 'table';
  caption?: string;
  columns: TableColumn[];
  /** Head of several rows, in place of the column headings. */
  head?: TableCell[][];
  rows: TableCell[][];
  /** Set in 小五 and narrow, for a form of many rows that is to stand on one page of a report. */
  dense?: true;
}

export interface TableColumn {
  heading: string;
  /** Weight beside the other columns. Default 1. */
  width?: number;
  /** Default `left`. */
  align?: CellAlign;
}

export type CellAlign = 'left' | 'center' | 'right';

/** A cell; spans work as in HTML, so a covered place has no cell of its own. */
export type TableCell =
  string | { text: string; colSpan?: number; rowSpan?: number; align?: CellAlign; strong?: boolean };

/** A remark in smaller type. */
export interface NoteBlock {
  kind: 'note';
  text: string;
}

/** What follows begins a new page. */
export interface PageBreakBlock {
  kind: 'pageBreak';
}

/** Words of another text (the request, a statute), in 楷体 and set in. */
export interface QuoteBlock {
  kind: 'quote';
  text: string;
}
