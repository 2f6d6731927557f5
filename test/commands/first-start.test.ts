import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { Visitor } from '../support/visitor.js';

const run = promisify(execFile);
const programs = join(fileURLToPath(import.meta.url), '../../../src');

/** A program in production that has told where it is. */
interface Started {
  readonly said: string;
  readonly url: string;
  stop(): Promise<void>;
}

describe('the first start in production', function () {
  this.timeout(60_000);
  let database: FreshDatabase;
  let running: ChildProcess | undefined;

  before(async () => {
    database = await freshDatabase();
  });

  after(async () => {
    running?.kill('SIGKILL');
    await database.drop();
  });

  const environment = (): NodeJS.ProcessEnv => ({
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: database.url,
    PORT: '0',
    SESSION_SECRET: Buffer.alloc(32, 1).toString('base64'),
    FIELD_KEY: Buffer.alloc(32, 2).toString('base64'),
  });

  /** What the list of offices says beside the list. */
  const toldByCommand = async (): Promise<string> => {
    const command = join(programs, 'commands/offices.js');
    return (await run(process.execPath, [command, 'list'], { env: environment() })).stderr;
  };

  async function start(): Promise<Started> {
    const program = spawn(process.execPath, [join(programs, 'main.js')], { env: environment() });
    running = program;
    let said = '';
    for await (const chunk of program.stdout) {
      said += String(chunk);
      if (said.includes('Ctrl+C')) break;
    }
    return {
      said,
      url: /已启动：(\S+)/.exec(said)?.[1] ?? '',
      async stop() {
        const ended = once(program, 'exit');
        program.kill('SIGTERM');
        await ended;
      },
    };
  }

  const passwordIn = (said: string): string | undefined => /admin\s+(?:密码 )?(\S+)/.exec(said)?.[1];

  it('tells a new password at each start until the first administrator has signed in', async () => {
    const lost = passwordIn(await toldByCommand());
    expect(lost).to.be.a('string');
    expect(passwordIn(await toldByCommand()), 'a command leaves the password alone').to.equal(undefined);

    const again = await start();
    const password = passwordIn(again.said);
    expect(password).to.be.a('string').and.not.equal(lost);
    const page = new Visitor(again.url);
    expect((await page.signIn('admin', lost ?? '')).text).to.contain('不正确');
    expect((await page.signIn('admin', password ?? '')).status).to.equal(303);
    await again.stop();

    const later = await start();
    expect(later.url).to.not.equal('');
    expect(passwordIn(later.said)).to.equal(undefined);
    await later.stop();
  });
});
