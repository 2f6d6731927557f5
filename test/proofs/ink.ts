import { spawnSync } from 'node:child_process';
import { type Measure, length } from './measure.js';

/** Dots in a millimetre of the picture. */
const DENSITY = 8;
const DPI = DENSITY * 25.4;

/** Is the machine able to draw a page? */
export const canDraw = (): boolean => spawnSync('pdftoppm', ['-v']).status === 0;

/**
 * The red ink of a letter's first page as it comes out of another program's drawing (pdftoppm): what no reading of the
 * file's text can tell, the edges of the characters themselves.
 */
export function measureInk(file: string): Measure[] {
  const bands = redBands(file);
  const lines = bands.filter(({ left, right }) => right - left > 160 * DENSITY);
  const [upper, lower] = [lines[0], lines.at(-1)];
  const marks = bands.filter(({ top }) => top < (upper?.top ?? 0));
  const [first, last] = [marks[0], marks.at(-1)];
  if (!upper || !lower || !first || !last) return [];
  return [
    inkLength('标志墨迹上边缘至上页边', first.top, 30),
    inkLength('标志墨迹下边缘至红色双线', upper.top - last.bottom, 4),
    inkLength('首页红色双线墨迹长', upper.right - upper.left, 170),
    inkLength('下方红色双线墨迹长', lower.right - lower.left, 170),
    inkLength('下方红色双线墨迹至下页边', 297 * DENSITY - lower.bottom, 20),
  ];
}

const inkLength = (what: string, dots: number, should: number): Measure =>
  length(1, what, '10.1', (dots / DENSITY) * (72 / 25.4), should);

/** Neighbouring rows of the picture that bear red ink; edges in dots, right and bottom excluded. */
interface Band {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** A double line is one band: its gap is narrower than this. */
const GAP = 0.7 * DENSITY;

function redBands(file: string): Band[] {
  const { width, height, dots } = picture(file);
  const bands: Band[] = [];
  for (let y = 0; y < height; y += 1) {
    const row = redIn(dots.subarray(y * width * 3, (y + 1) * width * 3));
    const last = bands.at(-1);
    if (!row) continue;
    if (last && y - last.bottom <= GAP) {
      last.bottom = y + 1;
      last.left = Math.min(last.left, row.left);
      last.right = Math.max(last.right, row.right);
    } else bands.push({ top: y, bottom: y + 1, ...row });
  }
  return bands;
}

function redIn(row: Buffer): { left: number; right: number } | undefined {
  let left = -1;
  let right = -1;
  for (let x = 0; x < row.length / 3; x += 1) {
    const [red = 0, green = 0, blue = 0] = [row[x * 3], row[x * 3 + 1], row[x * 3 + 2]];
    if (red < 150 || green > 110 || blue > 110) continue;
    if (left < 0) left = x;
    right = x + 1;
  }
  return left < 0 ? undefined : { left, right };
}

/** Page one as a portable pixmap: a head of three lines, then three bytes for each dot. */
function picture(file: string): { width: number; height: number; dots: Buffer } {
  const drawn = spawnSync('pdftoppm', ['-r', String(DPI), '-f', '1', '-l', '1', file], {
    maxBuffer: 64 * 1024 * 1024,
  });
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/u.exec(drawn.stdout.toString('latin1', 0, 40));
  if (!head) throw new Error(`pdftoppm drew nothing: ${drawn.stderr.toString()}`);
  return { width: Number(head[1]), height: Number(head[2]), dots: drawn.stdout.subarray(head[0].length) };
}
