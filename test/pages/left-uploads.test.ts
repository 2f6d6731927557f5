import { expect } from 'chai';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearLeftUploads } from '../../src/web/uploads.js';

describe('files that were being sent when the program was cut off', () => {
  it('are taken away at a later start; those of the moment are not', () => {
    const folder = mkdtempSync(join(tmpdir(), 'uploads-'));
    for (const name of ['left', 'sent-now']) writeFileSync(join(folder, name), '身份证复印件');
    const longAgo = new Date('2020-01-01T00:00:00Z');
    utimesSync(join(folder, 'left'), longAgo, longAgo);
    clearLeftUploads(folder);
    expect(readdirSync(folder)).to.deep.equal(['sent-now']);
    rmSync(folder, { recursive: true });
  });
});
