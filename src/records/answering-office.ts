import { type AnsweringOffice, type OfficeStanding, officeStandings } from '../domain/remedy/routes.js';
import type { OfficeKind, OfficeRecord } from './office.js';

const standingByKind: Readonly<Record<OfficeKind, OfficeStanding>> = {
  'district-government-office': 'department',
  department: 'department',
  town: 'lowerGovernment',
  other: 'department',
};

/** 司法行政部门 have a choice of organs (《行政复议法》第二十八条). */
const JUSTICE = /司法[局厅]$/u;

const isStanding = (value: unknown): value is OfficeStanding =>
  typeof value === 'string' && Object.hasOwn(officeStandings, value);

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

/**
 * The office as the remedies paragraph needs it. Where it stands is read from its kind and name unless its settings
 * say `standing`; `superior`, `court` and `internetFiling` are there too.
 */
export function answeringOffice({
  name,
  kind,
  government,
  settings,
}: Pick<OfficeRecord, 'name' | 'kind' | 'government' | 'settings'>): AnsweringOffice {
  const { standing } = settings;
  const superior = textOf(settings['superior']);
  const court = textOf(settings['court']);
  const internetFiling = textOf(settings['internetFiling']);
  return {
    name,
    standing: isStanding(standing) ? standing : JUSTICE.test(name) ? 'justice' : standingByKind[kind],
    government,
    ...(superior ? { superior } : {}),
    ...(court ? { court } : {}),
    ...(internetFiling ? { internetFiling } : {}),
  };
}
