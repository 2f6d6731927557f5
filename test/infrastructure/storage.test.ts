import { readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect } from 'chai';
import { privateFolder } from '../../src/infrastructure/folders.js';
import { sm3 } from '../../src/infrastructure/sm3.js';
import {
  clearUnsent,
  FileMissing,
  keepUnsent,
  readStored,
  storeFile,
  storeUnsent,
} from '../../src/infrastructure/storage.js';
import { failureOf } from '../support/failure.js';

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

  it('notices content that is lost', async () => {
    let failure: unknown;
    await readStored(sm3('从未存入')).catch((error: unknown) => (failure = error));
    expect(failure).to.be.instanceOf(FileMissing);
  });

  it('refuses names that are no digests', async () => {
    let failure: unknown;
    await readStored('../../etc/passwd').catch((error: unknown) => (failure = error));
    expect(failure).to.be.instanceOf(RangeError);
  });

  it('keeps apart what was never sent, and clears it when it is a week old', async () => {
    const unsentPath = (hash: string): string => join(privateFolder('unsent'), hash.slice(0, 2), hash);
    const old = await storeUnsent(Buffer.from('没有交上的材料'));
    const fresh = await storeUnsent(Buffer.from('正在填写的材料'));
    const sent = await storeUnsent(Buffer.from('交上的材料'));
    await keepUnsent(sent.hash);
    const longAgo = new Date('2020-01-01T00:00:00Z');
    for (const { hash } of [old, sent]) utimesSync(unsentPath(hash), longAgo, longAgo);
    utimesSync(pathOf(sent.hash), longAgo, longAgo);
    expect(await clearUnsent()).to.equal(2);
    expect(await text(await readStored(sent.hash))).to.equal('交上的材料');
    expect(readFileSync(unsentPath(fresh.hash), 'utf8')).to.equal('正在填写的材料');
    expect(await failureOf(keepUnsent(old.hash))).to.be.instanceOf(FileMissing);
    await keepUnsent(sent.hash);
  });
});
