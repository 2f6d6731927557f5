/** The six kinds of applicant in the order of annual table three (国办公开办函〔2021〕30号). */
export const applicantKinds = {
  naturalPerson: '自然人',
  business: '商业企业',
  research: '科研机构',
  publicWelfare: '社会公益组织',
  legalService: '法律服务机构',
  otherOrganisation: '其他',
} as const;
export type ApplicantKind = keyof typeof applicantKinds;
export const applicantKindIds = Object.keys(applicantKinds) as ApplicantKind[];
export const isApplicantKind = (text: unknown): text is ApplicantKind =>
  (applicantKindIds as readonly unknown[]).includes(text);

/**
 * What an agent brings with him besides the identity papers of whom he acts for (条例第二十九条第二款; 本系统口径, as
 * 行政复议法（2017年修正）第十七条第二款 has it for reconsideration).
 */
export const agentPapers = {
  mandate: '授权委托书',
  agentIdentity: '代理人身份证明',
} as const;
export type AgentPaper = keyof typeof agentPapers;
export const agentPaperIds = Object.keys(agentPapers) as AgentPaper[];

/** To whom the letters of the case are served; of several applicants the first receives for all (本系统口径). */
export const recipients = { applicant: '申请人', agent: '代理人' } as const;
export type Recipient = keyof typeof recipients;
