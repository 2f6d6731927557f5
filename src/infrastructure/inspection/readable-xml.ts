/** Comments, CDATA sections and processing instructions; else a tag, with its slash, its name and what it carries. */
const MARKUP =
  /<(?:(!--[\s\S]*?--|\?[\s\S]*?\?)|!\[CDATA\[([\s\S]*?)\]\]|(\/?)([^\s<>/!?]+)([^<>"']*(?:"[^<"]*"[^<>"']*|'[^<']*'[^<>"']*)*))>/uy;

/** No document nests so deeply; an attack does. */
const DEEPEST = 200;

/**
 * XML in which patterns may be looked for: comments are gone, CDATA is text, values stand in double quotes, no sign `>`
 * stands within a tag, and every element that is opened is closed. A pattern that runs from an opening to a closing tag would otherwise be led through
 * the whole file again from each opening that is never closed. Throws RangeError where it is broken or has a DOCTYPE,
 * which no Office file has. Takes time in proportion to the length.
 */
export function readableXml(xml: string): string {
  const open: string[] = [];
  const pieces: string[] = [];
  let kept = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', MARKUP.lastIndex)) {
    MARKUP.lastIndex = at;
    const found = MARKUP.exec(xml);
    if (!found) throw new RangeError('broken markup');
    const [whole, left, text, slash, name = '', carried = ''] = found;
    const put = putInstead(whole, left, text, carried);
    if (put !== undefined) {
      pieces.push(xml.slice(kept, at), put);
      kept = MARKUP.lastIndex;
    }
    if (name === '') continue;
    if (slash) {
      if (open.pop() !== name) throw new RangeError('not closed in order');
    } else if (!whole.endsWith('/>') && open.push(name) > DEEPEST) throw new RangeError('too deep');
  }
  if (open.length > 0) throw new RangeError('never closed');
  pieces.push(xml.slice(kept));
  return pieces.join('');
}

/** What takes the place of a piece of markup; undefined where it stays as it is. */
function putInstead(
  whole: string,
  left: string | undefined,
  text: string | undefined,
  carried: string,
): string | undefined {
  if (left !== undefined) return '';
  if (text !== undefined) return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  if (!/[>']/u.test(carried)) return undefined;
  const plain = carried.replaceAll(/"([^"]*)"|'([^']*)'/gu, (_, double?: string, single = '') => {
    const value = (double ?? String(single)).replaceAll('>', '&gt;').replaceAll('"', '&quot;');
    return `"${value}"`;
  });
  return `${whole.slice(0, whole.length - 1 - carried.length)}${plain}>`;
}
