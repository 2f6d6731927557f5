import type { Leak } from './leak.js';
import { textOfElement } from './xml.js';
import type { Archive } from './zip-entries.js';

/** Names that programs write by themselves and that tell of nobody. */
const nobody = new Set([
  'unknown',
  'un-named',
  'user',
  'admin',
  'administrator',
  'openpyxl',
  'apache poi',
  'wps office',
]);

/** What a person's program has written into every Office file: who made it, who saved it last. */
export function ownersOf(archive: Archive): Leak[] {
  const core = archive.xml('docProps/core.xml') ?? '';
  const app = archive.xml('docProps/app.xml') ?? '';
  const named: readonly (readonly [string, string])[] = [
    ['作者', textOfElement(core, 'dc:creator')],
    ['最后保存者', textOfElement(core, 'cp:lastModifiedBy')],
    ['单位', textOfElement(app, 'Company')],
    ['主管', textOfElement(app, 'Manager')],
  ];
  const said = named
    .filter(([, text]) => text !== '' && !nobody.has(text.toLowerCase()))
    .map(([term, text]) => `${term}：${text}`);
  return said.length > 0 ? [{ sort: 'author', place: '', detail: said.join('；') }] : [];
}

/** Files inside an Office file. */
export function embeddedIn(archive: Archive): Leak[] {
  return archive.names
    .filter((name) => /^(word|xl)\/embeddings\/[^/]+$/u.test(name))
    .map((name) => ({ sort: 'embeddedFile', place: '', detail: name.split('/').at(-1) ?? name }));
}
