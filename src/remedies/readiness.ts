import type { Filing, FilingKind } from '../domain/remedy/filings.js';

/** How far a paper to be filed has come. */
export type Readiness = 'none' | 'draft' | 'ready' | 'filed';

export const readinessWords: Readonly<Record<Readiness, string>> = {
  none: '未拟',
  draft: '草稿',
  ready: '已备',
  filed: '已提交',
};

export interface FilingState {
  readonly filing: Filing;
  readonly readiness: Readiness;
}

/** What readiness is read off: versions of papers and bundles, of one proceeding. */
export interface Prepared {
  readonly papers: readonly {
    readonly kind: FilingKind;
    readonly version: number;
    readonly final: boolean;
  }[];
  readonly bundles: readonly { readonly status: 'making' | 'ready' | 'failed' }[];
}

/**
 * How far each of these papers has come. A bundle brings directory and evidence; what the record says was handed in
 * was handed in, wherever it was written.
 */
export function filingStates(
  filings: readonly Filing[],
  { papers, bundles }: Prepared,
  filed: (kind: FilingKind) => boolean = () => false,
): FilingState[] {
  const bundled = bundles.some(({ status }) => status === 'ready');
  return filings.map((filing) => {
    if (filed(filing.kind)) return { filing, readiness: 'filed' };
    if (bundled && (filing.kind === 'directory' || filing.kind === 'evidence'))
      return { filing, readiness: 'ready' };
    const versions = papers.filter((paper) => paper.kind === filing.kind);
    const latest = versions.reduce<(typeof versions)[number] | undefined>(
      (last, one) => (!last || one.version > last.version ? one : last),
      undefined,
    );
    return { filing, readiness: latest ? (latest.final ? 'ready' : 'draft') : 'none' };
  });
}

/** 行政复议答复书（草稿）、证据目录: what is missing, in words. */
export const missingWords = (states: readonly FilingState[]): string[] =>
  states
    .filter(({ readiness }) => readiness === 'none' || readiness === 'draft')
    .map(({ filing, readiness }) => (readiness === 'draft' ? `${filing.name}（草稿）` : filing.name));
