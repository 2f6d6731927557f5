import type { CaseFile } from '../casework/case-file.js';
import type { ActOf } from '../domain/acts/acts.js';
import type { appellants } from '../domain/acts/appeal-acts.js';
import { namesOfAll } from '../domain/application/joint-applicants.js';
import { openPlace } from './open-places.js';

/** The applicant is known by name; a third party's name is in the notice alone, unless just one was asked. */
export function nameOfParty({ application, acts }: CaseFile, party: keyof typeof appellants): string {
  if (party === 'applicant') return namesOfAll(application.applicantName, application.jointNames);
  const asked = acts.filter(
    (act) => act.type === 'opinion.sought' && act.consultee === 'thirdParty',
  ) as readonly ActOf<'opinion.sought'>[];
  const [only] = asked;
  return asked.length === 1 && only?.name ? only.name : openPlace('提起的第三方名称');
}
