import { reconsiderationComesFirst } from '../../domain/clock/appeal-periods.js';
import { type OutcomeId, outcomeIds, outcomeTitle, outcomes } from '../../domain/outcome/outcomes.js';
import {
  type AnsweringOffice,
  type OfficeStanding,
  officeStandings,
  organArticle,
  reconsiderationOrgans,
} from '../../domain/remedy/organs.js';
import { remedyParagraph, remedyRoutes } from '../../domain/remedy/routes.js';
import { printCitation } from '../../domain/law/citation.js';
import { type LocalDate, chinese, localDate } from '../../domain/time/local-date.js';
import { code, document, table } from './markdown.js';

/** The last day of the old law, the first of the new, and the first of 法释〔2025〕8号. */
export const days: readonly LocalDate[] = ['2023-12-31', '2024-01-01', '2025-06-01'].map(localDate);
export const standings = Object.keys(officeStandings) as OfficeStanding[];

/** What an administrator writes into the data of an office. */
export const SUPERIOR = '某某市某某局';
export const SEAT = '某某县人民政府';

/** An invented office of that standing. */
export const officeOf = (standing: OfficeStanding, superior?: string, seat?: string): AnsweringOffice => ({
  name: '某某机关',
  standing,
  government: '某某区人民政府',
  ...(superior ? { superior } : {}),
  ...(seat ? { seat } : {}),
  court: '某某区人民法院',
  internetFiling: '某某行政复议服务平台',
});

const ways = ['复议或者起诉', '先复议'] as const;
const wayOf = (id: OutcomeId, on: LocalDate): string => {
  if (outcomes[id].remedy === 'none') return '无救济告知';
  return reconsiderationComesFirst(id, on) ? ways[1] : ways[0];
};

/** One outcome that stands for all with the same way on that day: their paragraphs are the same to the letter. */
const standsFor = (way: string, on: LocalDate): OutcomeId | undefined =>
  outcomeIds.find((id) => outcomes[id].remedy !== 'none' && wayOf(id, on) === way);

const told = (id: OutcomeId, on: LocalDate, office: AnsweringOffice, online: boolean): string => {
  const routes = remedyRoutes(id, on, office, online);
  return routes ? remedyParagraph(routes) : '';
};

/** The paragraphs of one day and way, office by office, for both kinds of service. */
function paragraphs(on: LocalDate, way: string): string[] {
  const id = standsFor(way, on);
  if (!id) return [];
  const rows = standings.map((standing) => {
    const office = officeOf(standing, SUPERIOR, SEAT);
    return [officeStandings[standing], told(id, on, office, false), told(id, on, office, true)];
  });
  return [`### ${chinese(on)}，${way}`, table(['机关性质', '网上送达以外的送达', '网上送达'], rows)];
}

/** docs/remedies.md: what a reply tells of remedies, for every outcome, day, office and service. */
export function remediesDocument(): string {
  return document(
    '救济告知',
    '答复书的救济告知由答复种类、答复之日、机关性质和送达方式推出，不由人填写（行政复议法第二十条第三款、第二十三条第二款：告知是义务）。三个日期：旧行政复议法的最后一天、新法施行之日、法释〔2025〕8号施行之日。',
    '## 一、先复议，还是可以选择',
    '条例第十四条至第十六条的不予公开，自2024年1月1日起先复议后诉讼（行政复议法第二十三条第一款第四项）；部分公开因其中不予公开的部分，同样告知（本系统口径）。',
    table(
      ['答复种类', '代码', ...days.map(chinese)],
      outcomeIds.map((id) => [outcomeTitle(id), code(id), ...days.map((on) => wayOf(id, on))]),
    ),
    '## 二、向谁申请复议',
    '行政复议法第二十四条至第二十八条；2017年修正版第十二条至第十五条。机关资料里没有填写名称的，写法律上的称呼。',
    table(
      ['机关性质', '名称', ...days.map(chinese), '旧法依据', '新法依据'],
      standings.flatMap((standing) =>
        [officeOf(standing), officeOf(standing, SUPERIOR, SEAT)].map((office) => [
          officeStandings[standing],
          office.superior ? '已填写' : '未填写',
          ...days.map((on) => reconsiderationOrgans(office, on).join('或者')),
          ...days.slice(0, 2).map((on) => printCitation(organArticle(standing, on))),
        ]),
      ),
    ),
    '## 三、告知的文字',
    `逐日、逐类列出全文；同一日、同一类的各种答复，文字一字不差。以“${SUPERIOR}”为上一级主管部门（派出机构、授权的组织为设立或者管理它的部门），“${SEAT}”为所在地人民政府。机关没有填写有管辖权的法院的，写“有管辖权的人民法院”；没有填写网上渠道的，写“复议机关公布的互联网渠道”。`,
    ...days.flatMap((on) => ways.flatMap((way) => paragraphs(on, way))),
  );
}
