import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { lawDocuments } from '../../src/commands/law-documents/documents.js';
import { projectRoot } from '../../src/infrastructure/project-root.js';

describe('documents written from the law', function () {
  this.timeout(60_000);
  for (const [name, written] of Object.entries(lawDocuments)) {
    it(`docs/${name} says what the program does; write it anew with \`npm run docs\``, () => {
      expect(readFileSync(join(projectRoot, 'docs', name), 'utf8')).to.equal(written());
    });
  }
});
