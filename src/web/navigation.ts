import { caseRoles, roles, type Role } from '../domain/office/role.js';
import { paths } from './paths.js';
import { holds, type Viewer } from './viewer.js';

interface NavigationEntry {
  label: string;
  href: string;
  /** A page belongs to the entry if its path begins so. */
  under: string;
  roles: readonly Role[];
  /** How many things wait there, and what they are called after the number. */
  count?: (viewer: Viewer) => number;
  counted?: string;
}

/** The main navigation, by role, in its order. */
const entries: readonly NavigationEntry[] = [
  { label: '待办', href: paths.desk, under: '/desk', roles },
  {
    label: '提醒',
    href: paths.reminders,
    under: '/reminders',
    roles: caseRoles,
    count: (viewer) => viewer.unreadReminders,
    counted: '条未读',
  },
  { label: '登记', href: paths.intake, under: '/intake', roles: ['clerk'] },
  {
    label: '待确认来件',
    href: paths.submissions,
    under: paths.submissions,
    roles: ['clerk'],
    count: (viewer) => viewer.pendingSubmissions,
    counted: '件待确认',
  },
  { label: '台账', href: paths.ledger, under: '/ledger', roles: caseRoles },
  {
    label: '文号',
    href: paths.letterNumbers,
    under: paths.letterNumbers,
    roles: ['clerk', 'handler', 'head', 'legal'],
  },
  {
    label: '期限',
    href: paths.deadlines,
    under: '/deadlines',
    roles: caseRoles,
  },
  {
    label: '公开目录',
    href: paths.catalogue,
    under: paths.catalogue,
    roles: ['clerk', 'handler', 'head', 'legal', 'leader'],
  },
  {
    label: '主动公开建议',
    href: paths.publications,
    under: paths.publications,
    roles: ['handler', 'head'],
  },
  {
    label: '复议应诉',
    href: paths.remedies,
    under: '/remedies',
    roles: ['handler', 'head', 'legal', 'leader'],
  },
  { label: '看板', href: paths.dashboard, under: '/dashboard', roles: ['head', 'legal', 'leader'] },
  {
    label: '年报',
    href: paths.annualReport,
    under: '/annual-report',
    roles: ['clerk', 'head', 'legal', 'leader'],
  },
  {
    label: '自查',
    href: paths.selfChecks,
    under: paths.selfChecks,
    roles: ['head', 'legal', 'leader'],
  },
  { label: '管理', href: paths.offices, under: '/admin', roles: ['admin'] },
];

/** The pages below 管理. A capability that has one adds a line here. */
const administration: readonly NavigationEntry[] = [
  { label: '机关', href: paths.offices, under: paths.offices, roles: ['admin'] },
  { label: '人员', href: paths.accounts, under: paths.accounts, roles: ['admin'] },
  { label: '查看记录', href: paths.accessRecord, under: paths.accessRecord, roles: ['admin'] },
  { label: '文书措辞', href: paths.wordings, under: paths.wordings, roles: ['admin'] },
  { label: '放假安排', href: paths.calendar, under: paths.calendar, roles: ['admin'] },
  { label: '统计口径', href: paths.rateReadings, under: paths.rateReadings, roles: ['admin'] },
];

/** One link as a page shows it. */
export interface NavigationLink {
  label: string;
  href: string;
  current: boolean;
  /** Absent when nothing waits. */
  count?: number;
  /** 条未读 */
  counted?: string;
}

function linksFor(list: readonly NavigationEntry[], viewer: Viewer, path: string): NavigationLink[] {
  const open = list.filter((entry) => holds(viewer, ...entry.roles));
  const within = open.filter(({ under }) => path === under || path.startsWith(`${under}/`));
  // Of two that a page belongs to, the nearer one: 待确认来件 lies below 登记.
  const current = within.reduce(
    (nearest, { under }) => (under.length > nearest.length ? under : nearest),
    '',
  );
  return open.map(({ label, href, under, count, counted }) => ({
    label,
    href,
    current: under === current,
    ...(count && counted && count(viewer) > 0 && { count: count(viewer), counted }),
  }));
}

export function mainNavigation(viewer: Viewer, path: string): NavigationLink[] {
  return linksFor(entries, viewer, path);
}

/** Empty outside 管理. */
export function administrationNavigation(viewer: Viewer, path: string): NavigationLink[] {
  return path.startsWith('/admin') ? linksFor(administration, viewer, path) : [];
}
