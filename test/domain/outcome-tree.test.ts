import { expect } from 'chai';
import { outcomeIds, outcomeOf } from '../../src/domain/outcome/outcomes.js';
import { answerTree, treeSteps } from '../../src/domain/outcome/tree.js';
import { everyWay, walk, wayInWords } from '../../src/domain/outcome/way.js';

const ours = 'clear/information/ours';
const open = `${ours}/found/unpublished`;
const grounds = {
  stateSecret: 'stateSecret',
  forbiddenByLaw: 'forbiddenByLaw',
  securityAndStability: 'securityAndStability',
  thirdPartyRights: 'thirdPartyRights/objects',
  internalAffairs: 'internalAffairs',
  deliberative: 'deliberative/free',
  enforcementFile: 'enforcementFile/free',
};

/** Every way that there should be, written by hand: what a jurist would draw on paper. */
const intended: readonly (readonly [string, string])[] = [
  ['unclearAfterCorrection', 'unclearAfterCorrection'],
  ['notCorrected', 'notCorrected'],
  ['notPaid', 'notPaid'],
  ['withdrawn', 'withdrawn'],
  ['clear/petition', 'petition'],
  ['clear/publication', 'publication'],
  ['clear/repeated', 'repeated'],
  ['clear/excessive', 'excessive'],
  ['clear/confirmation', 'confirmation'],
  ['clear/specialRegister', 'specialRegister'],
  ['clear/otherwise', 'otherwise'],
  ['clear/information/notResponsible', 'notResponsible'],
  [`${ours}/notHeld`, 'notHeld'],
  [`${ours}/needsCreation`, 'needsCreation'],
  [`${ours}/found/alreadyPublic`, 'alreadyPublic'],
  [`${open}/granted`, 'granted'],
  [`${open}/thirdPartyRights/granted`, 'granted'],
  [`${open}/deliberative/granted`, 'granted'],
  [`${open}/enforcementFile/granted`, 'granted'],
  ...Object.entries(grounds).flatMap(([ground, to]) => [
    [`${open}/${to}/partial`, 'partial'] as const,
    [`${open}/${to}/${ground}`, ground] as const,
  ]),
];

describe('补不补 → 该不该 → 有没有 → 给不给 → 当不当', () => {
  it('has exactly the ways intended, each to its outcome', () => {
    const ways = everyWay().map(({ way, outcome }) => [way, outcome]);
    expect(ways.sort()).to.deep.equal(intended.map((pair) => [...pair]).sort());
  });

  it('reaches every outcome of the one list, and ends in nothing else', () => {
    const reached = new Set(everyWay().map(({ outcome }) => outcome));
    expect([...reached].sort()).to.deep.equal([...outcomeIds].sort());
    for (const { outcome } of everyWay()) expect(outcomeOf(outcome).letter).to.match(/书$/u);
  });

  it('asks each question by somebody, none of another step before its own, and each choice once', () => {
    const asked = new Set<unknown>([answerTree.complete]);
    const order = Object.keys(treeSteps);
    for (const { way } of everyWay()) {
      const { answered = [] } = walk(way) ?? {};
      for (const { question } of answered) asked.add(question);
      const steps = answered.map(({ question }) => order.indexOf(question.step));
      expect(steps, way).to.deep.equal([...steps].sort((a, b) => a - b));
    }
    expect(asked.size).to.equal(Object.keys(answerTree).length);
    for (const { choices, asks } of Object.values(answerTree)) {
      expect(asks).to.match(/？$/u);
      expect(new Set(choices.map(({ id }) => id)).size).to.equal(choices.length);
    }
  });

  it('says a way in words, and leaves one that it does not know as it was kept', () => {
    expect(wayInWords(`${ours}/notHeld`)).to.equal(
      '补不补：内容明确，可以往下办 → 该不该：是，要的是政府信息 → ' +
        '该不该：是，本机关制作，或者由本机关保存、最初获取、牵头制作 → 有没有：检索以后没有找到',
    );
    expect(walk('clear/nonsense')).to.equal(undefined);
    expect(walk('clear/constructor')).to.equal(undefined);
    expect(walk(`${ours}/notHeld/found`)).to.equal(undefined);
    expect(wayInWords('clear/nonsense')).to.equal('clear/nonsense');
  });
});
