/**
 * 文号 in full: 梁政公开〔2026〕12号 for a reply, 梁政公开补〔2026〕3号 for a letter of another series.
 * `mark` is the office's 发文机关代字, `place` counts from 1 in office, year and series.
 */
export const letterNumber = (mark: string, series: string, year: number, place: number): string =>
  `${mark}${series === replySeries ? '' : series}〔${year}〕${place}号`;

/** The series of replies: the office's plain numbers. */
export const replySeries = '答';
