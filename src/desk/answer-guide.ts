import { inRow } from '../domain/acts/fields.js';
import { printCitation } from '../domain/law/citation.js';
import { outcomeOf } from '../domain/outcome/outcomes.js';
import { type TreeChoice, type TreeStep, treeSteps } from '../domain/outcome/tree.js';
import { backOn, further, walk } from '../domain/outcome/way.js';
import { emptyForm } from '../web/forms.js';
import type { Page } from '../web/page.js';
import { paths } from '../web/paths.js';
import { typedValues } from './act-form.js';
import { guidePage } from './act-pages.js';
import { type Posted, type Sheet, holding, sheetPage } from './act-sheet.js';
import { saysAnswer, textIn } from './answer-form.js';
import { rearranged, rearranges } from './answer-rearranging.js';

type Typed = Readonly<Record<string, string>>;

const GUIDE = 'guide';
const BACK = 'back';
const LEAVE = 'leave';

/** What a button within the form of an answer leads to: the form arranged anew, or its questions. Else undefined. */
export function answerArranged(sheet: Sheet, posted: Posted): Page | undefined {
  const pressed = posted['do'];
  if (!saysAnswer(sheet.type) || typeof pressed !== 'string') return undefined;
  const values = typedValues(sheet.inputs, posted);
  if (rearranges(pressed))
    return formWith(sheet, rearranged(pressed, values, sheet.file.application.content));
  const [word, of = ''] = pressed.split('.');
  return word === GUIDE ? questionPage(sheet, values, of, '') : undefined;
}

/** The next question after the choice made, the one before, or the form with the answer that was come to. */
export function guided(sheet: Sheet, posted: Posted): Page {
  const values = typedValues(sheet.inputs, posted);
  const of = textIn(posted, 'of');
  const choice = textIn(posted, 'choice');
  const before = textIn(posted, 'guideWay');
  if (choice === LEAVE) return formWith(sheet, values);
  const way = choice === BACK ? backOn(before) : choice === '' ? before : further(before, choice);
  const walked = walk(way);
  if (!walked?.outcome) return questionPage(sheet, values, of, walked ? way : '');
  const named = (name: string): string => (of === '' ? name : inRow('matters', Number(of), name));
  return formWith(sheet, { ...values, [named('outcome')]: walked.outcome, [named('way')]: way });
}

/** The form with these values, and the fields that they ask for. */
export function formWith(sheet: Sheet, values: Posted): Page {
  const arranged = holding(sheet, values);
  return sheetPage(arranged, emptyForm(typedValues(arranged.inputs, values)));
}

/** One question of the answer tree, with everything that was typed before it kept. */
export function questionPage(sheet: Sheet, kept: Typed, of: string, way: string): Page {
  const { file, type } = sheet;
  const { id, number, content } = file.application;
  const { answered = [], question } = walk(way) ?? walk('') ?? {};
  const row = /^\d{1,3}$/u.test(of) ? of : '';
  const order = Object.keys(treeSteps) as TreeStep[];
  const now = question ? order.indexOf(question.step) : 0;
  return guidePage({
    title: '一步一步选答复种类',
    id,
    number,
    version: file.version,
    request: content,
    of: row,
    matter: row === '' ? '' : textIn(kept, inRow('matters', Number(row), 'what')),
    way,
    steps: order.map((step, i) => ({
      name: treeSteps[step],
      state: i < now ? 'done' : i === now ? 'now' : 'open',
    })),
    answered: answered.map((one) => ({ asks: one.question.asks, says: one.choice.says })),
    asks: question?.asks ?? '',
    article: question ? printCitation(question.article) : '',
    first: question?.first ?? '',
    choices: (question?.choices ?? []).map((choice) => ({
      id: choice.id,
      says: choice.says,
      hint: choice.hint ?? '',
      ends: endOf(choice),
    })),
    action: paths.answerGuide(id, type),
    kept,
  });
}

function endOf({ leads }: TreeChoice): string {
  if (!('outcome' in leads)) return '';
  const { name, article, letter } = { article: undefined, ...outcomeOf(leads.outcome) };
  return [name, article ? printCitation(article) : '', `《${letter}》`].filter(Boolean).join('，');
}
