import process from 'node:process';
import { type FontRole, SettingFault, settingList } from './setting-list.js';

type SettingList = typeof settingList;
type Values = { readonly [K in keyof SettingList]: ReturnType<SettingList[K]['read']> };

/** All settings, checked. Days as LocalDate, folders absolute, keys as 32 bytes. */
export interface Settings extends Omit<Values, 'baseUrl' | 'logLevel'> {
  readonly production: boolean;
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly logLevel: string;
  /** The office's own font files for each role, in order of preference; may be empty. */
  readonly fonts: Readonly<Record<FontRole, readonly string[]>>;
}

/** A setting that cannot be used; `mend` is Chinese and says what to do. */
export interface Fault {
  readonly name: string;
  readonly mend: string;
}

/** Reads the environment: the settings, or every fault in it. Empty text counts as left out. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): {
  settings?: Settings;
  faults: readonly Fault[];
} {
  const faults: Fault[] = [];
  const production = environment['NODE_ENV'] === 'production';
  const read: Record<string, unknown> = {};
  for (const [key, descriptor] of Object.entries(settingList)) {
    const text = environment[descriptor.name]?.trim();
    try {
      read[key] = descriptor.read(text === '' ? undefined : text, production);
    } catch (error) {
      if (!(error instanceof SettingFault)) throw error;
      faults.push({ name: descriptor.name, mend: error.message });
    }
  }
  const values = read as Values;
  // Several machines may share an outside database: a key made on one of them would be unknown to the rest.
  for (const key of ['sessionSecret', 'fieldKey'] as const) {
    const name = settingList[key].name;
    const faulty = faults.some((fault) => fault.name === name);
    if (production && values.databaseUrl !== undefined && values[key] === undefined && !faulty)
      faults.push({
        name,
        mend: '正式环境使用外部数据库时必须填写，可用 openssl rand -base64 32 生成，并妥善保管。',
      });
  }
  if (faults.length > 0) return { faults };
  return { faults, settings: Object.freeze(complete(values, production)) };
}

function complete(values: Values, production: boolean): Settings {
  return {
    ...values,
    production,
    baseUrl: values.baseUrl ?? `http://${values.host}:${values.port}`,
    logLevel: values.logLevel ?? (values.environment === 'test' ? 'error' : 'info'),
    fonts: Object.freeze({
      title: values.fontTitle,
      body: values.fontBody,
      kai: values.fontKai,
      hei: values.fontHei,
      digits: values.fontDigits,
    }),
  };
}

let known: Settings | undefined;

/**
 * The settings of this process, read from the environment once, at the first call.
 * With a fault in them it prints all faults with their mends and ends the process.
 */
export function settings(): Settings {
  if (known) return known;
  const { settings: found, faults } = readSettings(process.env);
  if (!found) {
    const lines = faults.map((fault) => `  ${fault.name}：${fault.mend}`);
    process.stderr.write(`设置有误，程序没有启动：\n${lines.join('\n')}\n各项说明见 docs/settings.md。\n`);
    process.exit(78);
  }
  known = found;
  return known;
}

/** Where a command was typed. npm tells it, since it goes into the folder of the program before it runs anything. */
export const typedIn = (): string => process.env['INIT_CWD'] ?? process.cwd();

/** docs/settings.md as it should stand. */
export function settingsDocument(): string {
  const rows = Object.values(settingList).map(
    (descriptor) => `| \`${descriptor.name}\` | ${descriptor.meaning} | ${descriptor.otherwise} |`,
  );
  return [
    '# 设置',
    '',
    '程序启动时从环境变量读取一次；有错时列出每一项及改法，不启动。',
    '',
    '| 名称 | 含义 | 不填时 |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
