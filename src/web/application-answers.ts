import { agentPapers, applicantKinds, recipients } from '../domain/application/applicant.js';
import { type JointApplicant, readJointApplicants } from '../domain/application/joint-applicants.js';
import { identityDocuments, supplyWays, wantedForms } from '../domain/application/provision.js';
import type { ApplicationFields, Paper } from '../records/application/application-fields.js';
import { type Particular, masked } from '../records/application/particulars.js';

interface Item {
  readonly term: string;
  readonly text: string;
}

/** What was filled in, as it is read: by the applicant before it is sent, by the clerk before it is confirmed. */
export interface Answers {
  readonly step: string;
  readonly title: string;
  readonly items: readonly Item[];
}

type Told = (id: Particular, text: string) => string;

/** 李四　居民身份证 1101**********2X　138****0000 — one of several applicants on one line. */
export function jointInWords({ name, idDocument, idNumber, phone }: JointApplicant, told: Told): string {
  const number =
    idDocument && idNumber ? `${identityDocuments[idDocument]} ${told('idNumber', idNumber)}` : '';
  return [name, number, phone ? told('phone', phone) : ''].filter(Boolean).join('　');
}

/** The lines about those who apply together with the first. */
export function jointItems(text: string, told: Told): Item[] {
  const read = readJointApplicants(text);
  if ('fault' in read || read.joint.length === 0) return [];
  return [
    { term: '共同申请人', text: read.joint.map((one) => jointInWords(one, told)).join('\n') },
    { term: '排在第一位的', text: '是联系人和文书送达对象，年报按其类别计一件' },
  ];
}

/** The lines about who acts for the applicants, and to whom letters go. */
export function agentItems(fields: ApplicationFields, told: Told): Item[] {
  if (!fields.agentName) return [];
  const papers = (fields.agentPapers ?? []).map((id) => agentPapers[id]).join('、');
  const name = [told('agentName', fields.agentName), told('agentPhone', fields.agentPhone)].filter(Boolean);
  return [
    { term: '代理人', text: name.join('　') },
    { term: '代理材料', text: papers || '还没有提交授权委托书和代理人身份证明' },
    ...(fields.serviceTo ? [{ term: '文书送达', text: recipients[fields.serviceTo] }] : []),
  ];
}

/** The answers in the order of the steps; personal numbers and addresses hidden behind asterisks when `hidden`. */
export function answersOf(filled: ApplicationFields, papers: readonly Paper[], hidden = false): Answers[] {
  const told: Told = (id, text) => (hidden ? masked(id, text) : text);
  const given = (term: string, text: string): Item[] => (text ? [{ term, text }] : []);
  const { phone, address, postcode, email, contactName, idNumber, idDocument } = filled;
  return [
    {
      step: 'applicant',
      title: '申请人',
      items: [
        { term: '类别', text: applicantKinds[filled.applicantKind] },
        { term: '姓名或单位名称', text: filled.applicantName },
        ...given('联系人', told('contactName', contactName)),
        ...jointItems(filled.jointApplicants ?? '', told),
        ...agentItems(filled, told),
      ],
    },
    {
      step: 'identity',
      title: '身份证明',
      items: [
        idDocument
          ? { term: identityDocuments[idDocument], text: told('idNumber', idNumber) }
          : { term: '证件', text: '没有提供' },
        { term: '上传的文件', text: papers.map(({ name }) => name).join('、') || '没有上传' },
      ],
    },
    {
      step: 'contact',
      title: '联系方式',
      items: [
        { term: '联系电话', text: told('phone', phone) || '没有提供' },
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
        { term: '提供形式', text: filled.wantedForm ? wantedForms[filled.wantedForm] : '没有写明' },
        { term: '获取方式', text: filled.supplyWay ? supplyWays[filled.supplyWay] : '没有写明' },
      ],
    },
  ];
}
