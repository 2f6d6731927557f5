import type { Leak } from './leak.js';
import { numbersIn } from './numbers.js';
import { embeddedIn, ownersOf } from './office-file.js';
import { elementsOf, isOn, unescapedXml } from './xml.js';
import { type Archive, UnreadableArchive } from './zip-entries.js';

interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly path: string;
}

/** What an Excel file (xlsx) carries besides what one sees. */
export function leaksOfWorkbook(archive: Archive, own: ReadonlySet<string>): Leak[] {
  const shared = sharedStrings(archive.xml('xl/sharedStrings.xml') ?? '');
  return [
    ...sheetsOf(archive).flatMap((sheet) => leaksOfSheet(sheet, contentOf(archive, sheet), shared, own)),
    ...commentsOf(archive),
    ...archive.names
      .filter((name) => /^xl\/pivotCache\/pivotCacheRecords/u.test(name))
      .map((): Leak => ({ sort: 'pivotCache', place: '', detail: '' })),
    ...embeddedIn(archive),
    ...ownersOf(archive),
  ];
}

function sheetsOf(archive: Archive): Sheet[] {
  const known = elementsOf(archive.xml('xl/workbook.xml') ?? '', 'sheet');
  if (known.length === 0) throw new UnreadableArchive('不是常见的 Excel 文件，不能逐项检查。');
  const targets = new Map(
    elementsOf(archive.xml('xl/_rels/workbook.xml.rels') ?? '', 'Relationship').map(
      ({ Id = '', Target = '' }) => [Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`],
    ),
  );
  return known.map((sheet) => ({
    name: sheet['name'] ?? '',
    hidden: sheet['state'] === 'hidden' || sheet['state'] === 'veryHidden',
    path: targets.get(sheet['r:id'] ?? '') ?? '',
  }));
}

/** A program may call the same elements by another prefix: then nothing would be found, which is not nothing. */
function contentOf(archive: Archive, { path }: Sheet): string {
  const xml = archive.xml(path) ?? '';
  if (/<(worksheet|chartsheet|dialogsheet)[\s>]/u.test(xml)) return xml;
  throw new UnreadableArchive('不是常见的 Excel 文件，不能逐项检查。');
}

function leaksOfSheet(
  { name, hidden }: Sheet,
  xml: string,
  shared: readonly string[],
  own: ReadonlySet<string>,
): Leak[] {
  const place = `工作表“${name}”`;
  const rows = elementsOf(xml, 'row').filter((row) => isOn(row['hidden']));
  const columns = elementsOf(xml, 'col').filter((col) => isOn(col['hidden']));
  return [
    ...(hidden ? [{ sort: 'hiddenSheet', place, detail: '' } as const] : []),
    ...(rows.length > 0
      ? [{ sort: 'hiddenRows', place, detail: rowsTold(rows.map((row) => row['r'] ?? '')) } as const]
      : []),
    ...columns.map(({ min = '', max = '' }): Leak => ({
      sort: 'hiddenColumns',
      place,
      detail: min === max ? `${columnName(min)} 列` : `${columnName(min)} 至 ${columnName(max)} 列`,
    })),
    ...cellsOf(xml, shared).flatMap(({ at, text }) => numbersIn(text, `${place}${at}`, own)),
  ];
}

const rowsTold = (rows: readonly string[]): string =>
  rows.length > 6 ? `第 ${rows.slice(0, 6).join('、')} 行等 ${rows.length} 行` : `第 ${rows.join('、')} 行`;

/** 28 → AB */
function columnName(number: string): string {
  let name = '';
  for (let left = Number(number); left > 0; left = Math.floor((left - 1) / 26))
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  return name;
}

const joinedText = (xml: string): string =>
  [...xml.matchAll(/<t(?:\s[^>]*)?>([^<]*)<\/t>/gu)].map(([, text = '']) => unescapedXml(text)).join('');

/** In their order: cells name them by their place, and an empty one (`<si/>`) has its place too. */
const sharedStrings = (xml: string): string[] =>
  [...xml.matchAll(/<si\s*\/>|<si>([\s\S]*?)<\/si>/gu)].map(([, item = '']) => joinedText(item));

function cellsOf(xml: string, shared: readonly string[]): { at: string; text: string }[] {
  // An empty cell (`<c r="A1" s="1"/>`) closes itself and must not swallow the next one.
  return [...xml.matchAll(/<c\s([^>]*[^/>])>([\s\S]*?)<\/c>/gu)].flatMap(
    ([, attributes = '', inner = '']) => {
      const [, at = ''] = /\br="([A-Z]+\d+)"/u.exec(attributes) ?? [];
      const [, value = ''] = /<v>([^<]*)<\/v>/u.exec(inner) ?? [];
      const text = /\bt="s"/u.test(attributes)
        ? (shared[Number(value)] ?? '')
        : /\bt="inlineStr"/u.test(attributes)
          ? joinedText(inner)
          : unescapedXml(value);
      return text === '' ? [] : [{ at, text }];
    },
  );
}

function commentsOf(archive: Archive): Leak[] {
  const files = archive.names.filter((name) =>
    /^xl\/(comments\d*|threadedComments\/[^/]+)\.xml$/u.test(name),
  );
  return files.flatMap((name) => {
    const xml = archive.xml(name) ?? '';
    const refs = [...elementsOf(xml, 'comment'), ...elementsOf(xml, 'threadedComment')];
    return refs.map(({ ref = '' }): Leak => ({ sort: 'comment', place: ref, detail: '' }));
  });
}
