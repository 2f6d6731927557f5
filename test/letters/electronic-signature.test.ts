import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { CertificateFault } from '../../src/infrastructure/printing/certificates.js';
import { printLetter } from '../../src/infrastructure/printing/letter-printer.js';
import { signPdf } from '../../src/infrastructure/printing/signing.js';
import { settings } from '../../src/infrastructure/settings.js';
import { underSignature } from '../../src/letters/office-certificate.js';
import { plainText } from '../../src/letters/letter-text.js';
import { specimenOf } from '../proofs/specimens.js';
import { writeCertificate } from '../support/certificates.js';
import { failureOf } from '../support/failure.js';
import { readPdf } from '../support/pdf-text.js';

const AT = new Date('2026-03-27T03:00:00Z');
const OFFICE = '梁平区人民政府办公室';
const passphrase = 'Liangping-1';

describe('the electronic signature of a letter', function () {
  this.timeout(60_000);
  let folder: string;
  let path: string;
  let plain: Buffer;
  let signed: Buffer;
  const letter = specimenOf('reply.partial');

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'signature-'));
    path = join(folder, 'office.p12');
    const [from, until] = [new Date('2026-01-01T00:00:00Z'), new Date('2028-01-01T00:00:00Z')];
    writeCertificate(path, { name: OFFICE, passphrase, from, until });
    plain = await printLetter(letter);
    signed = await signPdf(plain, { path, passphrase }, { signer: OFFICE, reason: letter.title, at: AT });
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const pdfsig = (bytes: Uint8Array): string => {
    const file = join(folder, 'letter.pdf');
    writeFileSync(file, bytes);
    // pdfsig tells the time of the place where it runs.
    const env = { PATH: '/usr/local/bin:/usr/bin:/bin', TZ: 'Asia/Shanghai' };
    return spawnSync('pdfsig', [file], { encoding: 'utf8', env }).stdout;
  };
  const signing = (at: Date, file = path, secret = passphrase): Promise<unknown> =>
    failureOf(signPdf(plain, { path: file, passphrase: secret }, { signer: OFFICE, reason: '', at }));

  it('changes nothing that is to be read: words, pages, title, language, tags and bookmarks', async () => {
    const [before, after] = [await readPdf(plain), await readPdf(signed)];
    expect(after).to.deep.equal(before);
    expect(after.prose).to.include(plainText(letter).split('\n')[2]);
  });

  describe('as pdfsig and qpdf see it', () => {
    before(function () {
      // Without poppler-utils nothing is shown.
      if (spawnSync('pdfsig', ['-v']).error) this.skip();
    });

    it('is valid, covers the whole file and names the office', () => {
      const told = pdfsig(signed);
      expect(told).to.include('Signature is Valid.').and.include('Total document signed');
      expect(told).to.include(`Signer Certificate Common Name: ${OFFICE}`);
      expect(told).to.include('SHA-256').and.include('Mar 27 2026 11:00:00');
    });

    it('breaks when one byte of the letter is changed', () => {
      const changed = Buffer.from(signed);
      const at = changed.indexOf('/Title');
      changed[at + 8] = (changed[at + 8] ?? 0) ^ 1;
      expect(pdfsig(changed)).to.include('Digest Mismatch').and.not.include('Signature is Valid');
    });

    it('leaves a sound file', function () {
      const file = join(folder, 'sound.pdf');
      writeFileSync(file, signed);
      const checked = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' });
      if (checked.error) this.skip();
      expect(checked.stderr).to.equal('');
      expect(checked.status).to.equal(0);
    });
  });

  it('is refused with a sentence when the certificate cannot sign', async () => {
    const other = join(folder, 'other.p12');
    writeFileSync(other, 'no certificate');
    const refusals: [() => Promise<unknown>, string][] = [
      [() => signing(AT, path, 'wrong'), '核对口令'],
      [() => signing(AT, other), 'PKCS#12 格式'],
      [() => signing(AT, join(folder, 'nowhere.p12')), '无法读取'],
      [() => signing(new Date('2025-12-31T00:00:00Z')), '不在有效期内'],
      [() => signing(new Date('2028-01-02T00:00:00Z')), '不在有效期内'],
    ];
    for (const [refusal, says] of refusals) {
      const fault = await refusal();
      expect(fault).to.be.instanceOf(CertificateFault);
      expect(String(fault)).to.include('不能电子签名').and.include(says);
    }
  });

  it('is put on no form for the file, and on nothing of an office without a certificate', async () => {
    const certificates = settings().certificates as Map<string, string>;
    certificates.set('LP-ZFB', path);
    try {
      const office = { code: 'LP-ZFB', name: OFFICE };
      expect(await underSignature('serviceReceipt', plain, office)).to.equal(plain);
      expect(await underSignature('reply.partial', plain, { ...office, code: 'LP-CD' })).to.equal(plain);
    } finally {
      certificates.delete('LP-ZFB');
    }
  });
});
