import { longestText } from '../domain/acts/fields.js';
import { type Channel, channels } from '../domain/acts/intake-acts.js';
import { type SupplyWay, type WantedForm, supplyWays, wantedForms } from '../domain/application/provision.js';
import { receiptRules } from '../domain/application/receipt.js';
import type { LocalDate } from '../domain/time/local-date.js';
import { today } from '../infrastructure/today.js';
import type { ApplicationFields } from '../records/application/application-fields.js';
import { askingWhoApplies } from '../web/applicant-fields.js';
import { Email } from '../web/contact-fields.js';
import { Check, Choice, Day, Text } from '../web/fields.js';

/** How it came. */
class ArrivalForm {
  @Choice({ label: '申请渠道', of: Object.keys(channels) })
  channel: Channel;

  @Day({ label: '收到之日', notAfter: today, notAfterFault: '收到之日不能晚于今天' })
  on: LocalDate;

  @Day({ label: '实际到达日', required: false, notAfter: today })
  @Check<ArrivalForm>(({ channel, on, arrivedOn }) => {
    if (!arrivedOn || !(channel in receiptRules) || !receiptRules[channel].arrivesFirst) return undefined;
    return arrivedOn > on ? '实际到达日不会晚于确认之日，请核对' : undefined;
  })
  arrivedOn?: LocalDate;

  @Text({ label: '先收到的机构或个人', max: 100, required: false })
  firstTo: string;

  @Day({ label: '首次联系申请人之日', required: false, notAfter: today })
  contactTriedOn?: LocalDate;

  @Text({ label: '收到凭证', required: false })
  proof: string;
}

/** 登记: how it came, who asks, for what. */
export class IntakeForm extends askingWhoApplies(ArrivalForm) implements ApplicationFields {
  @Text({ label: '通信地址', required: false })
  @Check<IntakeForm>(({ supplyWay, address }) =>
    supplyWay === 'post' && !address ? '选择邮寄的，请填写通信地址' : undefined,
  )
  override address: string;

  @Email('电子邮箱')
  @Check<IntakeForm>(({ supplyWay, email }) =>
    supplyWay === 'email' && !email ? '选择电子邮件的，请填写电子邮箱' : undefined,
  )
  override email: string;

  @Text({ label: '所需信息的名称、文号或者其他特征', max: longestText.longText })
  content: string;

  @Choice({ label: '提供形式', of: Object.keys(wantedForms), required: false })
  wantedForm?: WantedForm;

  @Choice({ label: '获取方式', of: Object.keys(supplyWays), required: false })
  supplyWay?: SupplyWay;

  /** An account of the office, when the case is handed on at once. */
  @Text({ label: '分办给', max: 40, required: false })
  handler: string;
}
