import { localDate } from '../../src/domain/time/local-date.js';
import type { Block, LetterDocument } from '../../src/infrastructure/printing/blocks.js';

/** A short reply in 信函格式, with what a test wants otherwise. */
export function letterOf(own: Partial<LetterDocument> = {}): LetterDocument {
  return {
    form: 'xinhan',
    issuer: '梁平区人民政府办公室',
    number: '梁政公开〔2026〕12号',
    title: '政府信息公开申请答复书',
    language: 'zh-CN',
    blocks: [
      { kind: 'salutation', to: '张某某' },
      paragraphOf('经审查，您申请公开的信息属于本机关公开范围，现予公开。'),
    ],
    signature: { office: '梁平区人民政府办公室', on: localDate('2026-03-06') },
    ...own,
  };
}

export function paragraphOf(text: string): Block {
  return { kind: 'paragraph', text };
}

/** A paragraph that fills exactly so many lines of 28 characters. */
export function fullLines(lines: number): Block {
  return paragraphOf('甲'.repeat(lines * 28 - 2));
}
