import { expect } from 'chai';
import { type PaperCase, received } from '../support/paper-case.js';

/** The days of the running windows, by their ids without ‘window:’. */
const open = (file: PaperCase, on?: string): Record<string, string> =>
  Object.fromEntries(
    file
      .reading(on)
      .periods.filter(({ id, ended }) => id.startsWith('window:') && !ended)
      .map(({ id, dueOn }) => [id.slice('window:'.length), dueOn]),
  );

describe('条例第三十二条: a third party that is told of a disclosure against its will', () => {
  const asked = (consultee = 'thirdParty'): PaperCase =>
    received('2026-03-02')
      .does('opinion.sought', '2026-03-03', { id: '1', consultee, deliveredOn: '2026-03-04' })
      .does('opinion.received', '2026-03-10', { id: '1', view: 'objects' })
      .does('reply.issued', '2026-03-16')
      .does('reply.served', '2026-03-16');
  const told = (): PaperCase => asked().does('opinion.overruled', '2026-04-20', { id: '1' });

  it('has sixty days and six months of its own, and the case stays open for them', () => {
    expect(asked().wakes).to.deep.equal([{ act: 'remedy.lapsed', matter: '', on: '2026-09-16' }]);
    const file = told();
    expect(open(file)).to.include({ 'thirdParty:1': '2026-06-22', 'thirdParty.suit:1': '2026-10-20' });
    expect(file.period('window:thirdParty:1')).to.include({ of: 'thirdParty', name: '第三方申请复议的期限' });
    expect(file.wakes).to.deep.equal([{ act: 'remedy.lapsed', matter: '', on: '2026-10-20' }]);
    // Closed too soon, it is taken up again.
    const closed = asked().does('application.closed', '2026-04-01');
    expect(closed.does('opinion.overruled', '2026-04-20', { id: '1' }).standing.state).to.equal(
      'replied.served|none',
    );
  });

  it('uses them up by going to the organ or the court, and is late after them', () => {
    const third = { appellant: 'thirdParty' };
    const gone = told().does('reconsideration.accepted', '2026-06-01', { ...third, appliedOn: '2026-05-25' });
    expect([gone.flaws, Object.keys(open(gone, '2026-06-02'))]).to.deep.equal([
      [],
      ['reconsideration', 'suit'],
    ]);
    const late = (type: 'reconsideration.accepted' | 'suit.served', facts: object) =>
      told().does(type, '2026-11-02', { ...third, ...facts }).flaws;
    expect(late('reconsideration.accepted', { appliedOn: '2026-06-23' })).to.deep.equal(['windowMissed']);
    expect(late('suit.served', { docketedOn: '2026-10-21' })).to.deep.equal(['windowDoubtful']);
    expect(late('suit.served', { docketedOn: '2026-10-20' })).to.deep.equal([]);
  });

  it('is one whose opinion was asked', () => {
    const refused = (file: PaperCase, id: string): string | undefined =>
      file.refusals('opinion.overruled', '2026-04-20', { id })[0]?.code;
    expect(refused(asked('agency'), '1')).to.equal('notThirdParty');
    expect(refused(asked(), '2')).to.equal('noConsultation');
    const unanswered = received('2026-03-02').does('opinion.sought', '2026-03-03', { id: '1' });
    expect(refused(unanswered, '1')).to.equal('nothingDisclosed');
  });
});
