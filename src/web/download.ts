import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';

/** Files that the program makes. */
const mediaTypes = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
} as const;

type Content = Uint8Array | Readable;

/**
 * A file for a handler to return; the browser keeps it under the Chinese name given, without its ending.
 *
 *     return download('政府信息公开年报-2023', 'pdf', await printReport(document));
 */
export const download = (name: string, kind: keyof typeof mediaTypes, content: Content): StreamableFile =>
  sent('attachment', `${name}.${kind}`, mediaTypes[kind], content);

/** A PDF to look at; who keeps it has it under that name. */
export const lookAt = (name: string, content: Content): StreamableFile =>
  sent('inline', `${name}.pdf`, mediaTypes.pdf, content);

/**
 * What somebody has handed in, under the name that it came with. Always to be kept: what strangers have sent is never
 * shown as a page of this program.
 */
export const asUploaded = (
  { name, mime, bytes }: { readonly name: string; readonly mime: string; readonly bytes: number },
  content: Readable,
): StreamableFile => sent('attachment', name, mime, content, bytes);

function sent(
  how: 'attachment' | 'inline',
  name: string,
  type: string,
  content: Content,
  length?: number,
): StreamableFile {
  const told = { type, disposition: `${how}; ${filename(name)}` };
  return content instanceof Uint8Array
    ? new StreamableFile(content, { ...told, length: content.length })
    : new StreamableFile(content, { ...told, ...(length === undefined ? {} : { length }) });
}

/** A name in a header: in full by RFC 5987, and for old programs what of it is plain. */
function filename(name: string): string {
  const plain = name.replaceAll(/[^\w.-]/gu, '_');
  const full = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `filename="${plain}"; filename*=UTF-8''${full}`;
}
