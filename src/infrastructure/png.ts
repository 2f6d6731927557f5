import { crc32, inflateSync } from 'node:zlib';

/** The bytes are not a PNG picture that can be printed. The message says why, to whoever sent it. */
export class UnreadablePicture extends Error {
  override readonly name = 'UnreadablePicture';
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const CHUNK_FRAME = 12;
/** Samples in a pixel by colour type. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const DEEPEST = 8;

/** Width and height in pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** What the head of a picture says, and its packed pixels. */
interface Outline extends PictureSize {
  readonly depth: number;
  readonly samples: number | undefined;
  readonly interlaced: boolean;
  readonly packed: Buffer;
}

/**
 * Reads a PNG to its last byte: every chunk's check sum, and as many pixels as its head says. What a printer stumbles
 * over — interlaced, sixteen bits deep — is refused. No more is unpacked than `mostPixels` take.
 * Throws {@link UnreadablePicture}.
 */
export function readPng(bytes: Buffer, mostPixels: number): PictureSize {
  const { width, height, depth, samples, interlaced, packed } = outlineOf(bytes, mostPixels);
  if (interlaced || depth > DEEPEST || samples === undefined) {
    throw new UnreadablePicture('图片用了隔行扫描或者 16 位色，印不出来；请另存为普通的 PNG 再上传。');
  }
  const expected = bytesOf({ width, height, depth, samples });
  if (unpacked(packed, expected) !== expected) throw damaged();
  return { width, height };
}

/**
 * Refuses a PNG of any kind that would swell in the memory of whoever unpacks it: more pixels than `mostPixels`, or more
 * behind them than its head says. Throws {@link UnreadablePicture}.
 */
export function refuseSwelling(bytes: Buffer, mostPixels: number): void {
  const { width, height, depth, samples = 4, packed } = outlineOf(bytes, mostPixels);
  // Interlaced, it is seven pictures, each with rows of its own.
  unpacked(packed, bytesOf({ width, height, depth, samples }) + 7 * (width + height));
}

const bytesOf = ({
  width,
  height,
  depth,
  samples,
}: PictureSize & { depth: number; samples: number }): number =>
  height * (1 + Math.ceil((width * samples * depth) / 8));

function outlineOf(bytes: Buffer, mostPixels: number): Outline {
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) {
    throw new UnreadablePicture('文件的内容不是 PNG 图片，请另存为 PNG 再上传。');
  }
  const chunks = [...chunksOf(bytes)];
  const [head] = chunks;
  if (head?.type !== 'IHDR' || head.content.length !== 13 || chunks.at(-1)?.type !== 'IEND') throw damaged();
  const width = head.content.readUInt32BE(0);
  const height = head.content.readUInt32BE(4);
  const [depth = 0, colour = 0, , , interlaced = 0] = head.content.subarray(8);
  if (width === 0 || height === 0) throw damaged();
  if (width * height > mostPixels) {
    throw new UnreadablePicture(`图片有 ${width} × ${height} 像素，太大了，请缩小后再上传。`);
  }
  const packed = chunks.filter(({ type }) => type === 'IDAT').map(({ content }) => content);
  return {
    ...{ width, height, depth, samples: SAMPLES[colour] },
    ...{ interlaced: interlaced !== 0, packed: Buffer.concat(packed) },
  };
}

function* chunksOf(bytes: Buffer): Generator<{ type: string; content: Buffer }> {
  let at = SIGNATURE.length;
  while (at + CHUNK_FRAME <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const end = at + 8 + length;
    if (end + 4 > bytes.length || crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) {
      throw damaged();
    }
    const type = bytes.toString('latin1', at + 4, at + 8);
    yield { type, content: bytes.subarray(at + 8, end) };
    if (type === 'IEND') return;
    at = end + 4;
  }
}

function unpacked(packed: Buffer, most: number): number {
  try {
    return inflateSync(packed, { maxOutputLength: most }).length;
  } catch {
    throw damaged();
  }
}

const damaged = (): UnreadablePicture => new UnreadablePicture('图片不完整或者已损坏，请重新导出后再上传。');
