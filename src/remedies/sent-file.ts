import type { Readable } from 'node:stream';
import type { StreamableFile } from '@nestjs/common';
import { download, lookAt } from '../web/download.js';

export type FileFormat = 'pdf' | 'docx';
export const isFileFormat = (text: string): text is FileFormat => text === 'pdf' || text === 'docx';

/** A PDF to look at, a Word file to keep. */
export const sentAs = (format: FileFormat, name: string, content: Uint8Array | Readable): StreamableFile =>
  format === 'pdf' ? lookAt(name, content) : download(name, format, content);
