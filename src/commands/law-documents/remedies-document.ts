import { reconsiderationComesFirst } from '../../domain/clock/appeal-periods.js';
import { type OutcomeId, outcomeIds, outcomeTitle, outcomes } from '../../domain/outcome/outcomes.js';
import {
  type AnsweringOffice,
  type OfficeStanding,
  officeStandings,
  reconsiderationOrgans,
  remedyParagraph,
  remedyRoutes,
} from '../../domain/remedy/routes.js';
import { type LocalDate, chinese, localDate } from '../../domain/time/local-date.js';
import { code, document, table } from './markdown.js';

/** The last day of the old law, the first of the new, and the first of 法释〔2025〕8号. */
export const days: readonly LocalDate[] = ['2023-12-31', '2024-01-01', '2025-06-01'].map(localDate);
export const standings = Object.keys(officeStandings) as OfficeStanding[];

/** An invented office of that standing. */
export const officeOf = (standing: OfficeStanding, superior?: string): AnsweringOffice => ({
  name: '某某机关',
  standing,
  government: '某某区人民政府',
  ...(superior ? { superior } : {}),
  court: '某某区人民法院',
  internetFiling: '某某行政复议服务平台',
});

/** One outcome for each way of turning against a reply. */
const examples: readonly OutcomeId[] = ['granted', 'deliberative'];

const wayOf = (id: OutcomeId, on: LocalDate): string => {
  if (outcomes[id].remedy === 'none') return '无救济告知';
  return reconsiderationComesFirst(id, on) ? '先复议' : '复议或者起诉';
};

function paragraphs(): string[] {
  return days.flatMap((on) =>
    examples.flatMap((id) =>
      [false, true].flatMap((online) => {
        const routes = remedyRoutes(id, on, officeOf('department', '某某市某某局'), online);
        if (!routes) return [];
        const how = online ? '网上送达' : '其他方式送达';
        return [`### ${chinese(on)}，${outcomeTitle(id)}，${how}`, `> ${remedyParagraph(routes)}`];
      }),
    ),
  );
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
    '行政复议法第二十四条至第二十八条；2017年修正版第十二条至第十五条。',
    table(
      ['机关性质', '上一级主管部门', ...days.map(chinese)],
      standings.flatMap((standing) =>
        [undefined, '某某市某某局'].map((superior) => [
          officeStandings[standing],
          superior ?? '（未设定）',
          ...days.map((on) => reconsiderationOrgans(officeOf(standing, superior), on).join('或者')),
        ]),
      ),
    ),
    '## 三、告知的文字',
    '以工作部门为例，其他机关只是复议机关不同。',
    ...paragraphs(),
  );
}
