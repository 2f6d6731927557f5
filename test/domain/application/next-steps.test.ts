import { expect } from 'chai';
import type { Act } from '../../../src/domain/acts/acts.js';
import type { Actor } from '../../../src/domain/application/authority.js';
import { nextSteps } from '../../../src/domain/application/next-steps.js';
import { replay } from '../../../src/domain/application/standing.js';
import { type Role, roles } from '../../../src/domain/office/role.js';
import { localDate } from '../../../src/domain/time/local-date.js';

const on = localDate('2026-03-02');
const person = (...held: readonly Role[]): Actor => ({ kind: 'person', name: '某某', roles: held });
const stepsAfter = (acts: readonly Act[], actor: Actor = person(...roles)): ReturnType<typeof nextSteps> =>
  nextSteps({ standing: replay(acts).standing, acts, on }, actor);
const received: Act = { type: 'application.received', on, channel: 'counter' };
const registered: Act = { type: 'application.registered', on };
const sought = (id: string): Act => ({ type: 'opinion.sought', on, id, consultee: 'agency' });

describe('where a draft stands', () => {
  const drafted: Act = { type: 'reply.drafted', on, outcome: 'granted', provided: '复印件' };
  const reviewed = (passed: 'yes' | 'no'): Act => ({ type: 'reply.reviewed', on, passed });
  const signed: Act = { type: 'reply.signed', on };
  const named = (...acts: Act[]): string => replay([received, registered, drafted, ...acts]).standing.name;

  it('is said by what it still waits for', () => {
    expect(named()).to.equal('待审核签发');
    expect(named(reviewed('yes'))).to.equal('已审核，待签发');
    expect(named(signed)).to.equal('已签发，待制发');
    expect(named(reviewed('yes'), signed, drafted)).to.equal('待审核签发');
  });
});

describe('what may be done next', () => {
  it('is what the state takes and the roles allow', () => {
    const clerk = stepsAfter([received], person('clerk')).possible.map(({ type }) => type);
    expect(clerk).to.include('application.registered').and.not.to.include('reply.drafted');
    expect(stepsAfter([received], person('leader')).possible).to.deep.equal([]);
  });

  it('offers the next free number to an act that opens a matter', () => {
    const { possible } = stepsAfter([received, registered, sought('1')]);
    expect(possible.find(({ type }) => type === 'opinion.sought')?.matters).to.deep.equal(['2']);
    expect(possible.find(({ type }) => type === 'reconsideration.accepted')?.matters).to.deep.equal([
      '复议-1',
    ]);
  });

  it('offers only open matters to an act that goes on with one', () => {
    const answered: Act = { type: 'opinion.received', on, id: '1' };
    const { possible } = stepsAfter([received, registered, sought('1'), sought('2'), answered]);
    expect(possible.find(({ type }) => type === 'opinion.received')?.matters).to.deep.equal(['2']);
  });

  it('says why an act cannot be done now, for acts of the own roles alone', () => {
    const { notNow } = stepsAfter([received, registered], person('handler'));
    const why = (type: string): string | undefined => notNow.find((one) => one.type === type)?.why.says;
    expect(why('opinion.received')).to.contain('没有尚未结束的征求意见');
    expect(why('correction.received')).to.contain('不能办理“收到补正”');
    expect(why('reply.signed')).to.equal(undefined);
  });

  it('offers an order to reply again only of a proceeding whose result can bear one', () => {
    const replied: Act[] = [
      { type: 'reply.issued', on, outcome: 'granted', provided: '复印件', onTheSpot: true },
      { type: 'reply.served', on, how: 'counter', receivedBy: '申请人本人' },
    ];
    const judged = (id: string, result: 'revoked' | 'claimsRejected'): Act[] => [
      { type: 'suit.served', on, id, route: 'direct' },
      { type: 'suit.finallyJudged', on, id, result },
    ];
    const redo = (...acts: Act[]) => {
      const { possible, notNow } = stepsAfter([received, registered, ...replied, ...acts]);
      const offered = possible.find(({ type }) => type === 'redo.ordered')?.matters;
      return offered ?? notNow.find(({ type }) => type === 'redo.ordered')?.why.says;
    };
    expect(redo(...judged('诉讼-1', 'claimsRejected'))).to.equal('没有可以责令重新答复的复议决定或者裁判。');
    expect(redo(...judged('诉讼-1', 'claimsRejected'), ...judged('诉讼-2', 'revoked'))).to.deep.equal([
      '诉讼-2',
    ]);
  });

  it('lets nobody begin a correction or an act of time from here', () => {
    const { possible, notNow } = stepsAfter([received, registered]);
    const types = [...possible, ...notNow].map(({ type }) => type);
    expect(types).not.to.include.members(['act.corrected']);
    expect(types).not.to.include.members(['opinion.lapsed']);
  });
});
