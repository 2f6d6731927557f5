import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import pg from 'pg';
import type { ServerAddress } from '../../src/infrastructure/postgres/postmaster.js';

const program = fileURLToPath(new URL('../support/embedded-program.js', import.meta.url));

interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  readonly address: ServerAddress;
}

describe('embedded PostgreSQL', function () {
  this.timeout(120_000);
  let folder: string;
  let dataDir: string;
  const children = new Set<ChildProcessWithoutNullStreams>();

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gongkai-embedded-'));
    chmodSync(folder, 0o711);
    dataDir = join(folder, 'data');
  });

  afterEach(async () => {
    for (const child of children) await end(child, 'close');
    rmSync(folder, { recursive: true, force: true });
  });

  async function begin(programs = ''): Promise<Running> {
    const child = spawn(process.execPath, [program, dataDir, ...(programs ? [programs] : [])]);
    children.add(child);
    const complaints: string[] = [];
    child.stderr.on('data', (text: Buffer) => complaints.push(text.toString()));
    for await (const line of createInterface(child.stdout))
      if (line.startsWith('open ')) return { child, address: JSON.parse(line.slice(5)) as ServerAddress };
    throw new Error(`the program did not open its database: ${complaints.join('')}`);
  }

  async function end(child: ChildProcessWithoutNullStreams, how: 'close' | 'leave' | 'kill'): Promise<void> {
    children.delete(child);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    if (how === 'kill') child.kill('SIGKILL');
    else child.stdin.write(`${how}\n`);
    await ended;
  }

  async function query(address: ServerAddress, sql: string): Promise<unknown[]> {
    const client = new pg.Client(address);
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  const pidFile = (): string => join(dataDir, 'postgres', 'cluster', 'postmaster.pid');
  const serverPid = (): number => Number(readFileSync(pidFile(), 'utf8').split('\n')[0]);

  it('starts on an empty folder, listens on no network and stops with the program', async () => {
    const { child, address } = await begin();
    const rows = await query(
      address,
      "select current_setting('server_encoding') as encoding, current_setting('listen_addresses') as network, current_setting('fsync') as fsync",
    );
    expect(rows).to.deep.equal([{ encoding: 'UTF8', network: '', fsync: 'on' }]);
    await end(child, 'close');
    expect(existsSync(pidFile())).to.equal(false);
  });

  it('counts Chinese characters as letters, so that fragments can be searched', async () => {
    const { address } = await begin();
    await query(address, 'create extension pg_trgm');
    expect(await query(address, "select show_trgm('政府信息') <> '{}' as found")).to.deep.equal([
      { found: true },
    ]);
  });

  it('lets programs that start at the same moment share one server', async () => {
    const all = await Promise.all([begin(), begin(), begin()]);
    const pid = serverPid();
    const [first, second, third] = all.map((each) => each.child);
    if (!first || !second || !third) throw new Error('three programs were started');
    await end(first, 'close');
    await end(second, 'close');
    expect(serverPid()).to.equal(pid);
    await end(third, 'close');
    expect(existsSync(pidFile())).to.equal(false);
  });

  it('adopts the server of a program that was killed, and keeps what was committed', async () => {
    const killed = await begin();
    await query(killed.address, 'create table kept (n int)');
    await query(killed.address, 'insert into kept values (7)');
    const pid = serverPid();
    await end(killed.child, 'kill');
    const next = await begin();
    expect(serverPid()).to.equal(pid);
    expect(await query(next.address, 'select n from kept')).to.deep.equal([{ n: 7 }]);
    await end(next.child, 'close');
    expect(existsSync(pidFile())).to.equal(false);
  });

  it('starts again after program and server were killed together', async () => {
    const killed = await begin();
    await query(killed.address, 'create table kept (n int)');
    await query(killed.address, 'insert into kept values (7)');
    process.kill(serverPid(), 'SIGKILL');
    await end(killed.child, 'kill');
    const next = await begin();
    expect(await query(next.address, 'select n from kept')).to.deep.equal([{ n: 7 }]);
  });

  it('is not misled by a pid file whose number now belongs to another process', async () => {
    await end((await begin()).child, 'close');
    writeFileSync(
      pidFile(),
      `${process.pid}\n${join(dataDir, 'postgres', 'cluster')}\n0\n5432\n\n\n\nready\n`,
    );
    const { address } = await begin();
    expect(await query(address, 'select 1 as n')).to.deep.equal([{ n: 1 }]);
  });

  it('is not misled by a lock whose holder died', async () => {
    await end((await begin()).child, 'close');
    writeFileSync(join(dataDir, 'postgres.lock'), `${process.pid} 1`);
    const { address } = await begin();
    expect(await query(address, 'select 1 as n')).to.deep.equal([{ n: 1 }]);
  });

  it('runs on the programs from npm where the system has none', async function () {
    if (process.platform !== 'linux') this.skip();
    const { address } = await begin('npm');
    expect(await query(address, "select 'ä' < 'z' collate \"zh-x-icu\" as n")).to.deep.equal([{ n: true }]);
  });
});
