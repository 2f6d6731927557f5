import { type AnsweringOffice, type OfficeStanding, officeStandings } from '../../domain/remedy/organs.js';
import type { OfficeKind, OfficeRecord } from './office.js';

const standingByKind: Readonly<Record<OfficeKind, OfficeStanding>> = {
  'district-government-office': 'department',
  department: 'department',
  town: 'lowerGovernment',
  other: 'department',
};

/** 街道办事处 is 派出机关 of the government (《行政复议法》第二十四条第一款第三项). */
const OUTPOST = /街道(?:办事处)?$/u;

/** 司法行政部门 have a choice of organs (《行政复议法》第二十八条). */
const JUSTICE = /司法[局厅]$/u;

const byName = (name: string): OfficeStanding | undefined =>
  JUSTICE.test(name) ? 'justice' : OUTPOST.test(name) ? 'outpost' : undefined;

const isStanding = (value: unknown): value is OfficeStanding =>
  typeof value === 'string' && Object.hasOwn(officeStandings, value);

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

/**
 * The office as the remedies paragraph needs it. Where it stands is read from its kind and name unless its settings
 * say `standing`; `superior`, `seat`, `court` and `internetFiling` are there too.
 */
export function answeringOffice({
  name,
  kind,
  government,
  settings,
}: Pick<OfficeRecord, 'name' | 'kind' | 'government' | 'settings'>): AnsweringOffice {
  const { standing } = settings;
  const superior = textOf(settings['superior']);
  const seat = textOf(settings['seat']);
  const court = textOf(settings['court']);
  const internetFiling = textOf(settings['internetFiling']);
  return {
    name,
    standing: isStanding(standing) ? standing : (byName(name) ?? standingByKind[kind]),
    government,
    ...(superior ? { superior } : {}),
    ...(seat ? { seat } : {}),
    ...(court ? { court } : {}),
    ...(internetFiling ? { internetFiling } : {}),
  };
}
