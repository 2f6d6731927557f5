import { expect } from 'chai';
import { days, officeOf, standings } from '../../src/commands/law-documents/remedies-document.js';
import { outcomeIds, outcomes } from '../../src/domain/outcome/outcomes.js';
import { reconsiderationOrgans, remedyParagraph, remedyRoutes } from '../../src/domain/remedy/routes.js';
import { localDate } from '../../src/domain/time/local-date.js';

/** 条例第十四条至第十六条, and 部分公开 for its refused part. */
const first = [
  'partial',
  'stateSecret',
  'forbiddenByLaw',
  'securityAndStability',
  'thirdPartyRights',
  'internalAffairs',
  'deliberative',
  'enforcementFile',
];

describe('the remedies paragraph: outcome × day × office × service', () => {
  it('names reconsideration first for refusals under 条例14–16 since 2024, and for nothing else', () => {
    expect(outcomeIds.filter((id) => outcomes[id].remedy === 'reconsiderationFirst')).to.deep.equal(first);
    expect(outcomeIds.filter((id) => outcomes[id].remedy === 'none')).to.deep.equal(['withdrawn']);
    for (const id of outcomeIds)
      for (const on of days) {
        const routes = remedyRoutes(id, on, officeOf('department'), false);
        expect(routes?.reconsiderationFirst ?? false, `${id} ${on}`).to.equal(
          first.includes(id) && on >= '2024-01-01',
        );
      }
  });

  it('tells organ, periods and court in every combination, and the channel only where it must', () => {
    for (const id of outcomeIds)
      for (const on of days)
        for (const standing of standings)
          for (const online of [false, true]) {
            const office = officeOf(standing, '某某市某某局');
            const routes = remedyRoutes(id, on, office, online);
            if (!routes) continue;
            const told = remedyParagraph(routes);
            const where = `${id} ${on} ${standing}`;
            expect(told, where).to.contain('60日').and.contain('某某区人民法院');
            expect(told, where).to.contain(routes.reconsiderationFirst ? '15日' : '6个月');
            expect(told.includes('应当先'), where).to.equal(routes.reconsiderationFirst);
            for (const organ of reconsiderationOrgans(office, on)) expect(told, where).to.contain(organ);
            // 行政复议法第二十二条第二款, since 2024.
            expect(told.includes('某某行政复议服务平台'), where).to.equal(online && on >= '2024-01-01');
          }
  });

  it('goes to the government alone since 2024, save for justice and what stands under its own line', () => {
    const organs = (standing: (typeof standings)[number], on: string) =>
      reconsiderationOrgans(officeOf(standing, '某某市某某局'), localDate(on));
    expect(organs('department', '2023-12-31')).to.deep.equal(['某某区人民政府', '某某市某某局']);
    expect(organs('department', '2024-01-01')).to.deep.equal(['某某区人民政府']);
    expect(organs('dispatched', '2024-01-01')).to.deep.equal(['某某区人民政府']);
    expect(organs('lowerGovernment', '2024-01-01')).to.deep.equal(['某某区人民政府']);
    expect(organs('provincialGovernment', '2024-01-01')).to.deep.equal(['某某机关']);
    expect(organs('vertical', '2024-01-01')).to.deep.equal(['某某市某某局']);
    expect(organs('justice', '2024-01-01')).to.deep.equal(['某某区人民政府', '某某市某某局']);
    expect(reconsiderationOrgans(officeOf('justice'), localDate('2024-01-01'))).to.deep.equal([
      '某某区人民政府',
      '上一级司法行政部门',
    ]);
  });

  it('can be given for a letter of any year', () => {
    for (const on of ['2010-01-04', '2017-06-30', '2026-11-23'])
      expect(remedyRoutes('granted', localDate(on), officeOf('department'), true)?.suitWithin).to.equal(
        '6个月',
      );
  });
});
