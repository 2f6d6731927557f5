import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { ValueTransformer } from 'typeorm';
import { fieldKey } from './keys.js';
import { settings } from './settings.js';
import { sm3 } from './sm3.js';

/** Sealed text reads `v1.<key id>.<iv ‖ tag ‖ ciphertext in base64url>`, AES-256-GCM. */
const FORM = 'v1';
const IV_BYTES = 12;
const TAG_BYTES = 16;

interface Keyring {
  readonly current: string;
  readonly keys: ReadonlyMap<string, Buffer>;
  readonly fingerprintKey: Buffer;
}

let ring: Keyring | undefined;

function keyring(): Keyring {
  if (ring) return ring;
  const current = fieldKey();
  const all = [current, ...settings().olderFieldKeys];
  // Fingerprints stay comparable after a change of key: they hang on the oldest one.
  const oldest = all.at(-1) ?? current;
  ring = {
    current: keyId(current),
    keys: new Map(all.map((key) => [keyId(key), key])),
    fingerprintKey: Buffer.from(hkdfSync('sm3', oldest, '', 'fingerprint', 32)),
  };
  return ring;
}

function keyId(key: Buffer): string {
  return sm3(key).slice(0, 8);
}

/** A sealed text cannot be opened: its key is missing or it was altered. */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen';
}

/** Encrypts text; the same text gives another result each time. */
export function seal(text: string): string {
  const { current, keys } = keyring();
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', heldKey(keys, current), iv);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `${FORM}.${current}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`;
}

/** Decrypts what {@link seal} made. Throws {@link CannotOpen}. */
export function open(sealedText: string): string {
  const [form, id, body] = sealedText.split('.');
  if (form !== FORM || id === undefined || body === undefined)
    throw new CannotOpen('加密内容的格式无法识别，可能已被改动，请从备份核对。');
  const key = heldKey(keyring().keys, id);
  const bytes = Buffer.from(body, 'base64url');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const text = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
    return text.toString('utf8');
  } catch {
    throw new CannotOpen('加密内容与密钥不符，可能已被改动，请从备份核对。');
  }
}

function heldKey(keys: ReadonlyMap<string, Buffer>, id: string): Buffer {
  const key = keys.get(id);
  if (!key) throw new CannotOpen(`缺少编号为 ${id} 的加密密钥，请把原来的密钥写入 FIELD_KEYS_OLDER。`);
  return key;
}

/**
 * Keyed HMAC-SM3 of a text, 64 hexadecimal digits: equal texts give equal results, so that a sealed
 * column can be searched for equality. Bring the text to one spelling first (capital X, no blanks).
 */
export function fingerprint(text: string): string {
  return createHmac('sm3', keyring().fingerprintKey).update(text, 'utf8').digest('hex');
}

/** Column transformer for sealed text: `@Column({ type: 'text', nullable: true, transformer: sealed })`. */
export const sealed: ValueTransformer = {
  to: (value: unknown) => (typeof value === 'string' ? seal(value) : value),
  from: (value: unknown) => (typeof value === 'string' ? open(value) : value),
};
