import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { projectRoot } from '../../src/infrastructure/project-root.js';
import { registerDocument } from '../../src/letters/register-document.js';

describe('docs/letters-register.md', () => {
  it('is what the register of letters says (npm run docs:letters writes it anew)', () => {
    const written = readFileSync(join(projectRoot, 'docs', 'letters-register.md'), 'utf8');
    expect(written).to.equal(registerDocument());
  });
});
