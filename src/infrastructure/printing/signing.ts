import { pdflibAddPlaceholder } from '@signpdf/placeholder-pdf-lib';
import { SignPdf } from '@signpdf/signpdf';
import { Signer } from '@signpdf/utils';
import forge from 'node-forge';
import { PDFDocument } from 'pdf-lib';
import { type CertificateFile, type SigningKeys, signingKeys } from './certificates.js';

/** Room for the signature and its certificates, in hexadecimal digits. */
const SIGNATURE_ROOM = 32_768;

/**
 * The same pages with an electronic signature over the whole file (adbe.pkcs7.detached, RSA with SHA-256), dated `at`.
 * Any later change of the file shows. Throws CertificateFault.
 */
export async function signPdf(
  pdf: Uint8Array,
  certificate: CertificateFile,
  { signer, reason, at }: { signer: string; reason: string; at: Date },
): Promise<Buffer> {
  const keys = await signingKeys(certificate, at);
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  pdflibAddPlaceholder({
    pdfDoc: document,
    reason: textString(reason),
    name: textString(signer),
    contactInfo: '',
    location: '',
    signingTime: at,
    signatureLength: SIGNATURE_ROOM,
  });
  const prepared = await document.save({ useObjectStreams: false, updateFieldAppearances: false });
  return new SignPdf().sign(Buffer.from(prepared), new CertificateSigner(keys), at);
}

/** Signs bytes with an office's key: a PKCS#7 message that holds the digest and the certificates, not the bytes. */
class CertificateSigner extends Signer {
  constructor(private readonly keys: SigningKeys) {
    super();
  }

  override sign(pdf: Buffer, at?: Date): Promise<Buffer> {
    const { key, own, chain } = this.keys;
    const { oids } = forge.pki;
    const message = forge.pkcs7.createSignedData();
    message.content = forge.util.createBuffer(pdf.toString('latin1'));
    for (const certificate of chain) message.addCertificate(certificate);
    message.addSigner({
      key,
      certificate: own,
      digestAlgorithm: oids['sha256'] ?? '',
      authenticatedAttributes: [
        { type: oids['contentType'] ?? '', value: oids['data'] ?? '' },
        // node-forge's types know the time as text only; it encodes a Date.
        { type: oids['signingTime'] ?? '', value: at as unknown as string },
        { type: oids['messageDigest'] ?? '' },
      ],
    });
    message.sign({ detached: true });
    return Promise.resolve(Buffer.from(forge.asn1.toDer(message.toAsn1()).getBytes(), 'latin1'));
  }
}

/** A PDF text string in UTF-16, byte for byte, as a library that takes only bytes wants it. */
function textString(text: string): string {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('latin1');
  return bytes.replace(/[\\()]/gu, (mark) => `\\${mark}`).replaceAll('\r', '\\r');
}
