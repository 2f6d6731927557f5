import type { OfficeRecord } from './office.js';

const HASH = /^[0-9a-f]{64}$/;

/** The office's seal picture: its name in the store; undefined where none is kept. */
export function sealPictureOf({ settings }: Pick<OfficeRecord, 'settings'>): string | undefined {
  const { seal } = settings;
  return typeof seal === 'string' && HASH.test(seal) ? seal : undefined;
}

/** The office's settings with that seal picture, or without one. */
export function withSealPicture(
  { settings }: Pick<OfficeRecord, 'settings'>,
  hash: string | undefined,
): Record<string, unknown> {
  const { seal: _, ...rest } = settings;
  return hash ? { ...rest, seal: hash } : rest;
}
