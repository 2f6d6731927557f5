import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { projectRoot } from '../../src/infrastructure/project-root.js';
import { settingsDocument } from '../../src/infrastructure/settings.js';

describe('docs/settings.md', () => {
  it('says what the program reads; write it anew with `npm run docs:settings`', () => {
    expect(readFileSync(join(projectRoot, 'docs', 'settings.md'), 'utf8')).to.equal(settingsDocument());
  });
});
