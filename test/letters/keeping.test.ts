import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { DataSource } from 'typeorm';
import { CaseFiles } from '../../src/casework/case-file.js';
import type { Act } from '../../src/domain/acts/acts.js';
import { localDate } from '../../src/domain/time/local-date.js';
import { UncoveredCharacterError } from '../../src/infrastructure/printing/fonts.js';
import { settings } from '../../src/infrastructure/settings.js';
import { storeFile } from '../../src/infrastructure/storage.js';
import type { LetterKeeping } from '../../src/letters/letter-keeping.js';
import { LetterReading } from '../../src/letters/letter-reading.js';
import { LetterNotFound } from '../../src/letters/letter-refusals.js';
import { MissingFacts } from '../../src/letters/letter-text.js';
import { LetterRecord } from '../../src/records/paper/letter.js';
import { logOf } from '../../src/records/application/logs.js';
import { OfficeRecord } from '../../src/records/office/office.js';
import { writeCertificate } from '../support/certificates.js';
import { newDesk, received, registered } from '../support/cases.js';
import { failureOf } from '../support/failure.js';
import { type LetterDesk, letterDeskForEach } from '../support/letter-desk.js';
import { readPdf } from '../support/pdf-text.js';
import { sealPicture } from '../support/seal-picture.js';

const day = localDate;

