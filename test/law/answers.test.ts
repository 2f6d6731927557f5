import { expect } from 'chai';
import { answersOf, searchOf } from '../../src/domain/acts/answers.js';
import { readAct } from '../../src/domain/acts/acts.js';
import { summaryOf } from '../../src/domain/application/summary.js';
import { strictestIn } from '../../src/domain/acts/conclusions.js';
import { answerFieldsOf, writtenFor } from '../../src/domain/outcome/answer.js';
import { mattersIn, strictestOf, wholesOf } from '../../src/domain/outcome/matters.js';
import { outcomeIds, outcomeOf } from '../../src/domain/outcome/outcomes.js';
import { act, ledger, received } from '../support/paper-case.js';

const search = {
  searchedIn: '档案室2024年至2026年文书档案',
  searchedFor: '危房改造',
  searchedBy: '档案室李某',
  searchedOn: '2026-03-10',
  searchedFound: '没有发现相关记录。',
};
const told = '本机关没有制作或者获取该信息。';
const granted = { what: '2025年预算', outcome: 'granted', provided: '预算表一份' };
const discussed = { what: '讨论记录', outcome: 'deliberative', reasons: '属于讨论记录，无法区分处理。' };
const missing = { what: '2024年台账', outcome: 'notHeld', reasons: told, ...search };

describe('the facts of an answer', () => {
  it('are those that its kind requires or may carry, from the one list', () => {
    for (const id of outcomeIds) {
      const { requires, allows = [] } = outcomeOf(id);
      const must = requires.flatMap((need) => writtenFor[need] ?? []);
      const asked = answerFieldsOf(id);
      expect(
        asked.filter(({ required }) => required).map(({ name }) => name),
        id,
      ).to.have.members(must);
      const may = allows.flatMap((need) => writtenFor[need] ?? []);
      expect(
        asked.filter(({ required }) => !required).map(({ name }) => name),
        id,
      ).to.have.members(may);
    }
    expect(answerFieldsOf('repeated').map(({ name }) => name)).to.deep.equal(['earlier', 'reasons']);
    expect(answerFieldsOf('notCorrected')).to.deep.equal([]);
  });

  it('条例第三十六条第四项: a search is told by where, which words, who, when and what was found', () => {
    const file = received('2026-03-02');
    const bare = file.refusals('reply.drafted', '2026-03-10', {
      outcome: 'notHeld',
      reasons: told,
      provided: '',
    });
    expect(bare.map(({ field }) => field)).to.have.members(Object.keys(search));
    const draft = act('reply.drafted', '2026-03-10', {
      outcome: 'notHeld',
      provided: '',
      reasons: told,
      ...search,
    });
    expect(file.takes(draft).flaws).to.deep.equal([]);
    if (draft.type !== 'reply.drafted') throw new Error('no draft');
    expect(searchOf(draft)).to.equal(
      '检索范围：档案室2024年至2026年文书档案\n检索关键词：危房改造\n检索人员或部门：档案室李某\n' +
        '检索日期：2026年3月10日\n检索结果：没有发现相关记录。',
    );
  });

  it('keep the way by which the outcome was chosen, and no other', () => {
    const file = received('2026-03-02');
    const way = 'clear/information/ours/found/unpublished/granted';
    expect(file.refusals('reply.drafted', '2026-03-10', { way })).to.deep.equal([]);
    const astray = file.refusals('reply.drafted', '2026-03-10', { way: 'clear/petition' });
    expect(astray.map(({ code }) => code)).to.deep.equal(['wayElsewhere']);
  });
});

