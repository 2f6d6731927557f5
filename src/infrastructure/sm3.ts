import { createHash } from 'node:crypto';

/** SM3 digest (GB/T 32905-2016) of UTF-8 text or bytes: 64 lower-case hexadecimal digits. */
export function sm3(content: string | Uint8Array): string {
  return createHash('sm3').update(content).digest('hex');
}
