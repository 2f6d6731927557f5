import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { DataSource } from 'typeorm';
import { openCasesOf } from '../../src/casework/open-cases.js';
import { fillWithCases } from '../../src/demo/filling.js';
import { replySeries } from '../../src/domain/letter/number.js';
import { addDays, localDate, yearOf } from '../../src/domain/time/local-date.js';
import { now, today } from '../../src/infrastructure/today.js';
import type { LedgerFilter } from '../../src/ledger/ledger-filter.js';
import { ledgerStretch } from '../../src/ledger/ledger-order.js';
import { AccountRecord } from '../../src/records/person/account.js';
import { currentEntries, firstToPublish, publishedEntries } from '../../src/records/publication/catalogue.js';
import { listApplications } from '../../src/records/counting/listed-applications.js';
import { listProceedings } from '../../src/records/counting/listed-proceedings.js';
import { nextUnassigned, countOverdueLeftByLedger } from '../../src/records/application/applications.js';
import { logOf } from '../../src/records/application/logs.js';
import { earlierRequests, knownByNumber, requestsInMonth } from '../../src/records/paper/earlier-requests.js';
import { numberedPlaces } from '../../src/records/paper/letter-numbers.js';
import { openToAppeal } from '../../src/records/proceeding/open-to-appeal.js';
import { addOffice } from '../../src/records/office/offices.js';
import { unreadReminders } from '../../src/records/reminder/reminders.js';
import { applicationsToWake } from '../../src/records/application/wakes.js';
import { freshDatabase } from '../support/database.js';
import { countTableFour, countTableThree } from '../support/live-tables.js';
import { multiplyCases } from '../support/multiplied.js';
import { type Asked, recordingQueries } from '../support/queries.js';

const LED = 150;
const SMALL = 50;
const IN_ALL = 5000;

