import { definitionOf, isActOfTime } from '../../acts/acts.js';
import { impossible } from '../../law/finding.js';
import { lapsesOf } from '../wakes.js';
import type { Rule } from './question.js';
import { periodsBefore } from './timeliness.js';

/** 视为: what the law brings about by lapse of time happens when the period is over, and not before. */
export const lapsedIndeed: Rule = (question) => {
  const { act, today } = question;
  if (!isActOfTime(act.type)) return [];
  const matter = 'id' in act ? act.id : '';
  const due = lapsesOf(periodsBefore(question)).find((w) => w.act === act.type && w.matter === matter);
  if (due && due.on < today && act.on >= due.on) return [];
  const says = `期限尚未届满，“${definitionOf(act.type).name}”还没有发生。`;
  return [impossible('notLapsed', says, '期限届满后由系统自动记录，请不要提前办理。', { field: 'on' })];
};
