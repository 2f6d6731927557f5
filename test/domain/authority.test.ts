import { expect } from 'chai';
import { type ActType, actTypes, actsOfTime, isActOfTime } from '../../src/domain/acts/acts.js';
import { type Actor, mayPerform, rolesFor } from '../../src/domain/application/authority.js';
import { roles } from '../../src/domain/office/role.js';
import { PaperCase, act, received, time } from '../support/paper-case.js';

const person = (...held: readonly (typeof roles)[number][]): Actor => ({
  kind: 'person',
  name: '某人',
  roles: held,
});
const applicant: Actor = { kind: 'applicant', name: '张三丰' };

describe('authority', () => {
  it('gives every act to somebody: a role, or time alone', () => {
    for (const type of actTypes) {
      expect(rolesFor[type].length > 0, type).to.equal(!isActOfTime(type));
      for (const role of roles)
        expect(mayPerform(person(role), type), `${role} ${type}`).to.equal(rolesFor[type].includes(role));
      expect(mayPerform(person(), type), type).to.equal(false);
      expect(mayPerform(time, type), type).to.equal(isActOfTime(type));
    }
    expect(rolesFor).to.have.all.keys(...actTypes);
  });

  it('keeps signing, extending and correcting from those who handle, and everything from the administrator', () => {
    const may = (type: ActType) => roles.filter((role) => mayPerform(person(role), type));
    expect(may('reply.signed')).to.deep.equal(['head', 'leader']);
    expect(may('period.extended')).to.deep.equal(['head']);
    expect(may('reply.deferred')).to.deep.equal(['head']);
    expect(may('act.corrected')).to.deep.equal(['head']);
    expect(may('reconsideration.answered')).to.deep.equal(['legal']);
    expect(actTypes.filter((type) => mayPerform(person('admin'), type))).to.deep.equal([]);
  });

  it('refuses with who may', () => {
    const [refusal] = received('2026-03-02').refusals(
      'period.extended',
      '2026-03-03',
      { workdays: 5 },
      { by: person('clerk') },
    );
    expect(refusal).to.include({
      code: 'notAuthorised',
      says: '您的角色不能办理“延长答复期限”。',
      mend: '“延长答复期限”由负责人办理，请转交。',
    });
    for (const type of actsOfTime) {
      const [found] = received('2026-03-02').refusals(type, '2026-03-03');
      expect(found?.mend).to.equal('请待期限届满。');
    }
  });

  it('binds the applicant to today and to the internet (条例第三十一条第三项), and never lets him judge himself', () => {
    const today = '2026-03-02';
    const internet = { channel: 'internet' };
    const applies = (on: string, facts: object) =>
      new PaperCase(today)
        .refusals('application.received', on, { ...facts }, { by: applicant })
        .map(({ code }) => code);
    expect(applies('2026-03-02', internet)).to.deep.equal([]);
    expect(applies('2026-02-02', internet)).to.deep.equal(['notToday']);
    expect(applies('2026-03-02', {})).to.deep.equal(['notOnline']);
    expect(mayPerform(applicant, 'reasons.given')).to.equal(false);
    const allowed = actTypes.filter((type) => mayPerform(applicant, type));
    expect(allowed).to.deep.equal(['application.received', 'application.withdrawn', 'correction.received']);
  });

  it('lets time act on nothing but its own', () => {
    const done = received('2026-03-02').try(act('reply.issued', '2026-03-03'), { by: time });
    expect('refusals' in done && done.refusals[0]?.code).to.equal('notAuthorised');
  });
});
