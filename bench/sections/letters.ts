import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';
import PDFDocument from 'pdfkit';
import type { Browser } from 'playwright-core';
import { openTypefaces } from '../../src/infrastructure/printing/fonts.js';
import { printLetter } from '../../src/infrastructure/printing/letter-printer.js';
import { openChromium, prepareChromium } from '../../test/support/chromium.js';
import { letterOf, paragraphOf } from '../../test/support/letters.js';
import { type Figure, compare } from '../measuring.js';

const REASON =
  '经审查，您申请公开的信息中，会议纪要第三段记载的内容属于行政机关在履行行政管理职能过程中形成的讨论记录，依法不予公开；其余内容予以公开，现将复印件一并提供。';
const letter = letterOf({
  blocks: [{ kind: 'salutation', to: '张某某' }, ...Array.from({ length: 6 }, () => paragraphOf(REASON))],
});
const lines = [
  letter.issuer,
  letter.number ?? '',
  letter.title,
  '张某某：',
  ...Array<string>(6).fill(REASON),
];

/** A reply of two pages, beside bare PDFKit with the same words and font, and beside a browser. */
export async function letterFigures(): Promise<Figure[]> {
  const typefaces = openTypefaces();
  const things = { count: 1, of: '份' };
  const figures = [
    await compare({
      section: '文书',
      what: '打印一份答复书',
      ours: () => printLetter(letter, typefaces),
      against: 'PDFKit 直接写同样的文字和字体，不排版',
      baseline: printBare,
      runs: 15,
      things,
    }),
  ];
  await prepareChromium();
  const browser = await openChromium();
  try {
    figures.push(
      await compare({
        section: '文书',
        what: '打印一份答复书',
        ours: () => printLetter(letter, typefaces),
        against: '已经打开的无头浏览器打印同样文字的网页',
        baseline: () => printByBrowser(browser),
        runs: 9,
        things,
      }),
    );
  } finally {
    await browser.close();
  }
  return figures;
}

const fontPath = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
);

/** Parsed once, as ours is: the figure is about setting pages, not about reading a font file. */
const parsed = create(readFileSync(fontPath));

function printBare(): Promise<number> {
  return new Promise((resolve, reject) => {
    const paper = new PDFDocument({ size: 'A4', margin: 72 });
    let bytes = 0;
    paper.on('data', (chunk: Buffer) => (bytes += chunk.length));
    paper.on('end', () => resolve(bytes));
    paper.on('error', reject);
    paper.font(parsed as unknown as string).fontSize(16);
    for (const line of lines) paper.text(line);
    paper.end();
  });
}

/** The same paper, margins, type and lines; the font is the machine's own Noto Serif, which the browser knows already. */
const PAGE_STYLE = `@page { size: A4; margin: 37mm 26mm 35mm 28mm }
  body { margin: 0; font: 16pt/10.227mm 'Noto Serif CJK SC', serif } p { margin: 0; text-indent: 2em }`;

async function printByBrowser(browser: Browser): Promise<Buffer> {
  const page = await browser.newPage();
  await page.setContent(
    `<!doctype html><html lang="zh-CN"><style>${PAGE_STYLE}</style><body>${lines.map((line) => `<p>${line}</p>`).join('')}</body></html>`,
  );
  const printed = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  await page.close();
  return printed;
}
