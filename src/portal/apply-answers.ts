import { applicantKinds } from '../domain/application/applicant.js';
import { identityDocuments, supplyWays, wantedForms } from '../domain/application/provision.js';
import { type Particular, masked } from '../records/particulars.js';
import type { Filled } from './apply-forms.js';
import type { Paper } from './papers.js';

/** What was filled in, as it is read: by the applicant before it is sent, by the clerk before it is confirmed. */
export interface Answers {
  readonly step: string;
  readonly title: string;
  readonly items: readonly { readonly term: string; readonly text: string }[];
}

/** The answers in the order of the steps; personal numbers and addresses hidden behind asterisks when `hidden`. */
export function answersOf(filled: Filled, papers: readonly Paper[], hidden = false): Answers[] {
  const told = (id: Particular, text: string): string => (hidden ? masked(id, text) : text);
  const given = (term: string, text: string): { term: string; text: string }[] =>
    text ? [{ term, text }] : [];
  const { phone, address, postcode, email, contactName, agentName, agentPhone, idNumber } = filled;
  return [
    {
      step: 'applicant',
      title: '申请人',
      items: [
        { term: '类别', text: applicantKinds[filled.applicantKind] },
        { term: '姓名或单位名称', text: filled.applicantName },
        ...given('联系人', told('contactName', contactName)),
        ...given('代理人', told('agentName', agentName)),
        ...given('代理人电话', told('agentPhone', agentPhone)),
      ],
    },
    {
      step: 'identity',
      title: '身份证明',
      items: [
        { term: identityDocuments[filled.idDocument], text: told('idNumber', idNumber) },
        { term: '上传的文件', text: papers.map(({ name }) => name).join('、') || '没有上传' },
      ],
    },
    {
      step: 'contact',
      title: '联系方式',
      items: [
        { term: '联系电话', text: told('phone', phone) },
        ...given('通信地址', told('address', address)),
        ...given('邮政编码', postcode),
        ...given('电子邮箱', told('email', email)),
      ],
    },
    { step: 'content', title: '需要的信息', items: [{ term: '内容', text: filled.content }] },
    {
      step: 'supply',
      title: '怎样提供',
      items: [
        { term: '提供形式', text: wantedForms[filled.wantedForm] },
        { term: '获取方式', text: supplyWays[filled.supplyWay] },
      ],
    },
  ];
}
