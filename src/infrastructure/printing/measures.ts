/** Points in a millimetre. */
const POINTS = 72 / 25.4;

/** Millimetres as points. */
export function mm(millimetres: number): number {
  return millimetres * POINTS;
}

/** A4 in points. */
export const PAGE = { width: mm(210), height: mm(297) } as const;

/** 版心 156 mm × 225 mm, 天头 37 mm, 订口 28 mm (GB/T 9704-2012 5.2.1). In points. */
export const TEXT_AREA = { left: mm(28), top: mm(37), width: mm(156), height: mm(225) } as const;

/** 每面22行，每行28个字 (5.2.3). */
const LINES_PER_PAGE = 22;
export const CHARACTERS_PER_LINE = 28;

/** Height of one line. */
export const LINE = TEXT_AREA.height / LINES_PER_PAGE;

/** Width of one character with its 字距. */
export const CELL = TEXT_AREA.width / CHARACTERS_PER_LINE;

/** 字号 in points. */
export const SIZE = { two: 22, small2: 18, three: 16, four: 14, small4: 12, five: 10.5, small5: 9 } as const;

/** Height of the character's square above the baseline, as a share of its size; 0.12 lie below. */
export const ABOVE_BASELINE = 0.88;

/** 信函格式 (10.1): the mark's top and both double lines, measured from the page's edges. */
export const XINHAN = {
  markTop: mm(30),
  lineBelowMark: mm(4),
  lineAboveBottom: mm(20),
  lineWidth: mm(170),
} as const;

/** 文件格式 (7.2): the mark's top from the text area's top, the red line under the 文号. */
export const WENJIAN = { markTop: TEXT_AREA.top + mm(35), lineBelowNumber: mm(4) } as const;

/** 双线: a thick and a thin stroke with the gap between them. */
export const DOUBLE_LINE = { thick: 1.8, gap: 1.2, thin: 0.6 } as const;

/** Distance of the 文号 from the double line: 7/8 of the height of a 3号 character. */
export const NUMBER_BELOW_LINE = (7 / 8) * SIZE.three;

/** Page number: the dashes lie 7 mm below the text area (7.5). */
export const PAGE_NUMBER_BELOW = mm(7);

/** Diameter of an office's round seal. */
export const SEAL = mm(42);

/** Red of marks and lines. */
export const RED = '#d7000f';
/** Black of all text. */
export const BLACK = '#000000';
