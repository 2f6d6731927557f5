import { accessSync, constants } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { type LocalDate, parseLocalDate } from '../domain/time/local-date.js';

/** One setting: how it is called in the environment, what it means, how its text is read. */
export interface SettingDescriptor<T> {
  readonly name: string;
  /** Chinese sentence for docs/settings.md. */
  readonly meaning: string;
  /** How the value reads when the setting is left out (Chinese, for docs/settings.md). */
  readonly otherwise: string;
  /** Reads the text; `undefined` when it is left out. Throws {@link SettingFault} with the mend. */
  readonly read: (text: string | undefined, production: boolean) => T;
}

/** What is wrong with a setting and what to write instead, in Chinese. */
export class SettingFault extends Error {}

export type Environment = 'production' | 'development' | 'test';

/** Roles of the fonts in letters (GB/T 9704-2012): 小标宋, 仿宋, 楷体, 黑体 and the face of digits. */
export type FontRole = 'title' | 'body' | 'kai' | 'hei' | 'digits';

function setting<T>(descriptor: SettingDescriptor<T>): SettingDescriptor<T> {
  return descriptor;
}

function wholeNumber(from: number, to: number, otherwise: number): (text: string | undefined) => number {
  return (text) => {
    if (text === undefined) return otherwise;
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < from || value > to)
      throw new SettingFault(`应是 ${from} 到 ${to} 之间的整数，请改正或删去（删去时为 ${otherwise}）。`);
    return value;
  };
}

function oneOf<const T extends string>(choices: readonly T[]): (text: string) => T {
  return (text) => {
    const found = choices.find((choice) => choice === text);
    if (found === undefined) throw new SettingFault(`只能是 ${choices.join('、')} 之一。`);
    return found;
  };
}

function webAddress(schemes: readonly string[], example: string): (text: string) => string {
  return (text) => {
    const scheme = URL.canParse(text) ? new URL(text).protocol.slice(0, -1) : '';
    if (!schemes.includes(scheme)) throw new SettingFault(`不是可用的地址，请按 ${example} 的格式填写。`);
    return text.replace(/\/+$/, '');
  };
}

/** A secret of 32 bytes in base64. */
function secret(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== 32)
    throw new SettingFault('应是 32 字节的 base64 文字，可用 openssl rand -base64 32 生成。');
  return bytes;
}

function optional<T>(read: (text: string) => T): (text: string | undefined) => T | undefined {
  return (text) => (text === undefined ? undefined : read(text));
}

function fontFiles(text: string | undefined): readonly string[] {
  const files = (text ?? '').split(delimiter).filter(Boolean);
  return files.map((file) => readable(file, '字体文件'));
}

function readable(file: string, what: string): string {
  try {
    accessSync(file, constants.R_OK);
  } catch {
    throw new SettingFault(`${what} ${file} 不存在或无法读取，请核对路径与读取权限。`);
  }
  return resolve(file);
}

function fontSetting(role: FontRole, face: string): SettingDescriptor<readonly string[]> {
  return setting({
    name: `FONT_${role.toUpperCase()}`,
    meaning: `公文${face}所用字体文件，可列多个，以“${delimiter}”分隔，前一个没有的字用后一个。`,
    otherwise: '随程序附带的思源字体',
    read: fontFiles,
  });
}

/** Files of certificates by the code of the office that signs with them. */
function certificates(text: string | undefined): ReadonlyMap<string, string> {
  const entries = (text ?? '').split(delimiter).filter(Boolean);
  return new Map(
    entries.map((entry): [string, string] => {
      const [, code, file] = /^([^=]+)=(.+)$/u.exec(entry.trim()) ?? [];
      if (!code || !file)
        throw new SettingFault(`“${entry}”看不懂，请按 机关代码=证书文件 填写，多个以“${delimiter}”分隔。`);
      return [code.trim(), readable(file.trim(), '证书文件')];
    }),
  );
}

