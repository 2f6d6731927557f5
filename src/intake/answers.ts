import { channels } from '../domain/acts/intake-acts.js';
import { applicantKinds } from '../domain/application/applicant.js';
import { identityDocuments, supplyWays, wantedForms } from '../domain/application/provision.js';
import { receiptRules } from '../domain/application/receipt.js';
import type { Particular } from '../records/application/particulars.js';
import { agentItems, jointItems } from '../web/application-answers.js';
import { chineseDate } from '../web/words.js';
import type { IntakeForm } from './intake-form.js';

const asItIs = (_id: Particular, text: string): string => text;

interface Answers {
  readonly title: string;
  /** The field to go back to. */
  readonly anchor: string;
  readonly items: readonly { term: string; text: string }[];
}

/** The answers as they are read once more, in the order of the form; the request itself stands apart. */
export function answersOf(form: IntakeForm, handlers: readonly { id: string; name: string }[]): Answers[] {
  const { channel, idDocument, wantedForm, supplyWay } = form;
  const { day, arrivesFirst, cameRound } = receiptRules[channel];
  const given = (term: string, text: string): { term: string; text: string }[] =>
    text ? [{ term, text }] : [];
  return [
    {
      title: '怎样收到',
      anchor: 'field-channel',
      items: [
        { term: '申请渠道', text: channels[channel] },
        { term: `收到之日（${day}）`, text: chineseDate(form.on) },
        ...(arrivesFirst ? [{ term: '实际到达日', text: chineseDate(form.arrivedOn) }] : []),
        ...(cameRound ? given('先收到的机构或个人', form.firstTo) : []),
        ...(arrivesFirst && form.contactTriedOn
          ? [{ term: '首次联系申请人之日', text: chineseDate(form.contactTriedOn) }]
          : []),
        { term: '收到凭证', text: form.proof || '未填' },
      ],
    },
    {
      title: '申请人',
      anchor: 'field-applicantKind',
      items: [
        { term: '类别', text: applicantKinds[form.applicantKind] },
        { term: '姓名或名称', text: form.applicantName },
        {
          term: '证件',
          text: form.idNumber
            ? `${idDocument ? identityDocuments[idDocument] : ''} ${form.idNumber}`
            : '未提供，可以要求补正',
        },
        { term: '联系电话', text: form.phone || '未填' },
        { term: '通信地址', text: [form.postcode, form.address].filter(Boolean).join(' ') || '未填' },
        ...given('电子邮箱', form.email),
        ...given('联系人', form.contactName),
        ...jointItems(form.jointApplicants ?? '', asItIs),
        ...agentItems(form, asItIs),
      ],
    },
    {
      title: '所需信息',
      anchor: 'field-content',
      items: [
        { term: '提供形式', text: wantedForm ? wantedForms[wantedForm] : '未填' },
        { term: '获取方式', text: supplyWay ? supplyWays[supplyWay] : '未填' },
        { term: '分办给', text: handlers.find(({ id }) => id === form.handler)?.name ?? '暂不分办' },
      ],
    },
  ];
}
