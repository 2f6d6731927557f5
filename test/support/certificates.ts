import { writeFileSync } from 'node:fs';
import forge from 'node-forge';

/** What an invented office's certificate file should be like. */
export interface InventedCertificate {
  readonly name: string;
  readonly passphrase: string;
  readonly from: Date;
  readonly until: Date;
}

/** Writes a PKCS#12 file with a new key and a certificate that the office has given itself. */
export function writeCertificate(file: string, { name, passphrase, from, until }: InventedCertificate): void {
  const keys = forge.pki.rsa.generateKeyPair(2048);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = keys.publicKey;
  certificate.serialNumber = '01';
  certificate.validity.notBefore = from;
  certificate.validity.notAfter = until;
  const names = [
    { name: 'countryName', value: 'CN' },
    { name: 'commonName', value: name, valueTagClass: forge.asn1.Type.UTF8 as unknown as forge.asn1.Class },
  ];
  certificate.setSubject(names);
  certificate.setIssuer(names);
  certificate.sign(keys.privateKey, forge.md.sha256.create());
  const packed = forge.pkcs12.toPkcs12Asn1(keys.privateKey, [certificate], passphrase, { algorithm: '3des' });
  writeFileSync(file, forge.asn1.toDer(packed).getBytes(), { encoding: 'latin1', mode: 0o600 });
}
