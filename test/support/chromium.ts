import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium as playwright, type Page } from 'playwright-core';

const SYSTEM_PROGRAMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Opens the machine's Chromium, else the one inside an npm package. Close it after the test. */
export async function openChromium(): Promise<Browser> {
  const own = SYSTEM_PROGRAMS.find((file) => existsSync(file));
  if (own) return playwright.launch({ executablePath: own, args: ['--no-sandbox'] });
  const { default: packaged } = await import('@sparticuz/chromium');
  return playwright.launch({ executablePath: await packaged.executablePath(), args: packaged.args });
}

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