/** Every setting of the program. docs/settings.md is made from this list. */
export const settingList = {
  environment: setting<Environment>({
    name: 'NODE_ENV',
    meaning: '运行环境：production（正式）、development（试用、开发）、test（测试）。',
    otherwise: 'development',
    read: (text) => oneOf(['production', 'development', 'test'])(text ?? 'development'),
  }),
  port: setting({
    name: 'PORT',
    meaning: '网页服务的端口。',
    otherwise: '3000',
    read: wholeNumber(0, 65_535, 3000),
  }),
  host: setting({
    name: 'HOST',
    meaning: '网页服务监听的地址；要让别的电脑访问，写 0.0.0.0，并由前置服务器提供 HTTPS。',
    otherwise: '127.0.0.1',
    read: (text) => text ?? '127.0.0.1',
  }),
  baseUrl: setting({
    name: 'BASE_URL',
    meaning: '用户在浏览器里看到的网址，用于邮件和文书中的链接。',
    otherwise: '由 HOST 和 PORT 组成',
    read: optional(webAddress(['http', 'https'], 'https://gongkai.example.gov.cn')),
  }),
  dataDir: setting({
    name: 'DATA_DIR',
    meaning: '数据目录：内置数据库、附件、密钥和待发邮件都在其中，请整体备份。',
    otherwise: './data',
    read: (text) => resolve(text ?? 'data'),
  }),
  databaseUrl: setting({
    name: 'DATABASE_URL',
    meaning: '外部 PostgreSQL（15 或更新）的连接地址；写了它就不启动内置数据库。',
    otherwise: '使用数据目录里的内置 PostgreSQL',
    read: optional(webAddress(['postgres', 'postgresql'], 'postgres://用户:密码@主机:5432/库名')),
  }),
  databasePool: setting({
    name: 'DATABASE_POOL',
    meaning: '每个进程最多同时使用的数据库连接数。',
    otherwise: '10',
    read: wholeNumber(2, 500, 10),
  }),
  postgresBin: setting({
    name: 'POSTGRES_BIN',
    meaning: '内置数据库所用 PostgreSQL 程序的目录；写 npm 则只用随程序安装的那一份。',
    otherwise: '先用本机已装的 PostgreSQL，没有则用随程序安装的那一份',
    read: (text) => text,
  }),
  sessionSecret: setting({
    name: 'SESSION_SECRET',
    meaning: '登录会话的签名密钥，32 字节 base64。',
    otherwise: '自动生成并存入 DATA_DIR/keys；正式环境使用外部数据库时必须填写',
    read: optional(secret),
  }),
  fieldKey: setting({
    name: 'FIELD_KEY',
    meaning: '证件号码、电话、地址等字段的加密密钥，32 字节 base64。丢失后这些内容无法恢复，请另行妥善保管。',
    otherwise: '自动生成并存入 DATA_DIR/keys；正式环境使用外部数据库时必须填写',
    read: optional(secret),
  }),
  olderFieldKeys: setting<readonly Buffer[]>({
    name: 'FIELD_KEYS_OLDER',
    meaning: '换用新的 FIELD_KEY 后，仍要用来读旧内容的密钥，新的在前，以逗号分隔；最早的一个不可删去。',
    otherwise: '无',
    read: (text) =>
      (text ?? '')
        .split(',')
        .filter(Boolean)
        .map((part) => secret(part.trim())),
  }),
  fontTitle: fontSetting('title', '标题（小标宋）'),
  fontBody: fontSetting('body', '正文（仿宋）'),
  fontKai: fontSetting('kai', '二级标题（楷体）'),
  fontHei: fontSetting('hei', '一级标题（黑体）'),
  fontDigits: fontSetting('digits', '数字、西文'),
  certificates: setting({
    name: 'SIGN_CERTIFICATES',
    meaning: `制发文书时给 PDF 加电子签名所用的机关证书（PKCS#12，RSA），写成 机关代码=文件，多个以“${delimiter}”分隔。`,
    otherwise: '不加电子签名',
    read: certificates,
  }),
  certificatePassphrase: setting({
    name: 'SIGN_PASSPHRASE',
    meaning: '打开上述证书文件的口令，只能用半角字母、数字和符号。',
    otherwise: '没有口令',
    read: (text) => {
      if (text !== undefined && !/^[\x20-\x7e]*$/u.test(text))
        throw new SettingFault('只能用半角字母、数字和符号，请为证书文件换一个口令。');
      return text ?? '';
    },
  }),
  smtpUrl: setting({
    name: 'SMTP_URL',
    meaning: '发送邮件的服务器。',
    otherwise: '不发送，邮件以 .eml 文件存入 DATA_DIR/outbox',
    read: optional(webAddress(['smtp', 'smtps'], 'smtps://用户:密码@mail.example.gov.cn:465')),
  }),
  mailFrom: setting({
    name: 'MAIL_FROM',
    meaning: '邮件的发件人地址。',
    otherwise: 'gongkai@localhost',
    read: (text) => {
      if (text !== undefined && !/^[^\r\n]*[^\s@]+@[^\s@]+$/.test(text))
        throw new SettingFault('不是邮箱地址，请按 gongkai@example.gov.cn 的格式填写。');
      return text ?? 'gongkai@localhost';
    },
  }),
  logLevel: setting({
    name: 'LOG_LEVEL',
    meaning: '日志详细程度：debug、info、warn、error 或 silent（不记）。日志不含个人信息。',
    otherwise: 'info（测试时为 error）',
    read: optional(oneOf(['debug', 'info', 'warn', 'error', 'silent'])),
  }),
  today: setting<LocalDate | undefined>({
    name: 'TODAY',
    meaning: '演示时假定的今天，格式 2026-03-06；正式环境不可使用。',
    otherwise: '北京时间的当天',
    read: (text, production) => {
      if (text === undefined) return undefined;
      if (production) throw new SettingFault('正式环境不可假定日期，请删去这一项。');
      const day = parseLocalDate(text);
      if (day === undefined) throw new SettingFault('不是有效日期，请按 2026-03-06 的格式填写，或删去。');
      return day;
    },
  }),
};
