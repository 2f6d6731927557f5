import { type FormState, readForm } from '../web/forms.js';
import { type ApplyStep, type Filled, applySteps } from './apply-forms.js';
import type { Draft } from './draft.js';

/** The way of supply needs an address that was asked for in another step. */
export function supplyFault({ supplyWay, address, email }: FormState['values']): Record<string, string> {
  if (supplyWay === 'post' && !address)
    return { supplyWay: '选择邮寄的，请先回到“怎样联系您”填写通信地址，或者换一种方式' };
  if (supplyWay === 'email' && !email)
    return { supplyWay: '选择电子邮件的，请先回到“怎样联系您”填写电子邮箱，或者换一种方式' };
  return {};
}

/** Everything that was filled in, or the first step that something is wrong with. */
export function applyFilled(draft: Draft): { filled: Filled } | { faulty: ApplyStep; state: FormState } {
  let filled: object = {};
  for (const step of applySteps) {
    const read = readForm<object>(step.form, draft.values);
    const errors = { ...read.state.errors, ...(step.step === 'supply' ? supplyFault(draft.values) : {}) };
    if (!read.ok || Object.keys(errors).length > 0)
      return { faulty: step, state: { values: draft.values, errors } };
    filled = { ...filled, ...read.form };
  }
  const { remove: _files, ...all } = filled as Filled & { remove?: unknown };
  // Each step has been read by its own form: together they are the whole.
  return { filled: all };
}
