import {
  type FileResult,
  drawRules,
  fileResults,
  reviewItemIds,
  reviewItems,
} from '../domain/review/file-review.js';
import { printCitation } from '../domain/law/citation.js';
import type { WordReport } from '../infrastructure/printing/report-word.js';
import { dayOf, today } from '../infrastructure/today.js';
import type { SelfCheckRecord } from '../records/report/self-check.js';
import type { ListedFile } from '../records/report/self-checks.js';
import { chineseDate } from '../web/words.js';
import { checkTitle } from './open-check.js';

/** How many files came out how. */
export const resultCounts = (files: readonly ListedFile[]): [string, number][] =>
  (Object.keys(fileResults) as FileResult[]).map((id) => [
    fileResults[id],
    files.filter(({ result }) => result === id).length,
  ]);

/** What stands against a file in the end: findings that were not dismissed, questions answered 不符合, the note. */
function faultsOf({ found, dismissed, answers, note }: ListedFile): string[] {
  return [
    ...found
      .filter(({ code }) => !dismissed.includes(code))
      .map(({ says, article }) => (article ? `${says}（${article}）` : says)),
    ...reviewItemIds
      .filter((id) => answers[id] === 'faulty')
      .map((id) => `不符合：${reviewItems[id].asks}（${printCitation(reviewItems[id].article)}）`),
    ...(note ? [note] : []),
  ];
}

/** The report of a self-check: how files were drawn, what came out of each, what is wrong and what is done about it. */
export function checkPaper(office: string, check: SelfCheckRecord, files: readonly ListedFile[]): WordReport {
  const { from, through, rule, population, seed, problems, measures, submittedAt } = check;
  return {
    title: `政府信息依申请公开${checkTitle(check)}报告`,
    subtitle: office,
    orientation: 'portrait',
    on: submittedAt ? dayOf(submittedAt) : today(),
    ...(submittedAt ? {} : { draftMark: '草稿，尚未报送' }),
    blocks: [
      { kind: 'heading', level: 2, text: '一、检查范围和方法' },
      {
        kind: 'paragraph',
        text: `${chineseDate(from)}至${chineseDate(through)}办结的申请中，${drawRules[rule]}共 ${population} 件，抽取 ${files.length} 件（种子 ${seed}，凭种子可以重新抽取核对）。先由系统核对期限、程序和文书，再由评查人逐项评查。`,
      },
      { kind: 'heading', level: 2, text: '二、评查结果' },
      {
        kind: 'table',
        columns: [{ heading: '结果' }, { heading: '件数', align: 'right' }],
        rows: resultCounts(files).map(([name, count]) => [name, String(count)]),
      },
      {
        kind: 'table',
        columns: [
          { heading: '编号', width: 1.4 },
          { heading: '结果', width: 0.8 },
          { heading: '问题和依据', width: 4 },
        ],
        rows: files.map((file) => [
          file.number,
          file.result ? fileResults[file.result] : '待评查',
          faultsOf(file).join('\n') || '没有发现问题。',
        ]),
      },
      { kind: 'heading', level: 2, text: '三、发现的问题' },
      { kind: 'paragraph', text: problems || '（尚未填写）' },
      { kind: 'heading', level: 2, text: '四、整改措施' },
      { kind: 'paragraph', text: measures || '（尚未填写）' },
    ],
  };
}
