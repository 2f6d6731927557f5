import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { DataSource } from 'typeorm';
import { verifyFiles } from '../../src/casework/file-verification.js';
import { verifyAll } from '../../src/casework/verification.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { privateFolder } from '../../src/infrastructure/folders.js';
import { storeFile } from '../../src/infrastructure/storage.js';
import { now } from '../../src/infrastructure/today.js';
import { EvidenceBundle } from '../../src/records/paper/evidence-bundle.js';
import { FileSeal } from '../../src/records/paper/file-seal.js';
import { LetterRecord } from '../../src/records/paper/letter.js';
import { attachPapers } from '../../src/records/paper/attached-papers.js';
import { OfficeRecord } from '../../src/records/office/office.js';
import { SubmissionRecord } from '../../src/records/application/submission.js';
import { type LetterDesk, letterDeskForEach } from '../support/letter-desk.js';

const pathOf = (hash: string): string => join(privateFolder('files'), hash.slice(0, 2), hash);

describe('verification of what a case keeps besides its log', () => {
  let desk: LetterDesk;
  let dataSource: DataSource;
  let id: string;
  let number: string;
  let letter: LetterRecord;
  letterDeskForEach((given) => {
    desk = given;
    ({ dataSource } = given);
  });

  /** A reply issued and served, two papers attached, then sealed with the notice of a reconsideration. */
  beforeEach(async () => {
    id = await desk.signedCase();
    letter = await desk.keeping.issueReply(id, desk.by());
    const application = { id, officeId: desk.office.id };
    for (const name of ['张三身份证.pdf', '李四回执.pdf'])
      await attachPapers(
        dataSource.manager,
        application,
        [await paper(`${name} ${id}`, name)],
        'service',
        now(),
      );
    const day = localDate('2026-03-27');
    const { application: kept } = await desk.door.performAll(
      id,
      [
        { type: 'reply.served', on: day, how: 'counter', receivedBy: '申请人本人' },
        { type: 'reconsideration.accepted', on: day, id: '复议1' },
        { type: 'reconsideration.copyReceived', on: day, id: '复议1', procedure: 'ordinary' },
      ],
      desk.by(),
    );
    ({ number } = kept);
  });

  const paper = async (content: string, name: string) => ({
    ...(await storeFile(Buffer.from(content))),
    ...{ name, mime: 'application/pdf' },
  });

  const attached = async (): Promise<string[]> => {
    const rows: { fileHash: string }[] = await dataSource.query(
      'SELECT "fileHash" FROM attachments WHERE "applicationId" = $1 ORDER BY "name"',
      [id],
    );
    return rows.map(({ fileHash }) => fileHash);
  };

  /** Of this case: the database is that of the whole suite. */
  const saysOf = async () =>
    (await verifyFiles(dataSource)).differences
      .filter(({ officeId }) => officeId === desk.office.id)
      .map((one) => `${one.number}：${one.says}`);

  it('finds every file that the record names as it was kept, each once', async () => {
    const before = await verifyFiles(dataSource);
    expect(before.files).to.be.greaterThan(2);
    expect(await saysOf()).to.deep.equal([]);
    const [first] = await attached();
    const again = { hash: first!, ...{ bytes: 1, name: '同一份.pdf', mime: 'application/pdf' } };
    await attachPapers(dataSource.manager, { id, officeId: desk.office.id }, [again], 'other', now());
    expect((await verifyFiles(dataSource)).files).to.equal(before.files);
    expect((await saysOf()).join()).to.contain(`${number}：附件（其他材料）应为 1 字节，实为`);
  });

  it('names a file that is gone or is another by case and kind, never by its own name', async () => {
    const [gone, changed] = await attached();
    rmSync(pathOf(gone!));
    appendFileSync(pathOf(changed!), '又添了一行');
    rmSync(pathOf(letter.pdfHash!));
    const says = await saysOf();
    expect(says).to.have.members([
      `${number}：附件（送达凭证）不在数据目录中，请从备份恢复。`,
      `${number}：封存的附件不在数据目录中，请从备份恢复。`,
      `${number}：附件（送达凭证）与存入时的指纹不符，文件可能损坏或被改动过，请从备份恢复。`,
      `${number}：封存的附件与存入时的指纹不符，文件可能损坏或被改动过，请从备份恢复。`,
      `${number}：已制发的《政府信息公开答复书》不在数据目录中，请从备份恢复。`,
      `${number}：封存的文书（${letter.number}）不在数据目录中，请从备份恢复。`,
    ]);
    expect(says.join()).to.not.match(/张三|李四/);
  });

  it('says what cannot be read, and goes on', async () => {
    // The administrator of the machine may read everything; a folder in the file's place nobody can.
    const [hash] = await attached();
    rmSync(pathOf(hash!));
    mkdirSync(pathOf(hash!));
    expect((await saysOf()).join()).to.contain(`${number}：附件（送达凭证）读不出来`);
    rmSync(pathOf(hash!), { recursive: true });
  });

  it('reads bundles, what has come in and the pictures of seals too', async () => {
    const files = await Promise.all(
      ['合册', '目录', '来件材料', '印章'].map((name) => storeFile(Buffer.from(`${name} ${id}`))),
    );
    const [bundle, directory, arrived, seal] = files.map(({ hash }) => hash);
    const { manager } = dataSource;
    await manager.insert(EvidenceBundle, {
      ...{
        id: randomUUID(),
        applicationId: id,
        officeId: desk.office.id,
        number: '复议1',
        status: 'ready' as const,
      },
      ...{ done: 1, total: 1, requestedAt: now(), requestedByName: '王经办', beatAt: now(), fault: null },
      ...{ pages: 1, pdfHash: bundle!, docxHash: directory!, papers: [] },
    });
    await manager.insert(SubmissionRecord, {
      ...{ id: randomUUID(), officeId: desk.office.id, channel: 'internet' as const, codeFingerprint: null },
      ...{
        payload: '{}',
        fileHashes: [arrived!],
        arrivedAt: now(),
        state: 'pending' as const,
        applicationId: null,
      },
      ...{ settledAt: null, settledByAccountId: null, settledByName: null, settledNote: null },
    });
    await manager.update(OfficeRecord, { id: desk.office.id }, { settings: { seal } });
    expect(await saysOf()).to.deep.equal([]);
    for (const { hash } of files) rmSync(pathOf(hash));
    const { code } = await manager.findOneByOrFail(OfficeRecord, { id: desk.office.id });
    expect(await saysOf()).to.have.members([
      `${number}：证据材料不在数据目录中，请从备份恢复。`,
      `${number}：证据目录的 Word 文件不在数据目录中，请从备份恢复。`,
      `2026-03-27 的来件：来件所附材料不在数据目录中，请从备份恢复。`,
      `机关 ${code}：印章图片不在数据目录中，请从备份恢复。`,
    ]);
  });

  it('names a seal or an issued letter whose words were changed in the database', async () => {
    const says = async () =>
      (await verifyAll(dataSource)).differences
        .filter((one) => one.applicationId === id)
        .map((one) => one.says);
    /** Only the owner of the tables can do this, past the trigger. */
    const tamper = (statement: string) =>
      dataSource.transaction(async (manager) => {
        await manager.query(`SET LOCAL session_replication_role = replica`);
        await manager.query(statement, [id]);
      });
    expect(await says()).to.deep.equal([]);
    await tamper(
      `UPDATE letters SET "facts" = jsonb_set("facts", '{applicant}', '"某人"') WHERE "applicationId" = $1 AND "status" = 'issued'`,
    );
    expect(await says()).to.deep.equal(['已制发的《政府信息公开答复书》内容与其指纹不符，可能被改动过。']);
    const { actSeq } = await dataSource.manager.findOneByOrFail(FileSeal, { applicationId: id });
    await tamper(
      `UPDATE file_seals SET "contents" = jsonb_set("contents", '{attachments}', '[]') WHERE "applicationId" = $1`,
    );
    expect(await says()).to.deep.equal([`第 ${actSeq} 条记录时的封存与其指纹或案卷不符。`]);
  });
});
