import type { Browser, Page } from 'playwright-core';
import type { Role } from '../../src/domain/office/role.js';
import { setClock } from '../../src/infrastructure/today.js';
import { paths } from '../../src/web/paths.js';
import { openChromium } from './chromium.js';
import { PASSWORD, type Program, addPerson, openProgram } from './program.js';

/** What a person types or chooses, by the name of the field. */
export type Answers = Readonly<Record<string, string>>;

/** One person who does everything that is done at the desk. */
export const allRound = {
  loginName: 'quanneng',
  roles: ['clerk', 'handler', 'head', 'legal', 'leader'],
  name: '全能',
} as const;

/** One program for the suite, and one person of the district before it in a real browser. */
export function seated(
  person: { readonly loginName: string; readonly roles: readonly Role[]; readonly name?: string },
  begin: (program: Program, page: Page) => Promise<void> | void,
): void {
  let program: Program;
  let browser: Browser;

  before(async () => {
    program = await openProgram();
    await addPerson(program.dataSource, person);
    browser = await openChromium();
    await begin(program, await seat(browser, program, person.loginName));
  });

  after(async () => {
    setClock();
    await browser.close();
    await program.close();
  });
}

/** A window of a desk screen with its own session, signed in as this person. */
export async function seat(browser: Browser, program: Program, loginName: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: program.url, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await signInAs(page, loginName);
  return page;
}

export async function signInAs(page: Page, loginName: string): Promise<void> {
  await page.goto(paths.signIn);
  await page.fill('[name=loginName]', loginName);
  await page.fill('[name=password]', PASSWORD);
  await press(page, 'main button[type=submit]');
}

/** Fills in fields of whatever kind: radios and boxes are ticked, lists chosen from, the rest typed. */
export async function fillIn(page: Page, answers: Answers): Promise<void> {
  for (const [name, value] of Object.entries(answers)) {
    // What was chosen before may first have to bring the field.
    await page.locator(`main [name="${name}"]`).first().waitFor({ state: 'attached' });
    const radio = page.locator(`main input[type=radio][name="${name}"][value="${value}"]`);
    const list = page.locator(`main select[name="${name}"]`);
    if ((await radio.count()) > 0) await radio.check();
    else if ((await list.count()) > 0) await list.selectOption(value);
    else await page.fill(`main [name="${name}"]`, value);
  }
}

/** Fills in the form of an act and sends it; confirms where the program asks once. */
export async function sendAct(page: Page, answers: Answers): Promise<void> {
  await fillIn(page, answers);
  await press(page, 'main .form-actions button[name=do][value=perform]');
  const once = 'main button[name=do][value=confirmed]';
  if ((await page.locator(once).count()) > 0) await press(page, once);
}

/**
 * Opens an act's form from the page of the case, as a person does by its button, fills it in and sends it; confirms
 * where the program asks once. Throws with what the page says when the act was not taken.
 */
export async function performInBrowser(
  page: Page,
  id: string,
  type: string,
  answers: Answers = {},
): Promise<void> {
  await page.goto(paths.case(id));
  await page.click(`main a[href^="${paths.act(id, type)}"]`);
  await sendAct(page, answers);
  // A reply that is drafted leads on to its letter, everything else back to the case.
  if (![paths.case(id), paths.replyLetter(id)].includes(new URL(page.url()).pathname)) {
    throw new Error(`“${type}” was not taken: ${await page.locator('main').innerText()}`);
  }
}

/**
 * Issues the signed reply as a person does: from the page of the case to its letter, looked at, then confirmed. Leads
 * to the issued letter. Throws with what the page says when it was not issued.
 */
export async function issueReplyInBrowser(page: Page, id: string): Promise<void> {
  await page.goto(paths.case(id));
  await page.click(`main a[href="${paths.replyLetter(id)}"]`);
  // Where it is the next step the question stands open.
  const question = page.locator('main details.confirm:not([open]) summary', { hasText: '制发' });
  if ((await question.count()) > 0) await question.click();
  await press(page, `main form[action="${paths.replyLetter(id)}"][method=post] button[type=submit]`);
  if (!new URL(page.url()).pathname.startsWith(paths.letter(''))) {
    throw new Error(`The reply was not issued: ${await page.locator('main').innerText()}`);
  }
}

/** Presses a button and waits for the page that it leads to. */
export async function press(page: Page, button: string): Promise<void> {
  await Promise.all([page.waitForEvent('domcontentloaded'), page.click(button)]);
}

/** The words of the page at that address. */
export async function wordsAt(page: Page, path: string): Promise<string> {
  await page.goto(path);
  return wordsOf(page);
}

/** The words of the page, without the frame. */
export const wordsOf = (page: Page): Promise<string> => page.locator('main').innerText();
