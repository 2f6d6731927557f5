import type { LocalDate } from '../../domain/time/local-date.js';
import type { NoteBlock, PageBreakBlock, ParagraphBlock, TableBlock } from './blocks.js';

/** A plain document on A4 with page numbers: annexes, tables, 证据目录, the dashboard. */
export interface ReportDocument {
  title: string;
  /** The title names the file and is not printed: the text has one of its own. */
  untitled?: true;
  subtitle?: string;
  orientation: 'portrait' | 'landscape';
  /** The day of the document; it also dates the file, so that equal input gives equal bytes. */
  on: LocalDate;
  /** Light words above each page, such as 草稿. */
  draftMark?: string;
  blocks: ReportBlock[];
}

export type ReportBlock =
  | ParagraphBlock
  | ReportHeadingBlock
  | TableBlock
  | NoteBlock
  | PageBreakBlock
  | KeyValuesBlock
  | CalendarGridBlock
  | PictureBlock
  | DrawingBlock;

export interface ReportHeadingBlock {
  kind: 'heading';
  level: 1 | 2 | 3;
  text: string;
}

/** Names and their values in ruled pairs. */
export interface KeyValuesBlock {
  kind: 'keyValues';
  entries: { name: string; value: string }[];
  /** Pairs side by side. Default 1. */
  columns?: 1 | 2;
}

/** Months as grids, weeks from Monday; a key to the marks follows. */
export interface CalendarGridBlock {
  kind: 'calendarGrid';
  /** First days of the months to show: 2026-03-01. */
  months: LocalDate[];
  /** Days that carry a mark; all others are plain. */
  days: CalendarDay[];
}

export interface CalendarDay {
  on: LocalDate;
  mark: CalendarMark;
  /** Word or running number in the cell, at most three characters. Default: the mark's own. */
  label?: string;
}

/** 计入、休息日、调休上班、扣除、延长、届满、起点. */
export type CalendarMark = 'counted' | 'rest' | 'makeUp' | 'excluded' | 'extended' | 'due' | 'start';

/** A PNG or JPEG picture, centred. */
export interface PictureBlock {
  kind: 'picture';
  image: Buffer;
  /** Width in points. */
  width: number;
  /** Height in points. */
  height: number;
  /** What the picture shows, for readers who cannot see it. */
  alt: string;
}

/** Lines and areas in SVG path notation, in points from the top left corner. */
export interface DrawingBlock {
  kind: 'drawing';
  width: number;
  height: number;
  shapes: { path: string; fill?: string; stroke?: string; lineWidth?: number }[];
  /** `y` is the baseline. Default size 9. */
  words?: { text: string; x: number; y: number; size?: number; anchor?: 'start' | 'middle' | 'end' }[];
  alt: string;
}
