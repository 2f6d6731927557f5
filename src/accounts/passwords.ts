import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** Shortest password that a person may choose. */
const SHORTEST_PASSWORD = 10;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'));
}

export async function passwordMatches(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password.normalize('NFKC'));
}

let nobody: Promise<string> | undefined;

/** Takes as long as a real check: an unknown name must not answer sooner than a wrong password. */
export async function matchNobody(password: string): Promise<void> {
  nobody ??= hashPassword('nobody');
  await passwordMatches(await nobody, password);
}

/** Without 0 and O, 1 and l and I: it is read aloud and typed by hand. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Three groups of four, 60 bits: for the first sign-in only. */
export function oneTimePassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `${group()}-${group()}-${group()}`;
}

/** What is wrong with a chosen password, as a sentence; undefined when it will do. */
export function passwordFault(password: string, loginName: string): string | undefined {
  if (password.length < SHORTEST_PASSWORD) return `新密码不能少于 ${SHORTEST_PASSWORD} 个字符`;
  if (!/\p{L}/u.test(password) || !/\P{L}/u.test(password)) return '新密码应当同时有字母和数字（或符号）';
  if (password.toLowerCase().includes(loginName)) return '新密码不能包含登录名';
  return undefined;
}
