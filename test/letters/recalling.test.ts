import { expect } from 'chai';
import type { DataSource } from 'typeorm';
import { CaseFiles } from '../../src/casework/case-file.js';
import { Refused } from '../../src/casework/refusals.js';
import type { Act } from '../../src/domain/acts/acts.js';
import { localDate } from '../../src/domain/time/local-date.js';
import type { LetterKeeping } from '../../src/letters/letter-keeping.js';
import { LetterReading } from '../../src/letters/letter-reading.js';
import { LetterRecalling } from '../../src/letters/letter-recalling.js';
import { LetterNotFound, LetterServed } from '../../src/letters/letter-refusals.js';
import { numberSeriesOf, numberedPlaces } from '../../src/records/paper/letter-numbers.js';
import { LetterRecord } from '../../src/records/paper/letter.js';
import { newDesk, received, registered } from '../support/cases.js';
import { failureOf } from '../support/failure.js';
import { type LetterDesk, letterDeskForEach } from '../support/letter-desk.js';

const day = localDate;

describe('recalling letters before they are served', () => {
  let desk: LetterDesk;
  let dataSource: DataSource;
  let keeping: LetterKeeping;
  let recalling: LetterRecalling;
  letterDeskForEach((given) => {
    desk = given;
    ({ dataSource, keeping } = given);
    recalling = new LetterRecalling(desk.door);
  });

  const open = (id: string) => new CaseFiles(dataSource).open(id, [desk.office.id]);

  async function issued(...more: Act[]): Promise<LetterRecord> {
    const id = await desk.signedCase();
    const letter = await keeping.issueReply(id, desk.by());
    for (const act of more) await desk.door.perform(id, act, desk.by());
    return letter;
  }

  const places = async () => {
    const [series] = await numberSeriesOf(dataSource.manager, desk.office.id);
    return series ? numberedPlaces(dataSource.manager, series) : [];
  };

  it('puts the case back before the issue; number and paper stay as 作废, and the next reply has the next number', async () => {
    const letter = await issued();
    const before = await open(letter.applicationId);
    expect(before.standing.state).to.match(/^replied.issued/);
    const recalled = await recalling.recall(letter.id, desk.by(), '漏附目录，尚未寄出');
    expect(recalled).to.include({
      status: 'recalled',
      number: '某政公开〔2026〕1号',
      recalledOn: '2026-03-27',
      recallReason: '漏附目录，尚未寄出',
      recalledBy: '王经办',
      pdfHash: letter.pdfHash,
    });
    const after = await open(letter.applicationId);
    expect(after.standing.state).to.match(/^handling.awaitingSignature/);
    expect(after.summary.outcome).to.equal(undefined);
    const reading = new LetterReading(dataSource, new CaseFiles(dataSource));
    const paper = await reading.pdf(await reading.open(letter.id, [desk.office.id]));
    expect(paper.subarray(0, 5).toString()).to.equal('%PDF-');
    const again = await keeping.issueReply(letter.applicationId, desk.by());
    expect(again.number).to.equal('某政公开〔2026〕2号');
    expect((await places()).map(({ place, status, number }) => [place, status, number])).to.deep.equal([
      [2, 'issued', '某政公开〔2026〕2号'],
      [1, 'recalled', '某政公开〔2026〕1号'],
    ]);
    expect((await places())[1]?.recall).to.deep.equal({
      on: '2026-03-27',
      by: '王经办',
      reason: '漏附目录，尚未寄出',
    });
  });

  it('is refused once the reply is served: a correcting letter goes out under a number of its own', async () => {
    const letter = await issued({
      type: 'reply.served',
      on: day('2026-03-27'),
      how: 'counter',
      receivedBy: '申请人本人',
      proof: '送达回证',
    });
    expect(await failureOf(recalling.recall(letter.id, desk.by(), '有误'))).to.be.instanceOf(LetterServed);
    const why = '原答复所附汇总表漏列第四季度，补充如下。';
    await desk.door.perform(
      letter.applicationId,
      { type: 'reply.supplemented', on: day('2026-03-27'), why },
      desk.by(),
    );
    const { letters } = await open(letter.applicationId);
    const draft = letters.find(({ kind }) => kind === 'supplement');
    const supplement = await keeping.issue(draft?.id ?? '', [desk.office.id]);
    expect(supplement).to.include({ status: 'issued', number: '某政公开更〔2026〕1号' });
    expect(JSON.stringify(supplement.blocks)).to.include('某政公开〔2026〕1号').and.include(why);
  });

  it('is the head’s alone, and changes nothing when refused', async () => {
    const letter = await issued();
    expect(await failureOf(recalling.recall(letter.id, desk.by('handler'), '有误'))).to.be.instanceOf(
      Refused,
    );
    const row = await dataSource.manager.findOneByOrFail(LetterRecord, { id: letter.id });
    expect(row).to.include({ status: 'issued', recalledOn: null });
    expect((await open(letter.applicationId)).standing.state).to.match(/^replied.issued/);
  });

  it('happens once, and not by another office', async () => {
    const letter = await issued();
    const stranger = await newDesk(dataSource);
    const foreign = { actor: stranger.by().actor, officeIds: [stranger.office.id] };
    expect(await failureOf(recalling.recall(letter.id, foreign, '有误'))).to.be.instanceOf(LetterNotFound);
    await recalling.recall(letter.id, desk.by(), '有误');
    expect(await failureOf(recalling.recall(letter.id, desk.by(), '有误'))).to.be.instanceOf(LetterNotFound);
    const changed = dataSource.manager.update(LetterRecord, { id: letter.id }, { recallReason: '别的理由' });
    expect(String(await failureOf(changed))).to.match(/only ever added/);
    const revived = dataSource.manager.update(LetterRecord, { id: letter.id }, { status: 'issued' });
    expect(String(await failureOf(revived))).to.match(/only ever added/);
  });

  it('of another letter leaves its act and begins a new draft', async () => {
    const { application } = await desk.door.open(
      desk.opening(),
      [received('2026-03-02'), registered('2026-03-02')],
      desk.by(),
    );
    const notice: Act = {
      type: 'correction.required',
      on: day('2026-03-05'),
      items: '写明年度',
      until: day('2026-04-20'),
    };
    await desk.door.perform(application.id, notice, desk.by());
    const draft = (await open(application.id)).letters.find(({ kind }) => kind === 'correctionNotice');
    const letter = await keeping.issue(draft?.id ?? '', [desk.office.id]);
    await recalling.recall(letter.id, desk.by(), '地址有误，尚未寄出');
    const file = await open(application.id);
    expect(file.standing.state).to.match(/^handling.awaitingCorrection/);
    const notices = file.letters.filter(({ kind }) => kind === 'correctionNotice');
    expect(notices.map(({ status }) => status).sort()).to.deep.equal(['drafted', 'recalled']);
    const second = notices.find(({ status }) => status === 'drafted');
    expect((await keeping.issue(second?.id ?? '', [desk.office.id])).number).to.equal(
      '某政公开补〔2026〕2号',
    );
  });

  it('goes with the act: striking the issue in the record recalls the letter too', async () => {
    const letter = await issued();
    const { acts } = await open(letter.applicationId);
    const act = acts.find(({ type }) => type === 'reply.issued');
    const struck: Act = {
      type: 'act.corrected',
      on: day('2026-03-27'),
      corrects: act?.seq ?? 0,
      why: '误点制发',
    };
    await desk.door.perform(letter.applicationId, struck, desk.by('head'));
    const row = await dataSource.manager.findOneByOrFail(LetterRecord, { id: letter.id });
    expect(row).to.include({ status: 'recalled', recallReason: '误点制发' });
  });
});