describe('the plans of the database, with thousands of cases', function () {
  this.timeout(180_000);
  let dataSource: DataSource;
  let officeId: string;
  /** An office with few cases beside one with thousands. */
  let small: string;
  let person: string;
  const on = today();

  before(async () => {
    ({ dataSource } = await freshDatabase());
    const office = await addOffice(dataSource.manager, { code: 'CS-ZFB', name: '测试区人民政府办公室' });
    const other = await addOffice(dataSource.manager, { code: 'CS-QT', name: '其他机关' });
    officeId = office.id;
    await fillWithCases(dataSource, { officeId: other.id, cases: SMALL, seed: 7 });
    await fillWithCases(dataSource, { officeId, cases: LED, seed: 11 });
    small = other.id;
    await multiplyCases(dataSource, IN_ALL - LED - SMALL);
    await addNames();
    await addCatalogue();
    await addProceedingsAndReminders();
    await addVersionsOnceOwed();
  });

  /** As every case leaves one behind that is recorded day by day: received, known to owe a reply, answered since. */
  async function addVersionsOnceOwed(): Promise<void> {
    await dataSource.query(
      `INSERT INTO application_versions ("applicationId", "knownFrom", "knownUntil", "officeId", "applicantKind",
         "receivedOn", "replyDueOn", "replySpared", signs)
       SELECT "applicationId", "knownFrom" - 30, "knownFrom", "officeId", "applicantKind", "receivedOn", "replyDueOn",
         false, '{}'
       FROM application_versions WHERE "replyEndedOn" IS NOT NULL`,
    );
    await dataSource.query('VACUUM ANALYZE');
  }

  /** As many lines as there are cases, most of them public. */
  async function addCatalogue(): Promise<void> {
    await dataSource.query(
      `INSERT INTO catalogue_entries (id, "officeId", title, number, basis, "basisOn", "publishedOn", address,
         "addedByName", "addedAt")
       SELECT gen_random_uuid(), "officeId", content || "number", "number", 'made', "receivedOn",
         CASE WHEN abs(hashtext("number")) % 20 > 0 THEN "receivedOn" + 5 END,
         CASE WHEN abs(hashtext("number")) % 20 > 0 THEN 'https://www.example.gov.cn/' END, '王经办', now()
       FROM applications`,
    );
  }

  /** One case in five has joint applicants and an agent, each of a name of its own. */
  async function addNames(): Promise<void> {
    await dataSource.query(
      `UPDATE applications SET "jointNames" = ARRAY['欧阳' || "number", '李四'], "agentPairs" = ARRAY["number"]
       WHERE abs(hashtext("number")) % 5 = 0`,
    );
  }

  /** Of both there are too few in so many cases to make an index worth its while. */
  async function addProceedingsAndReminders(): Promise<void> {
    await dataSource.query(
      `INSERT INTO proceedings SELECT (jsonb_populate_record(known, jsonb_build_object(
         'number', known.number || '-' || n, 'officeId', $1::uuid, 'openedOn', known."openedOn" - n * 30))).*
       FROM proceedings AS known, generate_series(1, 20) AS n`,
      [officeId],
    );
    const people = Array.from({ length: 50 }, (_, n) =>
      dataSource.manager.create(AccountRecord, {
        id: randomUUID(),
        officeId,
        loginName: `person-${n}`,
        name: '王经办',
        roles: ['clerk'],
        passwordHash: '',
        createdAt: now(),
        lastSignedInAt: null,
      }),
    );
    await dataSource.manager.save(people);
    person = people[0]?.id ?? '';
    await dataSource.query(
      `INSERT INTO reminders (id, "officeId", "applicationId", period, "periodName", "dueOn", provisional, distance,
         loud, "accountId", "createdAt", mail)
       SELECT gen_random_uuid(), $1, application.id, 'reply', '', $2, false, 3, false, account.id, now(), 'due'
       FROM (SELECT id FROM applications LIMIT 100) AS application, accounts AS account`,
      [officeId, on],
    );
    await dataSource.query('VACUUM ANALYZE');
  }

  /** The plans of everything that the task asks the database. */
  async function plansOf(task: () => Promise<unknown>): Promise<string> {
    const asked = await recordingQueries(dataSource, task);
    const plans = await Promise.all(asked.filter(({ query }) => /^(SELECT|WITH)/.test(query)).map(planOf));
    return plans.join('\n\n');
  }

  async function planOf({ query, parameters }: Asked): Promise<string> {
    const lines: { 'QUERY PLAN': string }[] = await dataSource.query(`EXPLAIN ${query}`, [...parameters]);
    return lines.map((line) => line['QUERY PLAN']).join('\n');
  }

  const ledger = (filter: Partial<LedgerFilter>) => () =>
    ledgerStretch(
      dataSource.manager,
      { q: '', order: 'received', ...filter },
      { officeIds: [officeId], on },
      { skip: 0, size: 25 },
    );
  const lastYear = { year: yearOf(on) - 1, officeIds: [] as string[] };
  const counted = () => ({ ...lastYear, officeIds: [officeId] });

  const alike = (): Promise<unknown> =>
    earlierRequests(
      dataSource.manager,
      officeId,
      knownByNumber('王芳', '11010519491231002X'),
      '请公开大桥建设工程的特许经营协议',
      { on },
    );
  const since = { since: addDays(on, -200), untoldSince: addDays(on, -400) };
  const wakes = () => applicationsToWake(dataSource.manager, addDays(on, -1000), undefined, 100);
  const reply = { ...lastYear, series: replySeries, last: 1 };
  const given = () => numberedPlaces(dataSource.manager, { ...reply, officeId });
  const mayAppeal = () => openToAppeal(dataSource.manager, [officeId], { on, ...since, most: 50 });

  const found: readonly [string, () => Promise<unknown>, string][] = [
    ['the open cases of the desk', () => openCasesOf(dataSource.manager, officeId, on), 'applications_open'],
    ['the log of a case', () => logOf(dataSource.manager, officeId), 'acts_pkey'],
    ['the ledger of a search for two characters', ledger({ q: '大桥' }), 'applications_bigrams'],
    ['the ledger of a search for three characters', ledger({ q: '特许经' }), 'applications_fragments'],
    ['the ledger of the last digits of a telephone', ledger({ q: '7301' }), 'applications_phone_tail'],
    [
      'the ledger of two characters of a joint applicant',
      ledger({ q: '大桥' }),
      'applications_joint_bigrams',
    ],
    ['the ledger of a joint applicant', ledger({ q: '特许经' }), 'applications_joint_fragments'],
    ['the ledger of an agent', ledger({ q: '大桥' }), 'applications_agent'],
    [
      'a line of the catalogue by two characters',
      () => currentEntries(dataSource.manager, officeId, { q: '征地' }).take(20).getMany(),
      'catalogue_entries_bigrams',
    ],
    [
      'what everybody can read of an office, by three characters',
      () => publishedEntries(dataSource.manager, officeId, '征地批').take(20).getMany(),
      'catalogue_entries_fragments',
    ],
    [
      'what is to be published first',
      () => firstToPublish(dataSource.manager, small),
      'catalogue_entries_office',
    ],
    ['the next case to be taken', () => nextUnassigned(dataSource.manager, small), 'applications_'],
    ['the ledger of one stage', ledger({ stage: 'handling' }), 'applications_due'],
    [
      'those of one handler',
      ledger({ handler: '00000000-0000-0000-0000-000000000000' }),
      'applications_handler',
    ],
    ['the ledger of a year', ledger({ year: yearOf(on) - 3 }), 'applications_received'],
    [
      'a cell of table three',
      ledger({ year: yearOf(on) - 3, row: 'granted', order: 'concluded' }),
      'applications_results',
    ],
    ['the ledger by the day of conclusion', ledger({ order: 'concluded' }), 'applications_concluded'],
    ['the ledger by what falls due next', ledger({ order: 'due' }), 'applications_next_due'],
    ['the whole ledger', ledger({}), 'applications_received'],
    [
      'a cell of table four',
      () =>
        listProceedings(
          dataSource.manager,
          { ...lastYear, officeIds: [small], until: localDate(`${lastYear.year}-12-31`), axis: 'law' },
          { groups: ['reconsideration'], column: 'corrected' },
          { size: 25 },
        ),
      'proceeding_versions_',
    ],
    [
      'what an old ledger left among what is overdue',
      () => countOverdueLeftByLedger(dataSource.manager, [officeId], on),
      'applications_left_by_ledger',
    ],
    ['what may still be appealed for silence', mayAppeal, 'applications_reply_late'],
    ['whose remedies were not told', mayAppeal, 'acts_remedies_omitted'],
    ['the numbers given by hand', given, 'acts_numbered'],
    ['what wakes', wakes, 'wakes_on'],
    [
      'the requests of an applicant in a month',
      () => requestsInMonth(dataSource.manager, officeId, knownByNumber('王芳', undefined), on),
      'applications_',
    ],
    ['requests like one in hand', alike, 'applications_core'],
    ['the earlier requests of an applicant', alike, 'applications_applicant'],
    ['the reminders of a person', () => unreadReminders(dataSource.manager, person), 'reminders_inbox'],
  ];
  for (const [what, task, index] of found) {
    it(`find ${what} by an index`, async () => {
      expect(await plansOf(task)).to.contain(index);
    });
  }

  it('list what is in hand without reading what was in hand once, or what has been answered', async () => {
    const asked = { year: yearOf(on), until: on, officeIds: [officeId], axis: 'law' } as const;
    for (const what of ['inHand', 'overdue', 'runningInTime'] as const) {
      const plans = await plansOf(() => listApplications(dataSource.manager, asked, { what }, { size: 50 }));
      expect(plans, what)
        .to.contain('application_versions_in_hand')
        .and.to.not.match(/application_versions_(owed|replied)|Seq Scan on application_versions/);
    }
  });

  it('list what was in hand on a past day from that day back, and what was concluded result by result', async () => {
    const until = addDays(on, -400);
    for (const axis of ['law', 'known'] as const) {
      const asked = { year: yearOf(until), until, officeIds: [officeId], axis };
      const wanted = [
        [{ what: 'inHand' }, 'application_versions_received'],
        [{ what: 'concluded' }, 'application_versions_concluded'],
        [{ what: 'took', days: [0, 5] }, 'application_versions_taken'],
      ] as const;
      for (const [list, index] of wanted) {
        const plans = await plansOf(() => listApplications(dataSource.manager, asked, list, { size: 50 }));
        expect(plans, list.what).to.contain(index).and.to.not.contain('Seq Scan on application_versions');
      }
    }
  });

  it('count the annual tables from sums, never over cases or acts', async () => {
    const plans = await plansOf(async () => {
      await countTableThree(dataSource.manager, counted());
      await countTableFour(dataSource.manager, counted());
    });
    expect(plans).to.contain('counts_pkey');
    expect(plans).not.to.match(/ on (acts|applications|proceedings)/);
  });
});
