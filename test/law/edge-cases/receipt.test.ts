import { agentPaperIds } from '../../../src/domain/application/applicant.js';
import { correctionItems, lacksOf } from '../../../src/domain/application/completeness.js';
import { receiptRules } from '../../../src/domain/application/receipt.js';
import { itemFee } from '../../../src/domain/fee/tariff.js';
import { printCitation } from '../../../src/domain/law/citation.js';
import { holdEdges, rowOf } from '../../support/edges.js';
import { PaperCase, received } from '../../support/paper-case.js';
import { flaggedFor, refusedFor } from '../../support/trials.js';

/** Received in a channel in which the paper comes first and is confirmed afterwards. */
const confirmed = (on: string, facts: object): PaperCase =>
  new PaperCase().does('application.received', on, { channel: 'ordinaryMail', ...facts });

const flags = (on: string, facts: object): string[] =>
  flaggedFor(new PaperCase(), 'application.received', on, { channel: 'ordinaryMail', ...facts });
const refuses = (on: string, facts: object): string[] =>
  refusedFor(new PaperCase(), 'application.received', on, { channel: 'ordinaryMail', ...facts });

const whole = {
  identified: [{ name: '张三', shown: true }],
  reachable: true,
  supplyNamed: true,
};
const codes = (held: object): string[] => lacksOf({ ...whole, ...held }).map(({ code }) => code);

describe('edge cases: the day of receipt (条例第三十一条, 国办公开办函〔2015〕207号)', () => {
  holdEdges([
    [
      'E2',
      '条例31(二)',
      'registered mail counts from the signing, on a rest day too',
      () =>
        new PaperCase().does('application.received', '2026-04-25', { channel: 'registeredMail' }).replyDueOn,
      '2026-05-26',
    ],
    [
      'E2',
      '条例31(二)',
      'registered mail knows no other day of arrival',
      () => refuses('2026-03-06', { channel: 'registeredMail', arrivedOn: '2026-03-02' }),
      ['daysWithin:arrivedOn'],
    ],
    [
      'E2',
      '条例31(二)',
      'an ordinary letter counts from the confirmation',
      () => confirmed('2026-03-06', { arrivedOn: '2026-03-05' }).replyDueOn,
      '2026-04-03',
    ],
    [
      'E2',
      '207号',
      'an applicant who could not be reached: the clock begins when contact is regained, without a flaw',
      () => {
        const file = confirmed('2026-03-20', { arrivedOn: '2026-03-02', contactTriedOn: '2026-03-02' });
        return [file.flaws, file.period('reply').startedOn, file.replyDueOn];
      },
      [[], '2026-03-20', '2026-04-20'],
    ],
    [
      'E2',
      '207号',
      'tried for the first time after more than one working day is a flaw',
      () => flags('2026-03-20', { arrivedOn: '2026-03-02', contactTriedOn: '2026-03-04' }),
      ['confirmedLate'],
    ],
    [
      'E2',
      '207号',
      'tried before the arrival, or after the confirmation, cannot be',
      () => [
        refuses('2026-03-20', { arrivedOn: '2026-03-02', contactTriedOn: '2026-02-27' }),
        refuses('2026-03-20', { arrivedOn: '2026-03-02', contactTriedOn: '2026-03-23' }),
      ],
      [['daysWithin:contactTriedOn'], ['daysWithin:contactTriedOn']],
    ],
    [
      'E3',
      '条例31(三)',
      'sent online: the clock begins on the day both have confirmed',
      () =>
        confirmed('2026-03-03', { channel: 'internet', arrivedOn: '2026-03-02' }).period('reply').startedOn,
      '2026-03-03',
    ],
    [
      'E3',
      '本系统口径',
      'unconfirmed for more than one working day is a flaw; a weekend does not make it one',
      () => [
        flags('2026-03-09', { channel: 'internet', arrivedOn: '2026-03-06' }),
        flags('2026-03-10', { channel: 'internet', arrivedOn: '2026-03-06' }),
        flags('2026-03-03', { channel: 'fax', arrivedOn: '2026-03-02' }),
        flags('2026-03-04', { channel: 'fax', arrivedOn: '2026-03-02' }),
      ],
      [[], ['confirmedLate'], [], ['confirmedLate']],
    ],
    [
      'E4',
      '207号',
      'handed on by an internal unit or by whom it was misdirected to: confirmed by the disclosure body',
      () => {
        const file = confirmed('2026-03-09', {
          channel: 'forwarded',
          arrivedOn: '2026-03-09',
          firstTo: '区民政局低保科',
        });
        const { article, cameRound } = receiptRules.forwarded;
        return [file.flaws, file.replyDueOn, printCitation(article), cameRound];
      },
      [[], '2026-04-07', '国办公开办函〔2015〕207号', true],
    ],
    [
      'E13',
      '条例33(2)',
      'twenty working days never end on a rest day: over 国庆 they end on 30 October',
      () => received('2025-09-26').replyDueOn,
      '2025-10-30',
    ],
    [
      'E14',
      '放假办法',
      'make-up Saturdays and Sundays are working days: 2022-10-08 and 09 count',
      () => received('2022-09-30').replyDueOn,
      '2022-11-02',
    ],
  ]);
});

