import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { Refused } from '../../src/casework/refusals.js';
import { verifyAll } from '../../src/casework/verification.js';
import type { Act } from '../../src/domain/acts/acts.js';
import { effectiveActs } from '../../src/domain/acts/effective.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { setClock } from '../../src/infrastructure/today.js';
import { AttachmentRecord } from '../../src/records/paper/attachment.js';
import { factsOf } from '../../src/records/application/logs.js';
import { type Desk, newDesk, received, registered } from '../support/cases.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { failureOf } from '../support/failure.js';

const on = localDate('2026-03-10');
const content = {
  outcome: 'deliberative',
  reasons: '该信息涉及第三方商业秘密，公开会造成损害，无法区分处理。',
} as const;
const drafted: Act = { type: 'reply.drafted', on, ...content };
const issued: Act = { type: 'reply.issued', on, ...content };
const signed = (note?: string): Act => ({ type: 'reply.signed', on, ...(note ? { note } : {}) });

describe('答复体检 at the door', () => {
  let database: FreshDatabase;
  let desk: Desk;

  before(async () => {
    database = await freshDatabase();
    desk = await newDesk(database.dataSource);
    setClock(() => new Date('2026-03-10T02:00:00Z'));
  });
  after(async () => {
    setClock();
    await database.drop();
  });

  const opened = async (...acts: Act[]): Promise<string> => {
    const start = [received('2026-03-02'), registered('2026-03-02'), ...acts] as const;
    return (await desk.door.open(desk.opening(), start, desk.by())).application.id;
  };
  const refusalOf = async (id: string, act: Act) => {
    const fault = await failureOf(desk.door.perform(id, act, desk.by()));
    expect(fault).to.be.instanceOf(Refused);
    return fault instanceof Refused ? fault.findings : [];
  };

  it('lets nobody sign in silence over what must be mended, whoever asks; what was found stays in the act', async () => {
    const id = await opened(drafted);
    const [refusal] = await refusalOf(id, signed());
    expect(refusal).to.include({ code: 'checkUnmended', field: 'note' });
    expect(refusal?.says).to.include('必须改').and.include('保护第三方合法权益');
    const { recorded } = await desk.door.perform(id, signed('经研究，仍按过程性信息答复。'), desk.by());
    expect(recorded).to.have.property('checked').that.includes('必须改：').and.includes('保护第三方合法权益');
    expect((await desk.door.perform(id, issued, desk.by())).standing.state).to.equal('replied.issued|none');
    expect((await verifyAll(database.dataSource)).differences).to.deep.equal([]);
  });

  it('lets nothing out that the signature has not seen', async () => {
    const granted = { outcome: 'granted', provided: '批复一份，可以到本机关领取。' } as const;
    const refusing = {
      outcome: 'internalAffairs',
      reasons: '属于考勤排班，为内部管理信息，无法区分处理。',
    } as const;
    const id = await opened({ type: 'reply.drafted', on, ...refusing }, signed());
    const enclosed = {
      officeId: desk.office.id,
      applicationId: id,
      purpose: 'provided',
      name: '批复.pdf',
    } as const;
    await database.dataSource.manager.insert(AttachmentRecord, {
      ...enclosed,
      id: randomUUID(),
      mime: 'application/pdf',
      bytes: 10,
      fileHash: '0'.repeat(64),
      uploadedAt: new Date('2026-03-10T02:00:00Z'),
      uploadedByName: '王经办',
      uploadedByAccountId: null,
    });
    const [refusal] = await refusalOf(id, { type: 'reply.issued', on, ...refusing });
    expect(refusal?.says).to.include('批复.pdf');
    const given = await opened({ type: 'reply.drafted', on, ...granted }, signed());
    const out = await desk.door.perform(given, { type: 'reply.issued', on, ...granted }, desk.by());
    expect(factsOf(out.recorded)).to.not.have.property('checked');
  });

  it('holds back what would go out on the spot, also where the case is opened with it', async () => {
    const id = await opened();
    const spot: Act = { ...issued, onTheSpot: true };
    expect((await refusalOf(id, spot)).map(({ code }) => code)).to.deep.equal(['checkUnmended']);
    const all = [received('2026-03-10'), registered('2026-03-10'), spot] as const;
    expect(await failureOf(desk.door.open(desk.opening(), all, desk.by()))).to.be.instanceOf(Refused);
  });

  it('does not take its findings from whoever sends the act, nor lose them by a correction', async () => {
    const id = await opened(drafted);
    const forged: Act = { type: 'reply.signed', on, note: '同意。', checked: '没有发现问题' };
    const { recorded } = await desk.door.perform(id, forged, desk.by());
    expect(recorded).to.have.property('checked').that.includes('必须改').and.not.includes('没有发现问题');
    const replacement = JSON.stringify({ type: 'reply.signed', on, note: '同意，理由另附。', checked: '无' });
    const corrected: Act = { type: 'act.corrected', on, corrects: recorded.seq, why: '漏字', replacement };
    const { log } = await desk.door.perform(id, corrected, desk.by());
    const standing = effectiveActs(log).find(({ seq }) => seq === recorded.seq);
    expect(standing).to.include({ note: '同意，理由另附。' });
    expect(standing).to.have.property('checked').that.includes('必须改');
  });

  it('takes the history of a ledger as it was', async () => {
    const by = { actor: { kind: 'ledger', name: '2025年台账' }, officeIds: [desk.office.id] } as const;
    const past = (act: Act): Act => ({ ...act, source: 'ledger' });
    const { standing } = await desk.door.open(
      desk.opening(),
      [
        past(received('2026-03-02')),
        past(registered('2026-03-02')),
        past({ type: 'reply.issued', on, outcome: 'deliberative' }),
        past({ type: 'reply.served', on, how: 'unrecorded' }),
      ],
      by,
    );
    expect(standing.state).to.equal('replied.served|none');
  });
});
