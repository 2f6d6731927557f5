import { inflateRawSync } from 'node:zlib';

const DIRECTORY_ENTRY = 0x02014b50;

/** The paragraphs of a .docx file, header and footer left out, table cells as paragraphs of their own. */
export function paragraphsOfWord(file: Buffer, part = 'document'): string[] {
  const xml = partOfWord(file, part);
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gsu)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)].map(([, text = '']) => unescaped(text)).join(''),
  );
}

/** A part of a .docx file as it is written: `document`, `header1`, `settings`. */
export function partOfWord(file: Buffer, part: string): string {
  return entryOf(file, `word/${part}.xml`).toString('utf8');
}

/** One file out of a zip, found by its central directory. */
function entryOf(file: Buffer, wanted: string): Buffer {
  for (let at = file.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0;) {
    if (file.readUInt32LE(at) !== DIRECTORY_ENTRY) break;
    const nameLength = file.readUInt16LE(at + 28);
    const name = file.toString('utf8', at + 46, at + 46 + nameLength);
    if (name === wanted) {
      const local = file.readUInt32LE(at + 42);
      const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
      const packed = file.subarray(from, from + file.readUInt32LE(at + 20));
      return file.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed);
    }
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  throw new Error(`No ${wanted} in the file.`);
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
