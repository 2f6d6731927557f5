import { type AgentPaper, agentPaperIds } from '../domain/application/applicant.js';
import type { LocalDate } from '../domain/time/local-date.js';
import { today } from '../infrastructure/today.js';
import { Choice, Choices, Day, Text } from '../web/fields.js';

export class ConfirmationForm {
  @Day({ label: '双方确认之日', notAfter: today, notAfterFault: '双方确认之日不能晚于今天' })
  on: LocalDate;

  @Text({ label: '确认记录' })
  proof: string;

  @Choices({ label: '已经提交的代理材料', of: agentPaperIds, required: false })
  agentPapers: AgentPaper[];
}

export class AttemptForm {
  @Day({ label: '联系之日', notAfter: today, notAfterFault: '联系之日不能晚于今天' })
  triedOn: LocalDate;

  @Text({ label: '联系经过' })
  note: string;
}

export const refusalKinds = {
  duplicate: '与已经收到的申请重复提交',
  notApplication: '不是政府信息公开申请（广告、乱码等）',
  other: '其他原因',
} as const;

export class RefusalForm {
  @Choice({ label: '原因', of: Object.keys(refusalKinds) })
  kind: keyof typeof refusalKinds;

  @Text({ label: '说明', max: 500 })
  why: string;
}
