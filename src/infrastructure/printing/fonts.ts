import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { Declined } from '../declined.js';
import { printable } from './characters.js';

/** 小标宋 for titles, 仿宋 for the body, 楷体, 黑体, 宋体 for page numbers. */
export type FontRole = 'title' | 'body' | 'kai' | 'hei' | 'digits';

/** Font files for each role, the most wanted first. */
export type FontFiles = Record<FontRole, readonly string[]>;

const resolve = createRequire(import.meta.url).resolve;
const SERIF = (weight: string): string => resolve(`@expo-google-fonts/noto-serif-sc/${weight}.ttf`);
const SANS = (weight: string): string => resolve(`@expo-google-fonts/noto-sans-sc/${weight}.ttf`);
const SERIF_REGULAR = SERIF('400Regular/NotoSerifSC_400Regular');
const SANS_REGULAR = SANS('400Regular/NotoSansSC_400Regular');

/** Free fonts (OFL) that stand behind an office's own. They cover GBK and the rare characters of names. */
const FREE: FontFiles = {
  title: [SERIF('700Bold/NotoSerifSC_700Bold'), SERIF_REGULAR, SANS_REGULAR],
  body: [SERIF_REGULAR, SANS_REGULAR],
  kai: [SERIF('600SemiBold/NotoSerifSC_600SemiBold'), SERIF_REGULAR, SANS_REGULAR],
  hei: [SANS('700Bold/NotoSansSC_700Bold'), SANS_REGULAR, SERIF_REGULAR],
  digits: [SERIF_REGULAR, SANS_REGULAR],
};

/** A font file that cannot be read. The message names the file and the mend. */
export class UnreadableFontError extends Error {
  override readonly name = 'UnreadableFontError';

  constructor(path: string, cause: unknown) {
    super(`字体文件 ${path} 无法读取，请检查字体设置中的路径，文件须为 TTF、OTF 或 TTC 格式。`, { cause });
  }
}

/** Characters for which no font has a glyph. A letter with a silent box is never issued. */
export class UncoveredCharacterError extends Declined {
  override readonly name = 'UncoveredCharacterError';
  readonly status = 422;

  constructor(
    /** The characters, each once, in the order of the text. */
    readonly characters: readonly string[],
  ) {
    const named = characters.map((c) => `“${c}”（${codePointName(c)}）`).join('、');
    super(
      `${named}没有可用的字形，请核对该字是否录错；确需使用的，请由管理员在字体设置中加入收有该字的字体。`,
    );
  }
}

/** One font file, parsed. */
export class Typeface {
  /** What PDFKit embeds: the same font, with one glyph for each character and no shaping. */
  readonly embeddable: Font;

  constructor(
    /** Name within a document. */
    readonly name: string,
    private readonly font: Font,
  ) {
    this.embeddable = Object.create(font, {
      layout: { value: (text: string) => this.run(text) },
    }) as Font;
  }

  has(codePoint: number): boolean {
    return this.font.hasGlyphForCodePoint(codePoint);
  }

  /** Width of the character's glyph in em. */
  advance(codePoint: number): number {
    return this.font.glyphForCodePoint(codePoint).advanceWidth / this.font.unitsPerEm;
  }

  /** Lowest and highest point of the character's ink in em, from the baseline upwards. */
  ink(codePoint: number): { low: number; high: number } {
    const { minY, maxY } = this.font.glyphForCodePoint(codePoint).bbox;
    return { low: minY / this.font.unitsPerEm, high: maxY / this.font.unitsPerEm };
  }

  // fontkit remembers a glyph's code points from its first use in the process, whoever asked.
  // The run carries its own, so that a document's text layer depends on that document alone.
  private run(text: string): object {
    const glyphs = Array.from(text, (character) => {
      const codePoint = character.codePointAt(0) ?? 0;
      const glyph = this.font.glyphForCodePoint(codePoint);
      return { id: glyph.id, advanceWidth: glyph.advanceWidth, codePoints: [codePoint] };
    });
    const positions = glyphs.map((g) => ({ xAdvance: g.advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 }));
    return { glyphs, positions, advanceWidth: glyphs.reduce((sum, g) => sum + g.advanceWidth, 0) };
  }
}

/** The fonts of one setting, by role. A file is read when first needed. */
export class Typefaces {
  constructor(private readonly files: FontFiles) {}

  /** The first font of the role that has the character. Throws UncoveredCharacterError. */
  faceFor(role: FontRole, character: string): Typeface {
    const face = this.find(role, character.codePointAt(0) ?? 0);
    if (!face) throw new UncoveredCharacterError([character]);
    return face;
  }

  /** Throws UncoveredCharacterError naming every character of the document without a glyph. */
  assertCovered(document: unknown): void {
    const missing = this.uncovered(document);
    if (missing.length > 0) throw new UncoveredCharacterError(missing);
  }

  /** The characters of the document without a glyph, each once, in the order of the text. */
  uncovered(document: unknown): string[] {
    return [...new Set(charactersOf(document))].filter(
      (character) => character !== '\n' && !this.find('body', character.codePointAt(0) ?? 0),
    );
  }

  private find(role: FontRole, codePoint: number): Typeface | undefined {
    for (const path of this.files[role]) {
      const face = typefaceAt(path);
      if (face.has(codePoint)) return face;
    }
    return undefined;
  }
}

/** The office's own files before the free ones. Parsed fonts are kept for the whole process. */
export function openTypefaces(own: Partial<FontFiles> = {}): Typefaces {
  const behind = (role: FontRole): string[] => [...(own[role] ?? []), ...FREE[role]];
  return new Typefaces({
    title: behind('title'),
    body: behind('body'),
    kai: behind('kai'),
    hei: behind('hei'),
    digits: behind('digits'),
  });
}

const opened = new Map<string, Typeface>();

function typefaceAt(path: string): Typeface {
  const known = opened.get(path);
  if (known) return known;
  const face = new Typeface(path, parse(path));
  opened.set(path, face);
  return face;
}

function parse(path: string): Font {
  try {
    const found = create(readFileSync(path));
    const font = 'fonts' in found ? found.fonts[0] : found;
    if (!font) throw new Error('empty collection');
    return font;
  } catch (cause) {
    throw new UnreadableFontError(path, cause);
  }
}

function* charactersOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield* printable(value);
  else if (Array.isArray(value)) for (const item of value) yield* charactersOf(item);
  else if (typeof value === 'object' && value !== null && !Buffer.isBuffer(value)) {
    for (const item of Object.values(value)) yield* charactersOf(item);
  }
}

function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
