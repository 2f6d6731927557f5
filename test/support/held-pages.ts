import { expect } from 'chai';
import { axeFaults, openChromium, overflow } from './chromium.js';
import { PASSWORD, type Program } from './program.js';

/** What a person sees at these addresses holds under axe and sticks out of neither phone nor desk. */
export async function expectToHold(
  { url }: Program,
  loginName: string,
  addresses: readonly string[],
): Promise<void> {
  const browser = await openChromium();
  try {
    for (const width of [390, 1440]) {
      const context = await browser.newContext({ baseURL: url, viewport: { width, height: 900 } });
      const page = await context.newPage();
      await page.goto('/sign-in');
      await page.fill('[name=loginName]', loginName);
      await page.fill('[name=password]', PASSWORD);
      await page.click('main [type=submit]');
      for (const address of addresses) {
        const answer = await page.goto(address);
        expect(answer?.status(), address).to.equal(200);
        expect(await axeFaults(page), `${address} at ${width}`).to.deep.equal([]);
        expect(await overflow(page), `${address} at ${width}`).to.equal(0);
      }
      await context.close();
    }
  } finally {
    await browser.close();
  }
}