describe('edge cases: what the application must hold (条例第二十九条)', () => {
  holdEdges([
    [
      'E20',
      '条例29、30',
      'an agent without his papers: each paper is a ground of correction',
      () => codes({ agentPapers: [] }),
      ['mandate', 'agentIdentity'],
    ],
    [
      'E20',
      '条例29、30',
      'the mandate alone does not do, nor all of the agent’s without the identity of whom he acts for',
      () => [
        codes({ agentPapers: ['mandate'] }),
        codes({ agentPapers: agentPaperIds }),
        codes({ agentPapers: agentPaperIds, identified: [{ name: '张三', shown: false }] }),
      ],
      [['agentIdentity'], [], ['identity']],
    ],
    [
      'E20',
      '条例30',
      'the notice asks for all of it at once',
      () => correctionItems(lacksOf({ ...whole, agentPapers: [] })),
      '1. 请提供授权委托书。\n2. 请提供代理人身份证明。',
    ],
    [
      'E35',
      '条例29(2)(一)',
      'mail or an online application without proof of identity: correction, whose notice begins the clock anew',
      () => {
        const file = confirmed('2026-03-02', { channel: 'internet', arrivedOn: '2026-03-02' })
          .does('application.registered', '2026-03-02')
          .does('correction.required', '2026-03-03', { until: '2026-03-13' })
          .does('correction.received', '2026-03-10');
        return [codes({ identified: [{ name: '张三', shown: false }] }), file.flaws, file.replyDueOn];
      },
      [['identity'], [], '2026-04-08'],
    ],
    [
      'E35',
      '条例29(2)',
      'of several applicants those are named who have not shown who they are; nothing is asked of a whole application',
      () => [
        lacksOf({
          ...whole,
          identified: [
            { name: '张三', shown: true },
            { name: '李四', shown: false },
          ],
        }).map(({ item }) => item),
        codes({}),
        codes({ reachable: false, supplyNamed: false }),
      ],
      [['请提供李四身份证明的复印件。'], [], ['contact', 'supply']],
    ],
    [
      'E15',
      '条例37, 30号',
      'several contents, some given and some withheld: one case, counted as 部分公开 alone',
      () =>
        rowOf(
          received('2026-03-02')
            .does('reply.issued', '2026-03-20', {
              outcome: 'partial',
              provided: '第一项复印件',
              withheld: '第二项',
              reasons: '第二项属于讨论记录。',
            })
            .does('reply.served', '2026-03-20'),
        ),
      'partial',
    ],
    [
      'E15',
      '109号4',
      'split into its smallest reasonable parts for the fee: three items after nine of the month cost two',
      () => itemFee(3, 9),
      200,
    ],
  ]);
});
