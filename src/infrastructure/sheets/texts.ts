/** So many characters Excel takes in a cell; of a longer one it says that the file is broken. */
const MOST_IN_CELL = 32_767;
const CUT = '……（未完，全文见系统）';

/** A text that a spreadsheet program would take for a formula is guarded by an apostrophe. */
export const guarded = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** A text as a cell of a workbook takes it: never a formula, never too long. */
export function cellText(text: string): string {
  const safe = guarded(text);
  return safe.length <= MOST_IN_CELL
    ? safe
    : safe.slice(0, MOST_IN_CELL - CUT.length).replace(/\p{Surrogate}$/u, '') + CUT;
}
