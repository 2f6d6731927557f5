const BAR = /\s*[｜|]\s*/gu;
/** 身份证号码，属于个人隐私 — where the ground begins in a line that has no mark of its own. */
const GROUND = /^(.+?)[，,；;（(]\s*((?:属于|属|涉及|依据|依照|根据|因为|因|系).+?)[）)]?[。；;]?$/u;

/** Said of a part whose line names no ground: the reasons that follow must. */
const IN_THE_REASONS = '见不予公开的理由';

/**
 * The withheld parts as the rows of a letter (条例第三十七条): each part with its ground, 部分｜依据. A row never ends in
 * an empty cell: what is signed without a ground of its own refers to the reasons.
 */
export const withheldRows = (lines: readonly string[]): string[] => lines.map(rowOf);

function rowOf(line: string): string {
  const [part = '', ...ground] = line.split(BAR);
  if (ground.some((said) => said !== '')) return line;
  if (/.[：:]\s*\S/u.test(part)) return part;
  const [, what, why] = GROUND.exec(part) ?? [];
  return `${what ?? part.replace(/[。；;]$/u, '')}｜${why ?? IN_THE_REASONS}`;
}

/** The same in running text. */
export const withheldInProse = (text: string): string => text.replaceAll(BAR, '，');
