import { SaxesParser, type SaxesTagPlain } from 'saxes';

/** The text is no XML. */
export class XmlFault extends Error {
  override readonly name = 'XmlFault';
}

/** What is done at each element, by its name without prefix, and with each text. */
export interface XmlListener {
  opened?(name: string, tag: SaxesTagPlain): void;
  closed?(name: string): void;
  text?(text: string): void;
}

const PIECE = 256 * 1024;

/** The part of a name behind its prefix: some programs write `x:row` for `row`. */
const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** An attribute whatever its prefix, such as the `id` of `r:id`. */
export const attributeOf = ({ attributes }: SaxesTagPlain, name: string): string | undefined =>
  Object.entries(attributes).find(([key]) => key.includes(':') && localName(key) === name)?.[1];

/**
 * Reads XML a piece at a time, so that the listener's findings can be taken after each; nothing of an empty text, as of
 * a part that the file does not have. Throws the parser's own error where the text is no XML. External entities are never followed: the parser knows none.
 */
export function* readXml(xml: string, listener: XmlListener): Generator<void> {
  if (xml === '') return;
  const parser = new SaxesParser();
  parser.on('error', (cause) => {
    throw new XmlFault('no XML', { cause });
  });
  parser.on('opentag', (tag) => listener.opened?.(localName(tag.name), tag));
  parser.on('closetag', ({ name }) => listener.closed?.(localName(name)));
  parser.on('text', (text) => listener.text?.(text));
  parser.on('cdata', (text) => listener.text?.(text));
  for (let at = 0; at < xml.length; at += PIECE) {
    parser.write(xml.slice(at, at + PIECE));
    yield;
  }
  parser.close();
}