describe('letters of a case', () => {
  let desk: LetterDesk;
  let dataSource: DataSource;
  let keeping: LetterKeeping;
  let reading: LetterReading;
  letterDeskForEach((given) => {
    desk = given;
    ({ dataSource, keeping } = given);
    reading = new LetterReading(dataSource, new CaseFiles(dataSource));
  });

  const offices = (): string[] => [desk.office.id];

  const lettersOf = (applicationId: string): Promise<LetterRecord[]> =>
    dataSource.manager.find(LetterRecord, { where: { applicationId }, order: { actSeq: 'ASC' } });

  it('issues the signed reply, its number in the act and on paper', async () => {
    const id = await desk.signedCase();
    const letter = await keeping.issueReply(id, desk.by());
    expect(letter).to.include({
      kind: 'reply.granted',
      status: 'issued',
      number: '某政公开〔2026〕1号',
      title: '政府信息公开答复书',
      issuedOn: '2026-03-27',
    });
    const act = (await logOf(dataSource.manager, id)).at(-1);
    expect(act).to.have.nested.property('facts.number', '某政公开〔2026〕1号');
    const open = await reading.open(letter.id, offices());
    const { prose } = await readPdf(await reading.pdf(open));
    expect(prose).to.include('某政公开〔2026〕1号').and.include('复印件一份').and.not.include('草稿');
  });

  it('gives the same bytes at each reprint, whatever has changed since', async () => {
    const letter = await keeping.issueReply(await desk.signedCase(), desk.by());
    const first = await reading.pdf(await reading.open(letter.id, offices()));
    await desk.tell({ name: '改名后的机关', phone: '010-2' });
    const second = await reading.pdf(await reading.open(letter.id, offices()));
    expect(second.equals(first)).to.equal(true);
    expect((await keeping.issue(letter.id, offices())).pdfHash).to.equal(letter.pdfHash);
  });

  it('keeps text, facts and version of the wording, and the database refuses to change them', async () => {
    const { id } = await keeping.issueReply(await desk.signedCase(), desk.by());
    const kept = await dataSource.manager.findOneByOrFail(LetterRecord, { id });
    expect(kept.blocks).to.have.property('title', '政府信息公开答复书');
    expect(kept.facts).to.include({ applicant: '张三丰', number: '某政公开〔2026〕1号' });
    for (const hash of [kept.templateVersion, kept.pdfHash, kept.sm3])
      expect(hash).to.match(/^[0-9a-f]{64}$/);
    expect(
      await failureOf(dataSource.manager.update(LetterRecord, { id }, { title: '别的' })),
    ).to.be.instanceOf(Error);
  });

  it('puts the office’s own seal on what is issued, and on no draft', async () => {
    const { hash } = await storeFile(sealPicture(200));
    await dataSource.manager.update(OfficeRecord, { id: desk.office.id }, { settings: { seal: hash } });
    const id = await desk.signedCase();
    const { letter: draft } = await reading.openComingReply(id, offices());
    const letter = await keeping.issueReply(id, desk.by());
    const issued = await reading.pdf(await reading.open(letter.id, offices()));
    expect(issued.includes('/Subtype /Image')).to.equal(true);
    expect(draft && (await reading.pdf(draft)).includes('/Subtype /Image')).to.equal(false);
    const lost = { seal: '0'.repeat(64) };
    await dataSource.manager.update(OfficeRecord, { id: desk.office.id }, { settings: lost });
    const failure = await failureOf(keeping.issueReply(await desk.signedCase(), desk.by()));
    expect(String(failure)).to.include('印章图片不在数据目录中');
  });

  it('signs what an office with a certificate issues, and issues nothing when the certificate cannot sign', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
    const path = join(folder, 'office.p12');
    const validity = { from: new Date('2026-01-01T00:00:00Z'), until: new Date('2028-01-01T00:00:00Z') };
    writeCertificate(path, { name: '某某机关', passphrase: '', ...validity });
    // The settings are read once for the whole process: the certificate is put among them here.
    const certificates = settings().certificates as Map<string, string>;
    certificates.set(desk.office.code, path);
    try {
      const letter = await keeping.issueReply(await desk.signedCase(), desk.by());
      const bytes = await reading.pdf(await reading.open(letter.id, offices()));
      expect(bytes.includes('/adbe.pkcs7.detached')).to.equal(true);
      expect((await readPdf(bytes)).prose).to.include('某政公开〔2026〕1号');
      writeFileSync(path, '不是证书');
      const id = await desk.signedCase();
      expect(String(await failureOf(keeping.issueReply(id, desk.by())))).to.include('不能电子签名');
      expect((await logOf(dataSource.manager, id)).at(-1)).to.include({ type: 'reply.signed' });
    } finally {
      certificates.delete(desk.office.code);
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('gives a letter of another series its own number', async () => {
    const id = (
      await desk.door.open(desk.opening(), [received('2026-03-02'), registered('2026-03-02')], desk.by())
    ).application.id;
    const notice: Act = {
      type: 'correction.required',
      on: day('2026-03-05'),
      items: '写明年度',
      until: day('2026-04-20'),
    };
    await desk.door.perform(id, notice, desk.by());
    const [receipt, correction] = await lettersOf(id);
    expect(receipt).to.include({ kind: 'registrationReceipt', status: 'drafted' });
    const issued = await keeping.issue(correction!.id, offices());
    expect(issued).to.include({ number: '某政公开补〔2026〕1号', issuedOn: '2026-03-05' });
    expect((await keeping.issue(receipt!.id, offices())).number).to.equal(null);
  });

  it('issues nothing when a character cannot be printed: no act, no number', async () => {
    const rare = await desk.signedCase({ applicantName: '张𠀀' });
    expect(await failureOf(keeping.issueReply(rare, desk.by()))).to.be.instanceOf(UncoveredCharacterError);
    expect((await logOf(dataSource.manager, rare)).at(-1)).to.include({ type: 'reply.signed' });
    expect((await lettersOf(rare)).map(({ kind }) => kind)).to.deep.equal(['registrationReceipt']);
    expect((await keeping.issueReply(await desk.signedCase(), desk.by())).number).to.equal(
      '某政公开〔2026〕1号',
    );
  });

  it('issues nothing while the office lacks what the letter names, and says what', async () => {
    const id = await desk.signedCase();
    await desk.tell({ letterMark: '', government: '' });
    const failure = await failureOf(keeping.issueReply(id, desk.by()));
    expect(failure).to.be.instanceOf(MissingFacts);
    expect(String(failure)).to.include('“救济途径”').and.include('本级人民政府');
    await desk.tell({ government: '某某区人民政府' });
    expect(String(await failureOf(keeping.issueReply(id, desk.by()))))
      .to.include('“文号”')
      .and.include('发文机关代字');
    expect((await logOf(dataSource.manager, id)).at(-1)).to.include({ type: 'reply.signed' });
  });

  it('gives two hundred replies at once two hundred consecutive numbers', async function () {
    this.timeout(180_000);
    const ids = await Promise.all(Array.from({ length: 200 }, () => desk.signedCase()));
    const issued = await Promise.all(ids.map((id) => keeping.issueReply(id, desk.by())));
    const places = issued.map(({ number }) => Number(/〔2026〕(\d+)号$/u.exec(number ?? '')?.[1]));
    expect(places.sort((a, b) => a - b)).to.deep.equal(ids.map((_, i) => i + 1));
  });

  it('drafts what is wanted, takes what is written, and throws drafts away', async () => {
    const id = await desk.signedCase();
    const draft = await keeping.draft(id, 'disclosureNotice', offices());
    expect((await reading.open(draft.id, offices())).missing).to.deep.equal([
      'thirdParty',
      'disclosedContent',
      'publicInterest',
    ]);
    await keeping.write(
      draft.id,
      { thirdParty: '某某公司', disclosedContent: '合同', publicInterest: '安全', reasons: '不该写入' },
      offices(),
    );
    const open = await reading.open(draft.id, offices());
    expect(open.facts).to.include({ thirdParty: '某某公司' }).and.not.have.property('reasons');
    expect((await keeping.issue(draft.id, offices())).number).to.equal('某政公开告〔2026〕1号');
    const other = await keeping.draft(id, 'serviceReceipt', offices());
    await keeping.discard(other.id, offices());
    expect(await failureOf(reading.open(other.id, offices()))).to.be.instanceOf(LetterNotFound);
    expect(await failureOf(keeping.discard(draft.id, offices()))).to.be.instanceOf(LetterNotFound);
  });

  it('shows no letter to another office', async () => {
    const [letter] = await lettersOf(await desk.signedCase());
    const stranger = await newDesk(dataSource);
    for (const attempt of [
      reading.open(letter!.id, [stranger.office.id]),
      keeping.issue(letter!.id, [stranger.office.id]),
      keeping.discard(letter!.id, [stranger.office.id]),
    ])
      expect(await failureOf(attempt)).to.be.instanceOf(LetterNotFound);
  });
});
