import { chineseNumeral } from './numerals.js';
import { type StatuteId, statutes } from './statutes.js';

/** A place in a source: article (条), paragraph (款), item (项). Without an article: the source as a whole. */
export interface Citation {
  readonly statute: StatuteId;
  readonly article?: number;
  readonly paragraph?: number;
  readonly item?: number;
}

export const cite = (statute: StatuteId, article?: number, paragraph?: number, item?: number): Citation => ({
  statute,
  ...(article === undefined ? {} : { article }),
  ...(paragraph === undefined ? {} : { paragraph }),
  ...(item === undefined ? {} : { item }),
});

/** 第三十三条第二款 — the place alone, empty for a source as a whole. */
export function placeOf({ article, paragraph, item }: Citation): string {
  return [
    article === undefined ? '' : `第${chineseNumeral(article)}条`,
    paragraph === undefined ? '' : `第${chineseNumeral(paragraph)}款`,
    item === undefined ? '' : `第（${chineseNumeral(item)}）项`,
  ].join('');
}

/** 《条例》第三十三条第二款, as screens and records print it. */
export const printCitation = (citation: Citation): string => {
  const { short } = statutes[citation.statute];
  const named = /[〔号]|口径/.test(short) ? short : `《${short}》`;
  return named + placeOf(citation);
};

/** 《中华人民共和国政府信息公开条例》第三十三条第二款, as letters print it: the full title without the version. */
export const printCitationInFull = (citation: Citation): string => {
  const title = statutes[citation.statute].title.replace(/（[^（）]*）$/, '');
  // A paper that is known by its number alone has no title to set in marks.
  const named = /号$|口径$/.test(title) ? title : `《${title}》`;
  return named + placeOf(citation);
};
