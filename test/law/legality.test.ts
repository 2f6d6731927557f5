import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { actors, signs } from '../../src/commands/law-documents/legality-document.js';
import { actsOf, proceedingsVisited } from '../../src/commands/law-documents/proceedings.js';
import { sampleActsOf } from '../../src/commands/law-documents/sample-acts.js';
import { proceedingStates, remedyStates, replyStates } from '../../src/commands/law-documents/states.js';
import { remedyState, replyState, visitedStates } from '../../src/commands/law-documents/traversal.js';
import { type ActType, actTypes, actsOfRecord, isActType } from '../../src/domain/acts/acts.js';
import { mayPerform } from '../../src/domain/application/authority.js';
import { remedyStateIds, replyStateIds } from '../../src/domain/application/reply-state.js';
import { advanceProceeding } from '../../src/domain/remedy/proceeding.js';
import { projectRoot } from '../../src/infrastructure/project-root.js';

type Cells = ReadonlyMap<ActType, ReadonlyMap<string, string>>;

/** The tables of docs/legality.md as a jurist reads them: act → column → sign. */
function tablesRead(): Cells[] {
  const parts = readFileSync(join(projectRoot, 'docs', 'legality.md'), 'utf8')
    .split(/^## /m)
    .slice(1);
  return parts.map((part) => {
    const [head = [], , ...rows] = part
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) =>
        line
          .slice(1, -1)
          .split('|')
          .map((cell) => cell.trim()),
      );
    const columns = head.map((cell) => /`(.+)`/.exec(cell)?.[1] ?? cell);
    return new Map(
      rows.map((row) => {
        const type = /`(.+)`/.exec(row[1] ?? '')?.[1] ?? '';
        if (!isActType(type)) throw new Error(`${type} is no act`);
        return [type, new Map(row.map((cell, i) => [columns[i] ?? '', cell] as const))] as const;
      }),
    );
  });
}

describe('docs/legality.md, state × act × role, against the machine', function () {
  this.timeout(60_000);
  let byRole: Cells, byState: Cells, reconsideration: Cells, suit: Cells;
  const cell = (table: Cells, type: ActType, column: string): string => table.get(type)?.get(column) ?? '';

  before(() => {
    const [first, second, third, fourth] = tablesRead();
    if (!first || !second || !third || !fourth) throw new Error('tables are missing');
    [byRole, byState, reconsideration, suit] = [first, second, third, fourth];
  });

  it('grants each act to those who may perform it', () => {
    expect([...byRole.keys()]).to.deep.equal(actTypes);
    for (const type of actTypes)
      for (const { name, actor } of actors)
        expect(cell(byRole, type, name) === '✓', `${type} ${name}`).to.equal(mayPerform(actor, type));
  });

  it('reaches every state of reply, remedy and proceeding', () => {
    const visited = visitedStates();
    const seen = (of: typeof replyState) => [...new Set(visited.map(({ snapshot }) => of(snapshot)))];
    expect(seen(replyState)).to.have.members(replyStates.map(({ id }) => id));
    expect(replyStateIds).to.have.members(replyStates.map(({ id }) => id));
    expect(remedyStateIds).to.have.members(remedyStates.map(({ id }) => id));
    expect(seen(remedyState).filter(Boolean)).to.have.members(remedyStates.map(({ id }) => id));
    for (const kind of ['reconsideration', 'suit'] as const)
      expect([...new Set(proceedingsVisited(kind).map(({ state }) => state))]).to.have.members(
        proceedingStates(kind).map(({ id }) => id),
      );
  });

  it('says ● of what is always taken, ○ of what may be, and nothing of what never is', () => {
    const visited = visitedStates();
    for (const type of byState.keys()) {
      const offers = sampleActsOf([type]);
      for (const { id } of replyStates) {
        const answers = new Set(
          visited
            .filter(({ snapshot }) => replyState(snapshot) === id)
            .map(({ snapshot }) => offers.some((act) => snapshot.can(act))),
        );
        const sign = answers.size === 2 ? signs.sometimes : answers.has(true) ? signs.always : signs.never;
        expect(cell(byState, type, id), `${type} in ${id}`).to.equal(sign);
      }
    }
  });

  it('has every act in one of the tables of states, and only once', () => {
    const listed = [...byState.keys(), ...reconsideration.keys(), ...suit.keys()];
    const opening: ActType[] = ['reconsideration.accepted', 'suit.served', ...actsOfRecord];
    expect([...listed, ...opening]).to.have.members(actTypes);
    expect(new Set(listed).size).to.equal(listed.length);
  });

  it('says the same of each proceeding', () => {
    for (const [kind, table] of [
      ['reconsideration', reconsideration],
      ['suit', suit],
    ] as const) {
      expect([...table.keys()]).to.deep.equal(actsOf(kind));
      for (const standing of proceedingsVisited(kind))
        for (const type of actsOf(kind)) {
          const taken = sampleActsOf([type]).some((act) => advanceProceeding(standing, act) !== undefined);
          const sign = cell(table, type, standing.state);
          expect(taken ? sign !== '' : sign !== '●', `${type} in ${standing.state}`).to.equal(true);
        }
    }
  });

  it('lets proceedings be opened in every open state, and on a closed case', () => {
    for (const { snapshot } of visitedStates()) {
      const open = replyState(snapshot) !== 'empty';
      for (const type of ['reconsideration.accepted', 'suit.served'] as const) {
        const [act] = sampleActsOf([type]);
        if (!act || !('id' in act)) throw new Error(`no sample of ${type}`);
        const fresh = { ...act, id: '从未用过' };
        expect(snapshot.can(fresh), `${type} in ${replyState(snapshot)}`).to.equal(open);
      }
    }
  });
});
