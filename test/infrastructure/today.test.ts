import { expect } from 'chai';
import { dayOf, now, setClock, today } from '../../src/infrastructure/today.js';

describe('today', () => {
  afterEach(() => {
    setClock();
  });

  it('is the day in China, whatever the zone of the machine', () => {
    setClock(() => new Date('2026-03-05T15:59:59Z'));
    expect(today()).to.equal('2026-03-05');
    setClock(() => new Date('2026-03-05T16:00:00Z'));
    expect(today()).to.equal('2026-03-06');
    expect(now().toISOString()).to.equal('2026-03-05T16:00:00.000Z');
  });

  it('tells on which day an instant falls', () => {
    expect(dayOf(new Date('2026-12-31T16:00:00Z'))).to.equal('2027-01-01');
  });
});
