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
