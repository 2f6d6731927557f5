import type { ActType } from '../domain/acts/acts.js';
import {
  type WayOfService,
  dayOfWay,
  factsOfWay,
  serviceFields,
  waysOfService,
} from '../domain/acts/service.js';
import { goesByInternet } from '../domain/application/provision.js';
import type { CaseFile } from '../casework/case-file.js';
import { answeringOffice } from '../records/office/answering-office.js';
import { type Values, textIn } from './answer-form.js';
import { plainInput } from './plain-input.js';
import type { Input } from './input.js';

/** The act that says how a reply was served. */
export const saysService = (type: ActType): boolean => type === 'reply.served';

const isWay = (given: string): given is WayOfService => Object.hasOwn(waysOfService, given);

/** The form of 送达答复: the way first, then the day and the facts as that way asks for them. */
export function serviceInputs(values: Values, day: Input): Input[] {
  const way = textIn(values, 'how');
  const options = Object.entries(waysOfService)
    .filter(([value]) => value !== 'unrecorded' || value === way)
    .map(([value, label]) => ({ value, label }));
  const { label } = serviceFields.how;
  const chooseWay: Input = { kind: 'radios', name: 'how', label, required: true, options, asksMore: true };
  if (!isWay(way)) return [chooseWay, day];
  const { needed, more } = factsOfWay[way];
  return [
    chooseWay,
    { ...day, hint: dayOfWay[way] },
    ...needed.map((name) => ({ ...plainInput(name, serviceFields[name]), required: true })),
    ...more.map((name) => plainInput(name, serviceFields[name])),
  ];
}

/** What can be known before: by the post as a rule; the channel that a reply sent on the internet has told. */
export function serviceKnownBefore({ application, office }: CaseFile): Record<string, string> {
  const { internetFiling } = answeringOffice(office);
  return {
    carrier: 'postal',
    ...(internetFiling && goesByInternet(application) ? { filingChannel: internetFiling } : {}),
  };
}
