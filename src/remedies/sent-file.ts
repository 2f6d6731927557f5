import { StreamableFile } from '@nestjs/common';
import { readStored } from '../infrastructure/storage.js';

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
export type FileFormat = keyof typeof types;
export const isFileFormat = (text: string): text is FileFormat => Object.hasOwn(types, text);

/** A name in a header: plain for old browsers, in full by RFC 5987. */
function disposition(name: string, how: 'inline' | 'attachment'): string {
  const plain = name.replaceAll(/[^\w.-]/gu, '_');
  const full = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${full}`;
}

const described = (name: string, format: FileFormat) => ({
  type: types[format],
  disposition: disposition(`${name}.${format}`, format === 'pdf' ? 'inline' : 'attachment'),
});

/** Bytes as a file to look at (PDF) or to keep (Word). */
export const sendBytes = (content: Uint8Array, name: string, format: FileFormat): StreamableFile =>
  new StreamableFile(content, { ...described(name, format), length: content.length });

/** A stored file. Throws FileMissing. */
export const sendStored = async (hash: string, name: string, format: FileFormat): Promise<StreamableFile> =>
  new StreamableFile(await readStored(hash), described(name, format));
