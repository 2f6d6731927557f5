import { askingWhoApplies } from '../web/applicant-fields.js';
import { Text } from '../web/fields.js';

const LONGEST_WHY = 2_000;

/** 更正申请人信息: who applies, as it should read, and why it did not. */
export class ApplicantMendingForm extends askingWhoApplies(Object) {
  @Text({ label: '更正理由', max: LONGEST_WHY })
  why: string;
}
