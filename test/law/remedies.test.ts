import { expect } from 'chai';
import {
  SEAT,
  SUPERIOR,
  days,
  officeOf,
  remediesDocument,
  standings,
} from '../../src/commands/law-documents/remedies-document.js';
import { type WayOfService, waysOfService } from '../../src/domain/acts/service.js';
import { outcomeIds, outcomes } from '../../src/domain/outcome/outcomes.js';
import {
  type OfficeStanding,
  officeStandings,
  reconsiderationOrgans,
} from '../../src/domain/remedy/organs.js';
import { remedyParagraph, remedyRoutes } from '../../src/domain/remedy/routes.js';
import { type LocalDate, chinese, localDate } from '../../src/domain/time/local-date.js';

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

  it('is heard by the organ that the statute of the day names for each kind of office', () => {
    const [G, D, S] = ['某某区人民政府', '某某市某某局', '某某县人民政府'];
    const heard: Readonly<Record<OfficeStanding, readonly [before: string[], since: string[]]>> = {
      department: [[G, D], [G]],
      dispatched: [[G, D], [G]],
      cityBranch: [
        [G, D],
        [G, S],
      ],
      outpost: [[G], [G]],
      lowerGovernment: [[G], [G]],
      authorised: [[D], [G]],
      provincialGovernment: [['某某机关'], ['某某机关']],
      vertical: [[D], [D]],
      justice: [
        [G, D],
        [G, D],
      ],
    };
    for (const standing of standings) {
      const office = officeOf(standing, D, S);
      const [before, since] = heard[standing];
      expect(reconsiderationOrgans(office, localDate('2023-12-31')), standing).to.deep.equal(before);
      for (const on of ['2024-01-01', '2025-06-01'])
        expect(reconsiderationOrgans(office, localDate(on)), standing).to.deep.equal(since);
    }
  });

  it('calls an organ that the office has not named as the statute does', () => {
    const unnamed = (standing: OfficeStanding, on: string) =>
      reconsiderationOrgans(officeOf(standing), localDate(on)).at(-1);
    expect(unnamed('department', '2023-12-31')).to.equal('上一级主管部门');
    expect(unnamed('dispatched', '2023-12-31')).to.equal('设立该派出机构的部门');
    expect(unnamed('cityBranch', '2024-01-01')).to.equal('其所在地的人民政府');
    expect(unnamed('authorised', '2023-12-31')).to.equal('某某区人民政府');
    expect(unnamed('vertical', '2024-01-01')).to.equal('上一级主管部门');
    expect(unnamed('justice', '2024-01-01')).to.equal('上一级司法行政部门');
  });

  it('stands whole in docs/remedies.md: outcome × day × office × way of service', () => {
    const lines = remediesDocument().split('\n');
    const section = (on: LocalDate, way: string): string[] => {
      const from = lines.indexOf(`### ${chinese(on)}，${way}`);
      return from < 0 ? [] : lines.slice(from, from + 4 + standings.length);
    };
    const services = Object.keys(waysOfService) as WayOfService[];
    let told = 0;
    for (const id of outcomeIds)
      for (const on of days)
        for (const standing of standings)
          for (const service of services) {
            const online = service === 'internet';
            const routes = remedyRoutes(id, on, officeOf(standing, SUPERIOR, SEAT), online);
            if (!routes) continue;
            const way = routes.reconsiderationFirst ? '先复议' : '复议或者起诉';
            const row = section(on, way).find((line) => line.startsWith(`| ${officeStandings[standing]} |`));
            const cells = row?.split(' | ') ?? [];
            const where = `${id} ${on} ${standing} ${service}`;
            expect(cells[online ? 2 : 1]?.replace(/ \|$/u, ''), where).to.equal(remedyParagraph(routes));
            told += 1;
          }
    // All outcomes but 撤回, three days, nine kinds of office, seven ways of service.
    expect(told).to.equal((outcomeIds.length - 1) * 3 * 9 * 7);
  });

  it('can be given for a letter of any year', () => {
    for (const on of ['2010-01-04', '2017-06-30', '2026-11-23'])
      expect(remedyRoutes('granted', localDate(on), officeOf('department'), true)?.suitWithin).to.equal(
        '6个月',
      );
  });
});
