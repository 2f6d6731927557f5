import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { letterKinds, letterOf } from '../../src/domain/letter/register.js';
import { projectRoot } from '../../src/infrastructure/project-root.js';

const spoken = /《([^《》]*(?:告知书|通知书|答复书|征求意见书|第三方意见书|回执|送达回证))》/gu;

function filesUnder(folder: string, ending: RegExp): string[] {
  return readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => join(projectRoot, folder, name));
}

describe('the names of letters', () => {
  it('are those of the register wherever a text names one', () => {
    const titles = new Set(letterKinds.map((kind) => letterOf(kind).title));
    const texts = [
      ...filesUnder('src', /\.ts$/),
      ...filesUnder('templates', /\.(eta|txt)$/),
      ...filesUnder('docs', /\.md$/),
    ];
    const named = texts.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(spoken)].map(([, name = '']) => `${name}  ${file}`),
    );
    expect(named.length).to.be.above(0);
    expect(named.filter((line) => !titles.has(line.split('  ')[0] ?? ''))).to.deep.equal([]);
  });
});
