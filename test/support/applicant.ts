import { Door } from '../../src/casework/door.js';
import type { Act } from '../../src/domain/acts/acts.js';
import { roles } from '../../src/domain/office/role.js';
import { setClock, today } from '../../src/infrastructure/today.js';
import { ApplicationRecord } from '../../src/records/application/application.js';
import { SubmissionRecord } from '../../src/records/application/submission.js';
import { type Program, openProgram } from './program.js';
import type { Arrived, Visitor } from './visitor.js';

/** A program of its own for each test of the suite, and an applicant of whom it knows nothing. */
export function applicantForEach(begin: (program: Program, applicant: Visitor) => void): void {
  let program: Program;

  beforeEach(async () => {
    program = await openProgram();
    begin(program, program.visitor());
  });

  afterEach(async () => {
    setClock();
    await program.close();
  });
}

/** A picture of one point. */
export const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** What an applicant fills in, step by step. */
export const filledSteps: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  applicant: { applicantKind: 'naturalPerson', applicantName: '林小溪' },
  identity: { idDocument: 'residentCard', idNumber: '11010519491231002X' },
  contact: { phone: '13800000000', address: '某某路1号' },
  content: { content: '某某路道路改造工程的征地批复文件' },
  supply: { wantedForm: 'paper', supplyWay: 'post' },
};

/** What may be left out of a step. */
const alsoAsked: Readonly<Record<string, readonly string[]>> = { applicant: ['jointApplicants'] };

const stepOf = (code: string, step: string): string => `/public/offices/${code}/apply/${step}`;

/** Fills in one step and goes on. */
export function fillStep(
  visitor: Visitor,
  step: string,
  fields: Readonly<Record<string, string>>,
  code = 'CS-ZFB',
): Promise<Arrived> {
  const address = stepOf(code, step);
  return visitor.submit(address, address, { do: 'next', ...fields });
}

/** Fills in all steps, with the changes given, and stops before sending. */
export async function fillAll(
  visitor: Visitor,
  changed: Readonly<Record<string, string>> = {},
  code = 'CS-ZFB',
): Promise<void> {
  for (const [step, fields] of Object.entries(filledSteps)) {
    await fillStep(
      visitor,
      step,
      { ...fields, ...pick(changed, [...Object.keys(fields), ...(alsoAsked[step] ?? [])]) },
      code,
    );
  }
}

/** Applies from the first step to the receipt. Answers the query code as it is printed. */
export async function apply(
  visitor: Visitor,
  changed: Readonly<Record<string, string>> = {},
  code = 'CS-ZFB',
): Promise<string> {
  await fillAll(visitor, changed, code);
  await visitor.submit(stepOf(code, 'check'), stepOf(code, 'send'));
  const { text } = await visitor.get('/public/submitted');
  const found = /class="query-code">([^<]+)</.exec(text)?.[1];
  if (!found) throw new Error('The receipt page shows no code.');
  return found;
}

/** Types a code in. */
export const follow = (visitor: Visitor, queryCode: string): Promise<Arrived> =>
  visitor.submit('/public/follow', '/public/follow', { queryCode });

const pick = (changed: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(changed).filter(([name]) => names.includes(name)));

export const submissionsOf = ({ dataSource }: Program): Promise<SubmissionRecord[]> =>
  dataSource.manager.find(SubmissionRecord);

export async function onlySubmission(program: Program): Promise<SubmissionRecord> {
  const [one, ...more] = await submissionsOf(program);
  if (!one || more.length > 0) throw new Error('There is not exactly one submission.');
  return one;
}

/** Confirms the only submission as a clerk does; answers the case. */
export async function confirmed(program: Program): Promise<ApplicationRecord> {
  const clerk = await program.signedIn(['clerk']);
  const { id } = await onlySubmission(program);
  const page = `/intake/submissions/${id}`;
  await clerk.submit(page, `${page}/confirmation`, { on: today(), proof: '今天上午电话确认' });
  const [application] = await program.dataSource.manager.find(ApplicationRecord);
  if (!application) throw new Error('There is no case.');
  return application;
}

/** The office does something with the case. */
export async function act(
  program: Program,
  { id, officeId }: ApplicationRecord,
  ...acts: [Act, ...Act[]]
): Promise<void> {
  await program.application
    .get(Door, { strict: false })
    .performAll(id, acts, { actor: { kind: 'person', name: '王经办', roles }, officeIds: [officeId] });
}
