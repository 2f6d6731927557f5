import type { ReportDocument } from '../infrastructure/printing/report-blocks.js';
import type { OfficeRecord } from '../records/office/office.js';
import type { SubmissionRecord } from '../records/application/submission.js';
import { dayOf } from '../infrastructure/today.js';
import { chineseTime } from '../web/words.js';
import { groupedQueryCode } from './query-code.js';

/** What the receipt page and its paper say alike. */
export const receiptSays =
  '这份回执表示申请已经送到，还不是受理。工作机构会与您联系，双方确认之日为收到申请之日，答复期限从那时起计算（《条例》第三十一条第（三）项）。';

/** 网上提交回执 on A4, with the query code. It names nobody: a lost paper tells a stranger nothing more. */
export function receiptPaper(
  office: OfficeRecord,
  submission: SubmissionRecord,
  queryCode: string,
  followAt: string,
): ReportDocument {
  return {
    title: '政府信息公开申请网上提交回执',
    subtitle: office.name,
    orientation: 'portrait',
    on: dayOf(submission.arrivedAt),
    blocks: [
      {
        kind: 'keyValues',
        entries: [
          { name: '提交时间', value: chineseTime(submission.arrivedAt) },
          { name: '查询码', value: groupedQueryCode(queryCode) },
          { name: '查询地址', value: followAt },
          ...(office.phone ? [{ name: '咨询电话', value: office.phone }] : []),
          ...(office.address ? [{ name: '办公地址', value: office.address }] : []),
        ],
      },
      { kind: 'paragraph', text: receiptSays },
      {
        kind: 'paragraph',
        text: '凭查询码可以查看进度、阅读文书、补正和撤回。请妥善保管，不要告诉他人；遗失后无法找回，可以打电话询问进度。',
      },
    ],
  };
}
