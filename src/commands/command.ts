import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { DataSource } from 'typeorm';
import { prepareFirstStart } from '../first-start.js';
import { CannotStart } from '../infrastructure/cannot-start.js';
import { openDatabase } from '../infrastructure/database.js';
import { log } from '../infrastructure/log.js';
import { settings, typedIn } from '../infrastructure/settings.js';
import { entities } from '../records/entities.js';
import { migrations } from '../records/migrations.js';

/** A fault of the caller; the message is Chinese and says what to do. */
export class CommandFault extends Error {
  override readonly name = 'CommandFault';
}

/** What was typed behind the command. */
export interface Given {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
}

/** A file that was typed behind the command: what is not found from the program's folder is meant from where it was typed. */
export const fileNamed = (path: string): string => (existsSync(path) ? path : resolve(typedIn(), path));

/** What a command prints on the output stream; with `failed` it exits with 1 all the same. */
export interface Printed {
  /** For `--json`: one object. */
  readonly json: unknown;
  /** For people, without a line break at the end. */
  readonly text: string;
  readonly failed?: boolean;
}

/** A command of the command line. Every command understands `--json`. */
export interface Command {
  /** Chinese, shown when the words do not fit. */
  readonly usage: string;
  readonly options?: NonNullable<ParseArgsConfig['options']>;
  /** Whether the words make sense before anything is opened. */
  readonly fits: (given: Given) => boolean;
  /** Does the work on an open, migrated database that was prepared as a start prepares it. */
  readonly run: (given: Given, dataSource: DataSource) => Promise<Printed>;
}

/** Runs a command on the words of the process, beside a running program if there is one. Exits with 1 on any fault. */
export function runCommand(command: Command): void {
  perform(command, process.argv.slice(2)).catch((fault: unknown) => {
    const expected = fault instanceof CommandFault || fault instanceof CannotStart;
    if (!expected) log().error({ err: fault }, 'command failed');
    process.stderr.write(expected ? `${fault.message}\n` : '没有完成，原因见上面的日志。\n');
    process.exitCode = 1;
  });
}

async function perform(command: Command, args: readonly string[]): Promise<void> {
  const given = read(command, args);
  const database = await openDatabase(entities, migrations);
  try {
    tellFirstSignIns(await prepareFirstStart(database.dataSource));
    const { json, text, failed } = await command.run(given, database.dataSource);
    process.stdout.write(`${given.options['json'] === true ? JSON.stringify(json, null, 2) : text}\n`);
    if (failed === true) process.exitCode = 1;
  } finally {
    await database.close();
  }
}

function read({ usage, options, fits }: Command, args: readonly string[]): Given {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...options, json: { type: 'boolean' } },
    });
    const given: Given = { words: positionals, options: values };
    if (fits(given)) return given;
  } catch {
    // An unknown option: the usage says which there are.
  }
  throw new CommandFault(`命令不完整或有误。\n${usage}`);
}

/** A password that is shown once must not be lost because a command came before the first start. */
function tellFirstSignIns(signIns: Awaited<ReturnType<typeof prepareFirstStart>>): void {
  if (!settings().production) return;
  for (const { who, loginName, password } of signIns) {
    process.stderr.write(`首次登录（密码只显示这一次）：${who}　登录名 ${loginName}　密码 ${password}\n`);
  }
}
