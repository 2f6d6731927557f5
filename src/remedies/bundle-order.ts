import { filings } from '../domain/remedy/filings.js';
import type { LocalDate } from '../domain/time/local-date.js';
import type { ReportDocument } from '../infrastructure/printing/report-blocks.js';
import { chineseTime } from '../web/words.js';
import { type DirectoryLine, directoryOf } from './evidence-lines.js';
import { deadlinesReport, recordReport } from './printed-evidence.js';
import type { ProceedingFile } from './proceeding-file.js';

/** 证据目录 of a reconsideration, 证据清单 of a suit. */
export const directoryTitle = ({ proceeding }: ProceedingFile): string =>
  filings[proceeding.kind].find(({ kind }) => kind === 'directory')?.name ?? '证据目录';

/** One paper of a bundle: where its pages come from. */
export interface OrderedPaper {
  readonly line: DirectoryLine;
  readonly from:
    | { readonly printed: ReportDocument }
    | { readonly stored: { readonly hash: string; readonly name: string; readonly mime: string } }
    | 'gone';
}

/** All that the making of a bundle needs to know, as plain values: it is made on a thread of its own. */
export interface BundleOrder {
  readonly on: LocalDate;
  /** The number of the proceeding. */
  readonly number: string;
  readonly office: string;
  /** 证据目录 or 证据清单. */
  readonly directory: string;
  readonly papers: readonly OrderedPaper[];
  /** What proves the file: the end of the chain, the seal. */
  readonly proof: readonly { readonly name: string; readonly value: string }[];
}

/** The order for the papers that are to go in, in the order of the directory. */
export function bundleOrder(file: ProceedingFile, on: LocalDate): BundleOrder {
  const { seal, case: whole } = file;
  return {
    on,
    number: file.proceeding.number,
    office: whole.office.name,
    directory: directoryTitle(file),
    papers: directoryOf(file)
      .filter(({ included }) => included)
      .map((line) => ({ line, from: sourceOf(file, line, on) })),
    proof: [
      { name: '记录链末端', value: whole.application.chainHead },
      ...(seal
        ? [
            { name: '案卷封存', value: chineseTime(seal.sealedAt) },
            { name: '封存指纹', value: seal.digest },
          ]
        : []),
    ],
  };
}

function sourceOf(
  { case: whole }: ProceedingFile,
  { of, id }: DirectoryLine,
  on: LocalDate,
): OrderedPaper['from'] {
  switch (of) {
    case 'record':
    case 'recordInFull':
      return { printed: recordReport(whole, on, { whole: of === 'recordInFull' }) };
    case 'deadlines':
      return { printed: deadlinesReport(whole, on) };
    case 'attachment': {
      const found = whole.attachments.find((one) => one.id === id);
      return found ? { stored: { hash: found.fileHash, name: found.name, mime: found.mime } } : 'gone';
    }
    case 'letter': {
      const found = whole.letters.find((one) => one.id === id);
      return found?.pdfHash
        ? { stored: { hash: found.pdfHash, name: `${found.title}.pdf`, mime: 'application/pdf' } }
        : 'gone';
    }
  }
}
