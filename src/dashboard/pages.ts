import type { Share } from '../domain/statistics/rates.js';
import type { LocalDate } from '../domain/time/local-date.js';
import type { FormState } from '../web/forms.js';
import type { Option } from '../web/options.js';
import { definePage, type PageContract } from '../web/page.js';

/** A cell of the table component. */
export type Cell = string | number | { readonly text: string; readonly href?: string };

/** What the table component takes. */
export interface TableView {
  readonly caption: string;
  /** What the numbers mean, from the dictionary. */
  readonly note?: string;
  readonly columns: readonly {
    readonly label: string;
    readonly align?: 'right';
    readonly wide?: boolean;
    /** On paper never over two lines: numbers of cases. */
    readonly whole?: boolean;
  }[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A dial as the page shows it. */
export interface DialView {
  readonly kind: 'reconsideration' | 'litigation';
  readonly name: string;
  /** 3/41（7.32 %） or 4.11 %（17/414）. */
  readonly figure: string;
  readonly href?: string;
  readonly verdict: string;
  readonly level: 'good' | 'bad' | 'none';
  readonly formula: string;
  readonly outlook: string;
  readonly pendingHref?: string;
  readonly chart: string;
  readonly monthsChart: string;
  readonly yearsChart: string;
  readonly months: TableView;
  readonly years: TableView;
}

/** What chooses year, day and office. */
export interface ScopeView {
  readonly form: FormState;
  readonly yearOptions: readonly Option[];
  readonly officeOptions: readonly Option[];
}

export interface DashboardPage extends PageContract {
  readonly scope: ScopeView;
  readonly office: string;
  readonly until: LocalDate;
  /** Of a past day: which of the two looks back this is, and the way to the other. */
  readonly lookBack?: { readonly says: string; readonly other: string; readonly href: string };
  readonly answer: string;
  readonly within: boolean;
  readonly empty: boolean;
  readonly dials: readonly DialView[];
  readonly readings: TableView;
  readonly rejected: Share;
  readonly onTime: string;
  readonly timings: TableView;
  readonly pending: TableView;
  readonly pendingTotal: number;
  readonly pendingHref: string;
  readonly taken: TableView;
  readonly takenSays: string;
  readonly takenChart: string;
  readonly workload: TableView;
  readonly signs: TableView;
  readonly breakdowns: readonly TableView[];
  readonly exports: readonly { href: string; label: string }[];
}

/** What a list says besides title and navigation. */
export interface ListView {
  readonly sub: string;
  /** The way back to the number. */
  readonly back: { readonly href: string; readonly label: string };
  /** 导出 Excel. */
  readonly sheet: string;
  readonly table: TableView;
  /** Lists go on from a place, however long they are: there are no numbered pages. */
  readonly walk: { readonly summary: string; readonly first?: string; readonly next?: string };
}

interface CountedListPage extends PageContract, ListView {}

interface ReadingsPage extends PageContract {
  readonly form: FormState;
  readonly district: string;
  readonly mayChange: boolean;
  readonly reconsiderationOptions: readonly (Option & { hint: string })[];
  readonly litigationOptions: readonly (Option & { hint: string })[];
  readonly lines: readonly { at: Date; by: string; text: string }[];
}

interface DictionaryPage extends PageContract {
  readonly table: TableView;
}

export const dictionaryPage = definePage<DictionaryPage>('dashboard/dictionary');
export const dashboardPage = definePage<DashboardPage>('dashboard/dashboard');
export const wallPage = definePage<DashboardPage>('dashboard/wall');
export const countedListPage = definePage<CountedListPage>('dashboard/list');
export const readingsPage = definePage<ReadingsPage>('dashboard/readings');
