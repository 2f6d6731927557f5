import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';

/** Files that the program hands out. */
const mediaTypes = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
} as const;

/**
 * A file for a handler to return; the browser keeps it under the Chinese name given, without its ending.
 *
 *     return download('政府信息公开年报-2023', 'pdf', await printReport(document));
 */
export function download(
  name: string,
  kind: keyof typeof mediaTypes,
  content: Uint8Array | Readable,
): StreamableFile {
  const told = {
    type: mediaTypes[kind],
    disposition: `attachment; filename="file.${kind}"; filename*=UTF-8''${encodeURIComponent(`${name}.${kind}`)}`,
  };
  return content instanceof Uint8Array
    ? new StreamableFile(content, told)
    : new StreamableFile(content, told);
}
