import { readFile, stat } from 'node:fs/promises';
import forge from 'node-forge';
import { Declined } from '../declined.js';

/** An office's certificate and key as it hands them over: a PKCS#12 file (.p12, .pfx) and its passphrase. */
export interface CertificateFile {
  readonly path: string;
  readonly passphrase: string;
}

/** An opened certificate file. */
export interface SigningKeys {
  readonly key: forge.pki.rsa.PrivateKey;
  readonly own: forge.pki.Certificate;
  /** The own certificate and those above it. */
  readonly chain: readonly forge.pki.Certificate[];
}

/** The certificate cannot sign: the message says what is wrong and what to do. Nothing goes out unsigned instead. */
export class CertificateFault extends Declined {
  override readonly name = 'CertificateFault';
  readonly status = 422;

  constructor(what: string, cause?: unknown) {
    super(`不能电子签名：${what}`, { cause });
  }
}

/** Opening a file takes a second of key derivation: it is done once for each state of the file. */
const opened = new Map<string, SigningKeys>();

/** The keys in the file, an RSA key with its certificate that holds at the moment. Throws CertificateFault. */
export async function signingKeys({ path, passphrase }: CertificateFile, at: Date): Promise<SigningKeys> {
  const unreadable = (cause: unknown): never => {
    throw new CertificateFault(`证书文件 ${path} 无法读取，请管理员核对设置中的路径和读取权限。`, cause);
  };
  const { mtimeMs } = await stat(path).catch(unreadable);
  const place = `${path}\n${mtimeMs}\n${passphrase}`;
  const keys = opened.get(place) ?? keysIn(await readFile(path).catch(unreadable), path, passphrase);
  opened.set(place, keys);
  const { notBefore, notAfter } = keys.own.validity;
  if (at < notBefore || at > notAfter)
    throw new CertificateFault(`证书文件 ${path} 不在有效期内，请管理员换用有效的证书。`);
  return keys;
}

function keysIn(bytes: Buffer, path: string, passphrase: string): SigningKeys {
  const bags = bagsIn(bytes, path, passphrase);
  const { pkcs8ShroudedKeyBag = '', keyBag = '', certBag = '' } = forge.pki.oids;
  const all = (bagType: string): forge.pkcs12.Bag[] => bags.getBags({ bagType })[bagType] ?? [];
  const key = [...all(pkcs8ShroudedKeyBag), ...all(keyBag)].map((bag) => bag.key).find(isRsa);
  if (!key) throw new CertificateFault(`证书文件 ${path} 里没有 RSA 私钥；国密 SM2 证书请用专门的签章系统。`);
  const chain = all(certBag).flatMap(({ cert }) => (cert ? [cert] : []));
  const own = chain.find((certificate) => belongs(certificate, key));
  if (!own) throw new CertificateFault(`证书文件 ${path} 里没有与私钥相配的 RSA 证书，请重新导出。`);
  for (const certificate of chain) readNames(certificate);
  return { key, own, chain };
}

function bagsIn(bytes: Buffer, path: string, passphrase: string): forge.pkcs12.Pkcs12Pfx {
  try {
    const asn1 = forge.asn1.fromDer(forge.util.createBuffer(bytes.toString('latin1')));
    return forge.pkcs12.pkcs12FromAsn1(asn1, false, passphrase);
  } catch (cause) {
    throw new CertificateFault(`证书文件 ${path} 打不开，请管理员核对口令，并确认是 PKCS#12 格式。`, cause);
  }
}

function isRsa(key: forge.pki.PrivateKey | null | undefined): key is forge.pki.rsa.PrivateKey {
  return key !== null && key !== undefined && 'n' in key;
}

function belongs({ publicKey }: forge.pki.Certificate, key: forge.pki.rsa.PrivateKey): boolean {
  return 'n' in publicKey && publicKey.n.compareTo(key.n) === 0;
}

/** The ASN.1 tag of names in UTF-8. */
const UTF8_STRING = 12;

/**
 * node-forge leaves UTF-8 names as bytes when it reads a certificate and encodes them again when it writes the issuer
 * into a signature: a Chinese issuer would no longer be found.
 */
function readNames({ issuer }: forge.pki.Certificate): void {
  for (const attribute of issuer.attributes) {
    const { value, valueTagClass } = attribute;
    const isUtf8 = Number(valueTagClass) === UTF8_STRING;
    if (isUtf8 && typeof value === 'string' && isBytes(value)) attribute.value = forge.util.decodeUtf8(value);
  }
}

const isBytes = (text: string): boolean => [...text].every((sign) => (sign.codePointAt(0) ?? 0) < 256);
