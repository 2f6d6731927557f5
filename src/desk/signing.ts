import type { CaseFile } from '../casework/case-file.js';
import { checkOf } from '../casework/reply-check.js';
import type { ActType } from '../domain/acts/acts.js';
import type { Input } from './input.js';

const faultsOf = (file: CaseFile): number =>
  checkOf(file).filter(({ severity }) => severity === 'mustMend').length;

/** Over what must be mended, nobody signs in silence: the form asks for 签发意见. */
export function askingWhy(type: ActType, inputs: readonly Input[], file: CaseFile): readonly Input[] {
  if (type !== 'reply.signed' || faultsOf(file) === 0) return inputs;
  const hint = '体检有必须改的地方。应当退回修改；仍要签发的，写明理由，记入案卷。';
  return inputs.map((input) => (input.name === 'note' ? { ...input, required: true, hint } : input));
}
