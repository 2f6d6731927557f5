import { type Citation, cite } from '../law/citation.js';
import { reconsiderationStatuteOn } from '../law/statutes.js';
import type { LocalDate } from '../time/local-date.js';

/** What kind of office answers: it decides which organ hears a reconsideration (行政复议法第二十四条至第二十八条). */
export const officeStandings = {
  department: '地方人民政府工作部门',
  dispatched: '部门派出机构',
  cityBranch: '直辖市、设区的市的部门按行政区划设立的派出机构',
  outpost: '政府派出机关（街道办事处、行政公署）',
  lowerGovernment: '地方人民政府（乡镇、区县、设区的市）',
  authorised: '授权的组织、以自己名义履行职责的内设机构',
  provincialGovernment: '省级人民政府或国务院部门',
  vertical: '实行垂直领导的机关（海关、金融、外汇、税务、国家安全）',
  justice: '司法行政部门',
} as const;
export type OfficeStanding = keyof typeof officeStandings;

/** Who answers, and above whom it stands. Names as the letter prints them. */
export interface AnsweringOffice {
  readonly name: string;
  readonly standing: OfficeStanding;
  /** 本级人民政府; for a government the one above it, for 派出机关 the one that has set it up. */
  readonly government: string;
  /** 上一级主管部门, or the department that 派出机构 and 授权的组织 belong to, where there is one. */
  readonly superior?: string;
  /** 所在地的人民政府 of a city department's branch. */
  readonly seat?: string;
  /** 有管辖权的人民法院, where the office has set it. */
  readonly court?: string;
  /** Where a reconsideration is filed on the internet (行政复议法第二十二条第二款). */
  readonly internetFiling?: string;
}

type Organs = (office: AnsweringOffice) => readonly string[];
interface Rule {
  readonly organs: Organs;
  readonly article: Citation;
}

const government: Organs = (office) => [office.government];
const self: Organs = ({ name }) => [name];
/** The organs, the second called as the statute calls it where the office has not set its name. */
const superior =
  (unnamed: string): Organs =>
  (office) => [office.superior ?? unnamed];
const either =
  (...of: readonly Organs[]): Organs =>
  (office) =>
    of.flatMap((organs) => organs(office));

const setter = superior('设立该派出机构的部门');
const above = superior('上一级主管部门');
const justiceAbove = superior('上一级司法行政部门');
const seat: Organs = (office) => [office.seat ?? '其所在地的人民政府'];
/** 授权的组织 is managed by a department or by the government itself. */
const manager: Organs = (office) => [office.superior ?? office.government];

const now = (article: number, paragraph?: number, item?: number): Citation =>
  cite('reconsideration', article, paragraph, item);
const before = (article: number, paragraph?: number, item?: number): Citation =>
  cite('reconsideration2017', article, paragraph, item);

/** Who hears a reconsideration, by kind of office, under the statute since 2024 and under the one before it. */
const jurisdiction: Readonly<
  Record<OfficeStanding, { readonly reconsideration: Rule; readonly reconsideration2017: Rule }>
> = {
  department: {
    reconsideration: { organs: government, article: now(24, 1, 1) },
    reconsideration2017: { organs: either(government, above), article: before(12, 1) },
  },
  dispatched: {
    reconsideration: { organs: government, article: now(24, 4) },
    reconsideration2017: { organs: either(government, setter), article: before(15, 1, 2) },
  },
  cityBranch: {
    reconsideration: { organs: either(government, seat), article: now(24, 4) },
    reconsideration2017: { organs: either(government, setter), article: before(15, 1, 2) },
  },
  outpost: {
    reconsideration: { organs: government, article: now(24, 1, 3) },
    reconsideration2017: { organs: government, article: before(15, 1, 1) },
  },
  lowerGovernment: {
    reconsideration: { organs: government, article: now(24, 1, 2) },
    reconsideration2017: { organs: government, article: before(13, 1) },
  },
  authorised: {
    reconsideration: { organs: government, article: now(24, 1, 4) },
    reconsideration2017: { organs: manager, article: before(15, 1, 3) },
  },
  provincialGovernment: {
    reconsideration: { organs: self, article: now(24, 2) },
    reconsideration2017: { organs: self, article: before(14) },
  },
  vertical: {
    reconsideration: { organs: above, article: now(27) },
    reconsideration2017: { organs: above, article: before(12, 2) },
  },
  justice: {
    reconsideration: { organs: either(government, justiceAbove), article: now(28) },
    reconsideration2017: { organs: either(government, justiceAbove), article: before(12, 1) },
  },
};

const ruleOf = (standing: OfficeStanding, on: LocalDate): Rule =>
  jurisdiction[standing][reconsiderationStatuteOn(on)];

/** The organs that hear a reconsideration of what the office does, by the statute in force on the day. */
export const reconsiderationOrgans = (office: AnsweringOffice, on: LocalDate): readonly string[] =>
  ruleOf(office.standing, on).organs(office);

/** Where the statute says so. */
export const organArticle = (standing: OfficeStanding, on: LocalDate): Citation =>
  ruleOf(standing, on).article;
