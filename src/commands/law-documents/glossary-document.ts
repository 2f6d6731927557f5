import { actTypes, definitionOf } from '../../domain/acts/acts.js';
import { consultees } from '../../domain/acts/handling-acts.js';
import { channels } from '../../domain/acts/intake-acts.js';
import { waysOfService } from '../../domain/acts/service.js';
import { applicantKinds } from '../../domain/application/applicant.js';
import { receiptRules } from '../../domain/application/receipt.js';
import { stages } from '../../domain/application/stages.js';
import { type Limit, type LimitId, limits, unitNames } from '../../domain/clock/limits.js';
import { printCitation } from '../../domain/law/citation.js';
import { type StatuteId, statutes } from '../../domain/law/statutes.js';
import { roleNames } from '../../domain/office/role.js';
import { outcomeIds, outcomeOf, outcomeTitle } from '../../domain/outcome/outcomes.js';
import { resultRows } from '../../domain/outcome/rows.js';
import {
  type AppealResult,
  appealColumns,
  reconsiderationResults,
  suitResults,
} from '../../domain/remedy/results.js';
import { chinese } from '../../domain/time/local-date.js';
import { code, document, table } from './markdown.js';
import { proceedingStates, remedyStates, replyStates } from './states.js';

const names = (list: Readonly<Record<string, string>>): string =>
  table(
    ['术语', '代码'],
    Object.entries(list).map(([id, name]) => [name, code(id)]),
  );

const results = (list: Readonly<Record<string, AppealResult>>): string =>
  table(
    ['结果', '代码', '依据', '年报表四'],
    Object.entries(list).map(([id, { name, article, column }]) => [
      name,
      code(id),
      article ? printCitation(article) : '',
      appealColumns[column],
    ]),
  );

function statuteRows(): string[][] {
  return (Object.keys(statutes) as StatuteId[]).map((id) => {
    const { title, short, from, until } = { until: undefined, ...statutes[id] };
    return [title, short, code(id), chinese(from), until ? chinese(until) : ''];
  });
}

const limitRows = (): string[][] =>
  (Object.keys(limits) as LimitId[]).flatMap((id) =>
    (limits[id] as readonly Limit[]).map(({ name, amount, unit, article }) => [
      name,
      code(id),
      `${amount}${unitNames[unit]}`,
      printCitation(article),
    ]),
  );

/** docs/glossary.md: the words of the field, the names in the program, and where they stand in the law. */
export function glossaryDocument(): string {
  return document(
    '术语',
    '左边是法条和机关的用语，中间是程序里的名字，右边是依据。',
    '## 法源',
    table(['名称', '简称', '代码', '施行', '失效前最后一日'], statuteRows()),
    '## 事项（记录中的每一个行为）',
    table(
      ['术语', '代码', '依据'],
      actTypes.map((type) => [
        definitionOf(type).name,
        code(type),
        printCitation(definitionOf(type).article),
      ]),
    ),
    '## 期限',
    '同一期限在不同版本的法律下各有一行；按条例的收到日、行政复议法的申请日、诉讼的送达日选用。',
    table(['术语', '代码', '长度', '依据'], limitRows()),
    '## 答复种类',
    table(
      ['术语', '代码', '依据', '年报表三', '文书'],
      outcomeIds.map((id) => {
        const { article, row, letter } = outcomeOf(id);
        return [
          outcomeTitle(id),
          code(id),
          article ? printCitation(article) : '',
          resultRows[row].label,
          letter,
        ];
      }),
    ),
    '## 复议结果',
    results(reconsiderationResults),
    '## 诉讼结果',
    results(suitResults),
    '## 阶段',
    names(stages),
    '## 状态',
    table(
      ['术语', '代码', '依据'],
      [
        ...[...replyStates, ...remedyStates].map(({ name, id, article }) => [name, code(id), article]),
        ...proceedingStates('reconsideration').map(({ name, id, article }) => [
          name,
          code(`复议 ${id}`),
          article,
        ]),
        ...proceedingStates('suit').map(({ name, id, article }) => [name, code(`诉讼 ${id}`), article]),
      ],
    ),
    '## 申请渠道与收到之日',
    table(
      ['渠道', '代码', '收到之日', '依据'],
      (Object.keys(channels) as (keyof typeof channels)[]).map((id) => [
        channels[id],
        code(id),
        receiptRules[id].day,
        printCitation(receiptRules[id].article),
      ]),
    ),
    '## 送达方式',
    names(waysOfService),
    '## 征求对象',
    names(consultees),
    '## 申请人',
    names(applicantKinds),
    '## 岗位',
    names(roleNames),
  );
}
