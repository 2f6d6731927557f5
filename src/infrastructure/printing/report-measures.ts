import { mm, PAGE } from './measures.js';
import type { ReportDocument } from './report-blocks.js';

/** The sheet of a report: A4 with 20 mm of margin all round. Lengths in points. */
export interface Sheet {
  width: number;
  height: number;
  /** Margin on each side. */
  margin: number;
  /** Width and height between the margins. */
  textWidth: number;
  textHeight: number;
}

/** The sheet for an orientation. */
export function sheetOf(orientation: ReportDocument['orientation']): Sheet {
  const [width, height] = orientation === 'portrait' ? [PAGE.width, PAGE.height] : [PAGE.height, PAGE.width];
  const margin = mm(20);
  return { width, height, margin, textWidth: width - 2 * margin, textHeight: height - 2 * margin };
}

/** Height of a line of a report's text. */
export const REPORT_LINE = 20;
