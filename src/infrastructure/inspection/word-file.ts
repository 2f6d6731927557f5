import type { Leak } from './leak.js';
import { numbersIn } from './numbers.js';
import { embeddedIn, ownersOf } from './office-file.js';
import { elementsOf, opening, unescapedXml } from './xml.js';
import { type Archive, UnreadableArchive } from './zip-entries.js';

/** Parts of a Word file that hold words, and what they are called. */
const parts: readonly (readonly [RegExp, string])[] = [
  [/^word\/document\.xml$/u, '正文'],
  [/^word\/header\d*\.xml$/u, '页眉'],
  [/^word\/footer\d*\.xml$/u, '页脚'],
  [/^word\/footnotes\.xml$/u, '脚注'],
  [/^word\/endnotes\.xml$/u, '尾注'],
];

const TRACKED = /<w:(?:ins|del|moveFrom|moveTo)\s/u;
const VANISH = /<w:vanish(?:\s+w:val="(?:1|true|on)")?\s*\/>/u;

/** What a Word file (docx) carries besides what one sees. */
export function leaksOfWord(archive: Archive, own: ReadonlySet<string>): Leak[] {
  // A program may call the same elements by another prefix: then nothing below would be found, which is not nothing.
  if (!archive.xml('word/document.xml')?.includes('<w:document'))
    throw new UnreadableArchive('不是常见的 Word 文件，不能逐项检查。');
  const words = archive.names.flatMap((name): Leak[] => {
    const part = parts.find(([pattern]) => pattern.test(name))?.[1];
    return part ? leaksOfPart(archive.xml(name) ?? '', part, own) : [];
  });
  return [...words, ...commentsOf(archive), ...embeddedIn(archive), ...ownersOf(archive)];
}

function leaksOfPart(xml: string, part: string, own: ReadonlySet<string>): Leak[] {
  return wordParagraphs(xml).flatMap(({ markup, text }, i): Leak[] => {
    const place = `${part}第 ${i + 1} 段`;
    return [
      ...(TRACKED.test(markup) ? [{ sort: 'trackedChange', place, detail: beginningOf(text) } as const] : []),
      ...(VANISH.test(markup) ? [{ sort: 'hiddenText', place, detail: beginningOf(text) } as const] : []),
      ...numbersIn(text, place, own),
    ];
  });
}

function commentsOf(archive: Archive): Leak[] {
  const xml = archive.xml('word/comments.xml') ?? '';
  return elementsOf(xml, 'w:comment').map(({ 'w:author': author = '' }) => ({
    sort: 'comment',
    place: '正文',
    detail: author ? `${author}的批注` : '',
  }));
}

const beginningOf = (text: string): string =>
  text.length > 20 ? `“${text.slice(0, 20)}……”` : text && `“${text}”`;

/** The paragraphs of a part that say something, in order, deleted words included: their markup and their words. */
export function wordParagraphs(xml: string): { markup: string; text: string }[] {
  return [...xml.matchAll(new RegExp(`${opening('w:p')}([\\s\\S]*?)</w:p>`, 'gu'))]
    .map(([, markup = '']) => ({ markup, text: wordText(markup) }))
    .filter(({ text }) => text !== '');
}

const wordText = (markup: string): string =>
  [...markup.matchAll(/<w:(?:t|delText)(?:\s[^>]*)?>([^<]*)<\/w:(?:t|delText)>|<w:(tab|br)\s*\/>/gu)]
    .map(([, text, blank]) => (blank ? ' ' : unescapedXml(text ?? '')))
    .join('')
    .trim();
