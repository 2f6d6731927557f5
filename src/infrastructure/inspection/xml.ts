const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Character references as the signs they stand for. */
export const unescapedXml = (text: string): string =>
  text.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/giu,
    (whole, hex?: string, dec?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? whole;
      const point = hex === undefined ? Number(dec) : Number.parseInt(hex, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );

/** The attributes of each element of that name, in the order of the file; prefixes of names are kept. */
export function elementsOf(xml: string, name: string): Record<string, string>[] {
  const tags = xml.matchAll(new RegExp(`<${name}(\\s[^>]*?)?/?>`, 'gu'));
  return [...tags].map(([, attributes = '']) =>
    Object.fromEntries(
      [...attributes.matchAll(/([\w:]+)\s*=\s*"([^"]*)"/gu)].map(([, key = '', value = '']) => [
        key,
        unescapedXml(value),
      ]),
    ),
  );
}

/** Opening tags of an element that is closed later: those that close themselves have nothing in them. */
export const opening = (name: string): string => `<${name}(?:\\s(?:[^>]*[^/>])?)?>`;

/** The text between the first opening and closing tag of that name, markup taken out; '' without one. */
export function textOfElement(xml: string, name: string): string {
  const [, inner = ''] = new RegExp(`${opening(name)}([\\s\\S]*?)</${name}>`, 'u').exec(xml) ?? [];
  return unescapedXml(inner.replaceAll(/<[^>]*>/gu, '')).trim();
}

/** Whether an attribute of OOXML says yes. */
export const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';
