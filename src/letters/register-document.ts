import { definitionOf } from '../domain/acts/acts.js';
import { factNames, factOf, factSources } from '../domain/letter/facts.js';
import { type LetterKind, letterKinds, letterOf } from '../domain/letter/register.js';
import { printCitation } from '../domain/law/citation.js';

/** docs/letters-register.md: every kind of letter and every fact, written from the register; a test refuses it stale. */
export function registerDocument(): string {
  return [
    '# 文书目录',
    '',
    '本页由 `npm run docs:letters` 从文书登记表写出，不要手改。模板写法见 [文书](letters.md)。',
    '',
    '## 文书种类',
    '',
    '“必备内容”缺一项就不能预览、不能制发。“文号系列”空着的不编文号。',
    '',
    '| 模板文件夹 | 标题 | 由哪项记录引出 | 依据 | 文号系列 | 必备内容 | 可选内容 |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...letterKinds.map(kindRow),
    '',
    '## 内容名称',
    '',
    '| 名称 | 来源 |',
    '| --- | --- |',
    ...factNames.map((name) => `| ${factOf(name).label} | ${factSources[factOf(name).source]} |`),
    '',
  ].join('\n');
}

function kindRow(kind: LetterKind): string {
  const { title, trigger, article, series = '', required, optional } = letterOf(kind);
  const labels = (names: typeof required): string => names.map((name) => factOf(name).label).join('、');
  const cells = [
    `\`${kind}\``,
    title,
    trigger ? definitionOf(trigger).name : '需要时另拟',
    article ? printCitation(article) : '',
    series,
    labels(required),
    labels(optional),
  ];
  return `| ${cells.join(' | ')} |`;
}
