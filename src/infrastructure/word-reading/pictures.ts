import { JpegEmbedder } from 'pdf-lib';
import type { Archive } from '../inspection/zip-entries.js';
import { readPng } from '../png.js';
import type { PictureBlock } from '../printing/report-blocks.js';
import type { NamedPicture } from './runs.js';
import { elementsIn, readXml } from './xml-tree.js';

/** The widest and tallest that a picture is set, in points: the text area of the page less a line. */
const WIDEST = 480;
const TALLEST = 680;
const MOST_PIXELS = 60_000_000;
const PIXELS_IN_POINT = 96 / 72;

/** Gives the picture that the text names as it is set; undefined for one that is no PNG or JPEG, or is broken. */
export type Pictures = (named: NamedPicture) => Promise<PictureBlock | undefined>;

/** The pictures of a part, by the ids of its relationships. */
export function picturesOf(archive: Archive, part: string): Pictures {
  const at = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, at);
  const relations = archive.text(`${folder}_rels/${part.slice(at)}.rels`);
  const targets = new Map(
    (relations ? elementsIn(readXml(relations), 'Relationship') : [])
      .filter(({ attributes }) => attributes['TargetMode'] !== 'External')
      .map(({ attributes: { Id = '', Target = '' } }) => [Id, Target]),
  );
  return async (named) => {
    const target = targets.get(named.id);
    if (!target) return undefined;
    const image = archive.content(target.startsWith('/') ? target.slice(1) : folder + target);
    const pixels = image && (await sizeOf(image));
    if (!image || !pixels) return undefined;
    const natural = {
      width: named.width ?? pixels.width / PIXELS_IN_POINT,
      height: named.height ?? pixels.height / PIXELS_IN_POINT,
    };
    const scale = Math.min(1, WIDEST / natural.width, TALLEST / natural.height);
    return {
      kind: 'picture',
      image,
      width: natural.width * scale,
      height: natural.height * scale,
      alt: named.alt || '文件中的图片',
    };
  };
}

/** Its size in pixels, read as far as the printer reads it. */
async function sizeOf(image: Buffer): Promise<{ width: number; height: number } | undefined> {
  try {
    if (image[0] === 0x89) return readPng(image, MOST_PIXELS);
    if (image[0] === 0xff) {
      // pdf-lib reads from the beginning of the memory that the bytes lie in.
      const { width, height } = await JpegEmbedder.for(new Uint8Array(image));
      return { width, height };
    }
  } catch {
    // Said in the text: 图片见原件.
  }
  return undefined;
}