describe('several matters in one application (law.md §13)', () => {
  it('any disclosure beside any refusal is 部分公开; else one of the results that are there', () => {
    expect(wholesOf(['granted', 'deliberative'])).to.deep.equal(['partial']);
    expect(wholesOf(['alreadyPublic', 'notHeld', 'stateSecret'])).to.deep.equal(['partial']);
    expect(wholesOf(['partial', 'notHeld'])).to.deep.equal(['partial']);
    expect(wholesOf(['granted', 'notHeld', 'granted'])).to.deep.equal(['granted', 'notHeld']);
    expect(wholesOf(['deliberative', 'stateSecret'])).to.deep.equal(['deliberative', 'stateSecret']);
  });

  it('the remedies follow the strictest', () => {
    expect(strictestOf(['notHeld', 'deliberative', 'granted'])).to.equal('deliberative');
    expect(strictestOf(['granted', 'notHeld'])).to.equal('granted');
    expect(strictestOf([])).to.equal(undefined);
  });

  it('each matter says what its kind requires, at its own place in the form', () => {
    const bare = { what: '讨论记录', outcome: 'deliberative' };
    const found = received('2026-03-02').refusals('reply.drafted', '2026-03-10', {
      outcome: 'partial',
      provided: '',
      matters: [granted, bare],
    });
    expect(found.map(({ code, field }) => [code, field])).to.deep.equal([
      ['factMissing', 'matters.1.reasons'],
    ]);
    expect(found[0]?.says).to.include('第 2 项');
  });

  it('the whole counts only as its matters leave open, and one matter is no several', () => {
    const file = received('2026-03-02');
    const codes = (outcome: string, matters: readonly object[]) =>
      file
        .refusals('reply.drafted', '2026-03-10', { outcome, provided: '', matters })
        .map(({ code }) => code);
    expect(codes('granted', [granted, discussed])).to.deep.equal(['countedElsewhere']);
    expect(codes('partial', [granted, missing])).to.deep.equal(['countedElsewhere']);
    expect(codes('notHeld', [granted, missing])).to.deep.equal([]);
    expect(codes('partial', [granted, discussed])).to.deep.equal([]);
    expect(codes('granted', [granted])).to.deep.equal(['oneMatter']);
  });

  it('counts once in table three, and opens the windows of the strictest', () => {
    const matters = [missing, discussed];
    const file = received('2026-03-02').replies('2026-03-12', { outcome: 'notHeld', provided: '', matters });
    file.does('reply.served', '2026-03-12');
    expect(summaryOf(file.acts, file.standing.facts)).to.include({ row: 'notHeld', outcome: 'notHeld' });
    expect(strictestIn(file.acts)).to.equal('deliberative');
    const windows = file.reading().periods.filter(({ id }) => id.startsWith('window:'));
    expect(windows.map(({ id }) => id)).to.deep.equal(['window:reconsideration']);
    const direct = file.try(act('suit.served', '2026-04-01', { route: 'direct' }));
    expect('refusals' in direct ? [] : direct.irregularities.map(({ code }) => code)).to.include(
      'reconsiderationPassedOver',
    );
  });

  it('what is issued is what was signed, matter by matter', () => {
    const file = received('2026-03-02')
      .does('reply.drafted', '2026-03-10', {
        outcome: 'partial',
        provided: '',
        matters: [granted, discussed],
      })
      .does('reply.signed', '2026-03-10');
    const changed = { ...discussed, reasons: '属于讨论记录，另有理由，无法区分处理。' };
    const facts = { outcome: 'partial', provided: '', onTheSpot: 'no' };
    const other = file.try(act('reply.issued', '2026-03-11', { ...facts, matters: [granted, changed] }));
    expect('refusals' in other ? [] : other.irregularities.map(({ code }) => code)).to.deep.equal([
      'differsFromSigned',
    ]);
    const same = file.try(act('reply.issued', '2026-03-11', { ...facts, matters: [granted, discussed] }));
    expect('refusals' in same ? ['refused'] : same.irregularities).to.deep.equal([]);
  });

  it('leaves a ledger, which knows one result, as it was', () => {
    const file = received('2023-03-02');
    const row = {
      ...act('reply.issued', '2023-03-20', { outcome: 'partial', provided: '', onTheSpot: 'no' }),
    };
    expect(file.takes({ ...row, source: 'ledger' }, { by: ledger }).flaws).to.deep.equal([]);
    const [reply] = file.acts.filter((one) => one.type === 'reply.issued');
    expect(reply && answersOf(reply)).to.have.length(1);
  });

  it('are read off the numbers that the applicant has given them', () => {
    expect(mattersIn('请公开：1.2025年预算；2、征地批复；3. 台账。')).to.deep.equal([
      '2025年预算',
      '征地批复',
      '台账',
    ]);
    expect(mattersIn('一、预算\n二、批复文件\n（含附件）')).to.deep.equal(['预算', '批复文件\n（含附件）']);
    expect(mattersIn('①预算；②批复')).to.deep.equal(['预算', '批复']);
    expect(mattersIn('某某路2025.3.1 改造工程的征地批复文件')).to.deep.equal([]);
    expect(mattersIn('1.只有一项')).to.deep.equal([]);
  });

  it('are read whole or with the fault of each, and no more than a letter can hold', () => {
    const faults = (matters: unknown) => {
      const read = readAct('reply.drafted', { on: '2026-03-10', outcome: 'granted', matters });
      return 'faults' in read ? read.faults : {};
    };
    expect(faults([{ outcome: 'withdrawn' }])).to.have.all.keys('matters.0.what', 'matters.0.outcome');
    expect(faults('x')).to.have.property('matters');
    expect(faults([1])).to.have.property('matters');
    expect(faults(Array.from({ length: 31 }, () => granted))).to.have.property('matters');
    expect(faults([{ ...granted, searchedOn: '2026-02-30' }])).to.have.property('matters.0.searchedOn');
  });
});
