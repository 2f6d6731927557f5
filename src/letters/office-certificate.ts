import { type LetterKind, letterOf } from '../domain/letter/register.js';
import { signPdf } from '../infrastructure/printing/signing.js';
import { settings } from '../infrastructure/settings.js';
import { now } from '../infrastructure/today.js';
import type { OfficeRecord } from '../records/office/office.js';

/**
 * The printed letter with the office's electronic signature, where the settings name a certificate for the office.
 * A form for the file bears none. Throws CertificateFault.
 */
export async function underSignature(
  kind: LetterKind,
  pdf: Buffer,
  { code, name }: Pick<OfficeRecord, 'code' | 'name'>,
): Promise<Buffer> {
  const { certificates, certificatePassphrase: passphrase } = settings();
  const path = certificates.get(code);
  if (path === undefined || letterOf(kind).to === 'file') return pdf;
  return signPdf(pdf, { path, passphrase }, { signer: name, reason: letterOf(kind).title, at: now() });
}
