import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect } from 'chai';
import { privateFolder } from '../../src/infrastructure/folders.js';
import { sm3 } from '../../src/infrastructure/sm3.js';
import {
  deleteOrphans,
  FileMissing,
  isIntact,
  readStored,
  storeFile,
} from '../../src/infrastructure/storage.js';

const pathOf = (hash: string): string => join(privateFolder('files'), hash.slice(0, 2), hash);

describe('file store', () => {
  it('keeps content under its digest, the same content once', async () => {
    const first = await storeFile(Buffer.from('信息公开申请表'));
    const second = await storeFile(Readable.from([Buffer.from('信息公开'), Buffer.from('申请表')]));
    expect(first).to.deep.equal({ hash: sm3('信息公开申请表'), bytes: 21 });
    expect(second).to.deep.equal(first);
    expect(await text(await readStored(first.hash))).to.equal('信息公开申请表');
    expect(statSync(pathOf(first.hash)).mode & 0o777).to.equal(0o600);
  });

  it('leaves nothing of an upload that broke off', async () => {
    const broken = Readable.from(
      (function* () {
        yield Buffer.from('前半');
        throw new Error('connection lost');
      })(),
    );
    let failure: unknown;
    await storeFile(broken).catch((error: unknown) => (failure = error));
    expect(failure).to.be.instanceOf(Error);
    expect(readdirSync(privateFolder('files', 'drafts'))).to.deep.equal([]);
  });

  it('notices content that was altered or lost', async () => {
    const { hash } = await storeFile(Buffer.from('证据一'));
    expect(await isIntact(hash)).to.equal(true);
    writeFileSync(pathOf(hash), '证据二');
    expect(await isIntact(hash)).to.equal(false);
    let failure: unknown;
    await readStored(sm3('从未存入')).catch((error: unknown) => (failure = error));
    expect(failure).to.be.instanceOf(FileMissing);
  });

  it('refuses names that are no digests', async () => {
    let failure: unknown;
    await readStored('../../etc/passwd').catch((error: unknown) => (failure = error));
    expect(failure).to.be.instanceOf(RangeError);
  });

  it('deletes old files that no row names, and no others', async () => {
    const kept = await storeFile(Buffer.from('有登记'));
    const orphan = await storeFile(Buffer.from('无登记'));
    const fresh = await storeFile(Buffer.from('刚存入'));
    const longAgo = new Date('2020-01-01T00:00:00Z');
    for (const each of [kept, orphan]) utimesSync(pathOf(each.hash), longAgo, longAgo);
    expect(await deleteOrphans((hash) => Promise.resolve(hash === kept.hash))).to.equal(1);
    expect(readFileSync(pathOf(kept.hash), 'utf8')).to.equal('有登记');
    expect(readFileSync(pathOf(fresh.hash), 'utf8')).to.equal('刚存入');
    expect(await isIntact(orphan.hash)).to.equal(false);
  });
});
