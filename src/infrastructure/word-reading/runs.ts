import { type XmlElement, childOf, descendantsOf, elementsIn, isSwitchedOn, textIn } from './xml-tree.js';

/** A picture as the text names it: the id of its file, and its size in points where it is told. */
export interface NamedPicture {
  readonly id: string;
  readonly width?: number;
  readonly height?: number;
  readonly alt: string;
}

/** What a paragraph holds, in its order. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'picture'; readonly picture: NamedPicture }
  | { readonly kind: 'pageBreak' }
  /** 文本框: paragraphs of its own. */
  | { readonly kind: 'box'; readonly paragraphs: readonly XmlElement[] }
  | { readonly kind: 'note'; readonly id: string }
  /** 修订 or 批注: what the page cannot show as the original does. */
  | { readonly kind: 'mark'; readonly mark: 'revised' | 'commented' };

const text = (words: string): Piece[] => [{ kind: 'text', text: words }];
const mark = (one: 'revised' | 'commented'): Piece => ({ kind: 'mark', mark: one });

/** Everything in an element that is seen on paper: deleted and hidden words are not. */
export const piecesOf = (element: XmlElement): Piece[] => elementsIn(element).flatMap(pieceOf);

function pieceOf(element: XmlElement): Piece[] {
  switch (element.name) {
    case 'w:t':
    case 'm:t':
      return text(textIn(element));
    case 'w:tab':
      return text('　');
    case 'w:br':
      return element.attributes['w:type'] === 'page' ? [{ kind: 'pageBreak' }] : text('\n');
    case 'w:cr':
      return text('\n');
    case 'w:noBreakHyphen':
      return text('-');
    case 'w:sym':
      return text(symbolOf(element));
    case 'w:r':
      return isSwitchedOn(element, 'w:rPr', 'w:vanish') ? [] : piecesOf(element);
    case 'w:del':
    case 'w:moveFrom':
      return [mark('revised')];
    case 'w:ins':
    case 'w:moveTo':
      return [mark('revised'), ...piecesOf(element)];
    case 'w:commentReference':
      return [mark('commented')];
    case 'w:footnoteReference':
    case 'w:endnoteReference':
      return [{ kind: 'note', id: `${element.name}:${element.attributes['w:id'] ?? ''}` }];
    case 'mc:AlternateContent':
      return alternativeOf(element);
    case 'w:drawing':
      return drawingOf(element);
    case 'w:pict':
    case 'w:object':
      return pictOf(element);
    case 'w:pPr':
    case 'w:rPr':
    case 'w:instrText':
    case 'w:delText':
    case 'w:fldChar':
      return [];
    default:
      return piecesOf(element);
  }
}

/** Signs of Wingdings that forms are made of; any other has no known shape. */
const symbols: Readonly<Record<string, string>> = {
  F052: '☑',
  F0FE: '☑',
  F0FC: '√',
  F0FD: '☒',
  F06F: '□',
  F0A3: '□',
  F0A8: '□',
};
const symbolOf = ({ attributes }: XmlElement): string =>
  symbols[(attributes['w:char'] ?? '').toUpperCase()] ?? '〓';

/** The same thing said twice, for new programs and for old ones. */
function alternativeOf(element: XmlElement): Piece[] {
  const [choice] = elementsIn(element, 'mc:Choice').map(piecesOf);
  if (choice && choice.length > 0) return choice;
  const fallback = childOf(element, 'mc:Fallback');
  return fallback ? piecesOf(fallback) : [];
}

const EMU_IN_POINT = 12_700;

function drawingOf(drawing: XmlElement): Piece[] {
  const [extent] = descendantsOf(drawing, 'wp:extent');
  const [about] = descendantsOf(drawing, 'wp:docPr');
  const width = Number(extent?.attributes['cx']) / EMU_IN_POINT;
  const height = Number(extent?.attributes['cy']) / EMU_IN_POINT;
  const blips = descendantsOf(drawing, 'a:blip');
  // The size is that of the whole drawing: of a group of pictures none has it.
  const sized = blips.length === 1 && width > 0 && height > 0 ? { width, height } : {};
  const alt = about?.attributes['descr'] ?? '';
  return [
    ...blips.map(({ attributes }): Piece => ({
      kind: 'picture',
      picture: { id: attributes['r:embed'] ?? attributes['r:link'] ?? '', ...sized, alt },
    })),
    ...boxesIn(drawing),
  ];
}

function pictOf(pict: XmlElement): Piece[] {
  const images = descendantsOf(pict, 'v:imagedata').map(({ attributes }): Piece => ({
    kind: 'picture',
    picture: { id: attributes['r:id'] ?? '', alt: attributes['o:title'] ?? '' },
  }));
  return [...images, ...boxesIn(pict)];
}

const boxesIn = (element: XmlElement): Piece[] =>
  descendantsOf(element, 'w:txbxContent').map((box) => ({ kind: 'box', paragraphs: elementsIn(box) }));
