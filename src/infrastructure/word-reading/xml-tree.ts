import { SaxesParser } from 'saxes';

/** An element with what it holds. Names keep their prefix: `w:p`. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}
export type XmlNode = XmlElement | string;

interface Growing extends XmlElement {
  readonly children: XmlNode[];
}

/** What documents of offices hold stays far below; what packs more into a small file means to fill the memory. */
const MOST_ELEMENTS = 500_000;
const DEEPEST = 200;

/**
 * Reads XML whole. Throws Error on what is not well-formed, or holds more or deeper elements than a document;
 * entities of its own are not looked up.
 */
export function readXml(text: string): XmlElement {
  const root: Growing = { name: '', attributes: {}, children: [] };
  const open: Growing[] = [root];
  let elements = 0;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    elements += 1;
    if (elements > MOST_ELEMENTS || open.length > DEEPEST) throw new RangeError('no document is so large');
    const element: Growing = { name, attributes: { ...attributes }, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', (words) => {
    open.at(-1)?.children.push(words);
  });
  parser.write(text).close();
  const [document] = elementsIn(root);
  if (!document) throw new Error('no element');
  return document;
}

/** The elements directly inside, of that name where one is given. */
export const elementsIn = ({ children }: XmlElement, name?: string): XmlElement[] =>
  children.filter(
    (node): node is XmlElement => typeof node !== 'string' && (name === undefined || node.name === name),
  );

/** The first element directly inside of that name, and so on down the path. */
export function childOf(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((at, name) => at && elementsIn(at, name)[0], element);
}

/** `w:val` of the element directly inside: how WordprocessingML states most of its properties. */
export const valueOf = (element: XmlElement | undefined, ...path: readonly string[]): string | undefined =>
  childOf(element, ...path)?.attributes['w:val'];

/** A switch such as `w:vanish`: there, and not told to be off. */
export function isSwitchedOn(element: XmlElement | undefined, ...path: readonly string[]): boolean {
  const found = childOf(element, ...path);
  return found !== undefined && !['0', 'false', 'off'].includes(found.attributes['w:val'] ?? '');
}

/** Every element of that name, however deep. */
export function descendantsOf(element: XmlElement, name: string): XmlElement[] {
  return elementsIn(element).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...descendantsOf(child, name),
  ]);
}

/** All text inside. */
export const textIn = ({ children }: XmlElement): string =>
  children.map((node) => (typeof node === 'string' ? node : textIn(node))).join('');
