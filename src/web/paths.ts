/** A part that people have named, such as a 案号; the name of a route's parameter stays as it is. */
const part = (name: string): string => (name.startsWith(':') ? name : encodeURIComponent(name));

/**
 * Every address of the program, once. Pages, redirects and tests build addresses here;
 * controllers use the same strings as their routes.
 * To add one: a constant for a fixed address, a function for one with parts.
 */
export const paths = {
  home: '/',
  health: '/healthz',
  problem: (kind: string) => `/problems/${kind}`,
  styleguide: '/styleguide',

  signIn: '/sign-in',
  signInThenTo: (next: string) => `/sign-in?next=${encodeURIComponent(next)}`,
  signOut: '/sign-out',
  keptDraft: '/kept-draft',
  keptDraftItself: '/kept-draft?itself=yes',
  ownPassword: '/password',

  desk: '/desk',
  deskTab: (tab: string) => `/desk?tab=${tab}`,
  takeNext: '/desk/next',
  bulk: '/desk/bulk',

  intake: '/intake/new',
  intakeCheck: '/intake/check',
  intakeSave: '/intake',
  intakeDraft: '/intake/draft',
  intakeDates: '/intake/dates',
  intakeEarlier: '/intake/earlier',
  arrivals: '/intake/arrivals',
  registered: (id: string) => `/intake/registered/${id}`,

  submissions: '/intake/submissions',
  submission: (id: string) => `/intake/submissions/${id}`,
  submissionParticulars: (id: string) => `/intake/submissions/${id}/particulars`,
  submissionFile: (id: string, place: string | number) => `/intake/submissions/${id}/files/${place}`,
  submissionAttempts: (id: string) => `/intake/submissions/${id}/attempts`,
  submissionConfirmation: (id: string) => `/intake/submissions/${id}/confirmation`,
  submissionRefusal: (id: string) => `/intake/submissions/${id}/refusal`,

  case: (id: string) => `/cases/${id}`,
  act: (id: string, type: string) => `/cases/${id}/acts/${type}`,
  actPreview: (id: string, type: string) => `/cases/${id}/acts/${type}/preview`,
  actInputs: (id: string, type: string) => `/cases/${id}/acts/${type}/inputs`,
  answerCatalogue: (id: string, type: string) => `/cases/${id}/acts/${type}/catalogue`,
  answerGuide: (id: string, type: string) => `/cases/${id}/acts/${type}/guide`,
  actCorrection: (id: string, seq: number | string) => `/cases/${id}/record/${seq}`,
  particulars: (id: string) => `/cases/${id}/particulars`,
  applicantMending: (id: string) => `/cases/${id}/applicant`,
  attachments: (id: string) => `/cases/${id}/attachments`,
  attachment: (id: string, attachmentId: string) => `/cases/${id}/attachments/${attachmentId}`,
  caseDeadlines: (id: string) => `/cases/${id}/deadlines`,
  caseDeadline: (id: string, periodId: string) => `/cases/${id}/deadlines/${part(periodId)}`,
  deadlineAnnex: (id: string, periodId: string) => `/cases/${id}/deadlines/${part(periodId)}/annex`,
  whatIf: (id: string) => `/cases/${id}/what-if`,

  caseLetters: (id: string) => `/cases/${id}/letters`,
  replyLetter: (id: string) => `/cases/${id}/letters/reply`,
  replyLetterPdf: (id: string) => `/cases/${id}/letters/reply/pdf`,
  replyLetterWord: (id: string) => `/cases/${id}/letters/reply/word`,
  replyReview: (id: string) => `/cases/${id}/letters/reply/review`,
  replyComments: (id: string) => `/cases/${id}/letters/reply/comments`,
  replyFinished: (id: string) => `/cases/${id}/letters/reply/finished`,
  replyFinishedEnd: (id: string) => `/cases/${id}/letters/reply/finished/end`,
  dispatch: (id: string) => `/cases/${id}/dispatch`,
  dispatchClearance: (id: string, attachmentId: string) => `/cases/${id}/dispatch/${attachmentId}/clearance`,
  dispatchWithholding: (id: string, attachmentId: string) =>
    `/cases/${id}/dispatch/${attachmentId}/withholding`,
  letter: (id: string) => `/letters/${id}`,
  letterPdf: (id: string) => `/letters/${id}/pdf`,
  letterFile: (id: string) => `/letters/${id}/file`,
  letterWord: (id: string) => `/letters/${id}/word`,
  letterFacts: (id: string) => `/letters/${id}/facts`,
  letterIssue: (id: string) => `/letters/${id}/issue`,
  letterRecall: (id: string) => `/letters/${id}/recall`,
  letterNumbers: '/letter-numbers',
  letterFinished: (id: string) => `/letters/${id}/finished`,
  letterFinishedEnd: (id: string) => `/letters/${id}/finished/end`,
  letterDiscard: (id: string) => `/letters/${id}/discard`,

  ledger: '/ledger',
  ledgerText: '/ledger/export.csv',
  ledgerSheet: '/ledger/export.xlsx',
  savedViews: '/ledger/views',
  savedViewEnd: (id: string) => `/ledger/views/${id}/end`,
  ledgerImport: '/ledger/import',
  ledgerForm: '/ledger/import/form.xlsx',
  ledgerImported: (id: string) => `/ledger/imports/${id}`,
  ledgerImportProgress: (id: string) => `/ledger/imports/${id}/progress`,
  ledgerImportConfirmation: (id: string) => `/ledger/imports/${id}/confirmation`,
  ledgerImportRecheck: (id: string) => `/ledger/imports/${id}/recheck`,
  ledgerImportRefused: (id: string) => `/ledger/imports/${id}/refused.csv`,
  deadlines: '/deadlines',
  catalogue: '/catalogue',
  newCatalogueEntry: '/catalogue/new',
  catalogueEntry: (id: string) => `/catalogue/${id}`,
  catalogueEntryPublished: (id: string) => `/catalogue/${id}/published`,
  catalogueEntryChanged: (id: string) => `/catalogue/${id}/changed`,
  publications: '/publications',
  publicationOf: (caseId: string) => `/publications?case=${caseId}`,
  publicationDecision: (id: string) => `/publications/${id}/decision`,
  publicationPublished: (id: string) => `/publications/${id}/published`,
  remedies: '/remedies',
  appealNotice: '/remedies/new',
  appealNoticeOf: (caseId: string) => `/remedies/new?case=${caseId}`,
  appealReview: '/remedies/review',
  appealSchedule: '/remedies/schedule',
  proceeding: (id: string, number: string) => `/remedies/${id}/${part(number)}`,
  proceedingNote: (id: string, number: string, kind: string) =>
    `/remedies/${id}/${part(number)}/notes/${kind}`,
  proceedingEntry: (id: string, number: string, kind: string, entry: string) =>
    `/remedies/${id}/${part(number)}/notes/${kind}/${entry}`,
  filing: (id: string, number: string, kind: string) => `/remedies/${id}/${part(number)}/papers/${kind}`,
  filingFile: (id: string, number: string, kind: string, format: string) =>
    `/remedies/${id}/${part(number)}/papers/${kind}/${format}`,
  evidence: (id: string, number: string) => `/remedies/${id}/${part(number)}/evidence`,
  bundles: (id: string, number: string) => `/remedies/${id}/${part(number)}/bundles`,
  bundle: (id: string, number: string, bundle: string) => `/remedies/${id}/${part(number)}/bundles/${bundle}`,
  bundleProgress: (id: string, number: string, bundle: string) =>
    `/remedies/${id}/${part(number)}/bundles/${bundle}/progress`,
  bundleFile: (id: string, number: string, bundle: string, format: string) =>
    `/remedies/${id}/${part(number)}/bundles/${bundle}/${format}`,
  dashboard: '/dashboard',
  charts: '/charts',
  wall: '/dashboard/wall',
  countedProceedings: '/dashboard/proceedings',
  countedProceedingsSheet: '/dashboard/proceedings.xlsx',
  countedApplications: '/dashboard/applications',
  countedApplicationsSheet: '/dashboard/applications.xlsx',
  metricDictionary: '/dashboard/metrics',
  dashboardPdf: '/dashboard/export.pdf',
  dashboardSheet: '/dashboard/export.xlsx',
  rateReadings: '/admin/rate-readings',
  annualReport: '/annual-report',
  annualReportPdf: '/annual-report/export.pdf',
  annualReportSheet: '/annual-report/export.xlsx',
  annualReportWord: '/annual-report/export.docx',
  annualReportWebsite: '/annual-report/export.html',
  annualReportFreeze: '/annual-report/freeze',
  annualReportDraft: '/annual-report/draft',
  annualReportSubmission: '/annual-report/submission',
  annualReportPublication: '/annual-report/publication',
  annualReportFees: '/annual-report/fees',
  annualReportOffices: '/annual-report/offices',
  publishedReports: '/annual-report/published',
  publishedComparison: '/annual-report/published/comparison',
  publishedRemoval: '/annual-report/published/removal',

  selfChecks: '/self-checks',
  newSelfCheck: '/self-checks/new',
  selfCheck: (id: string) => `/self-checks/${id}`,
  selfCheckFile: (id: string, applicationId: string) => `/self-checks/${id}/files/${applicationId}`,
  selfCheckWords: (id: string) => `/self-checks/${id}/words`,
  selfCheckSubmission: (id: string) => `/self-checks/${id}/submission`,
  selfCheckReceipt: (id: string) => `/self-checks/${id}/receipt`,
  selfCheckPaper: (id: string, kind: string) => `/self-checks/${id}/export.${kind}`,

  accounts: '/admin/accounts',
  newAccount: '/admin/accounts/new',
  account: (id: string) => `/admin/accounts/${id}`,
  accountStanding: (id: string) => `/admin/accounts/${id}/standing`,
  accountPassword: (id: string) => `/admin/accounts/${id}/password`,

  accessRecord: '/admin/access-record',

  offices: '/admin/offices',
  newOffice: '/admin/offices/new',
  newOfficeBelow: (parentId: string) => `/admin/offices/new?parent=${parentId}`,
  office: (id: string) => `/admin/offices/${id}`,
  officeSeal: (id: string) => `/admin/offices/${id}/seal`,
  officeSealEnd: (id: string) => `/admin/offices/${id}/seal/end`,

  wordings: '/admin/wordings',
  wording: (kind: string) => `/admin/wordings/${kind}`,
  wordingSample: (kind: string) => `/admin/wordings/${kind}/sample`,
  wordingEnd: (kind: string) => `/admin/wordings/${kind}/end`,
  wordingVersion: (id: string) => `/admin/wordings/versions/${id}`,
  wordingVersionSample: (id: string) => `/admin/wordings/versions/${id}/sample`,

  calendar: '/admin/calendar',
  calendarYear: (year: number) => `/admin/calendar/years/${year}`,
  newNotice: (way: string) => `/admin/calendar/new?way=${way}`,
  noticeProposal: (id: string) => `/admin/calendar/proposals/${id}`,
  noticeConfirmation: (id: string) => `/admin/calendar/proposals/${id}/confirmation`,
  noticeWithdrawal: (id: string) => `/admin/calendar/proposals/${id}/withdrawal`,
  movedDays: (noticeId: string) => `/admin/calendar/notices/${noticeId}`,

  reminders: '/reminders',
  allRemindersRead: '/reminders/read',
  reminderRead: (id: string) => `/reminders/${id}/read`,
  reminderSettings: '/reminders/settings',
  reminderMail: '/reminders/settings/mail',
  reminderFeed: '/reminders/settings/feed',
  reminderFeedEnd: '/reminders/settings/feed/end',
  feed: (token: string) => `/feeds/${token}.ics`,

  portal: '/public',
  guide: (code: string) => `/public/offices/${part(code)}`,
  publicCatalogue: (code: string) => `/public/offices/${part(code)}/catalogue`,
  apply: (code: string) => `/public/offices/${part(code)}/apply`,
  applyStep: (code: string, step: string) => `/public/offices/${part(code)}/apply/${step}`,
  applySend: (code: string) => `/public/offices/${part(code)}/apply/send`,
  applyDraftEnd: (code: string) => `/public/offices/${part(code)}/apply/end`,
  submitted: '/public/submitted',
  submittedReceipt: '/public/submitted/receipt',
  submittedEnd: '/public/submitted/end',
  follow: '/public/follow',
  followEnd: '/public/follow/end',
  followCorrection: '/public/follow/correction',
  followReasons: '/public/follow/reasons',
  followWithdrawal: '/public/follow/withdrawal',
  followLetter: (id: string) => `/public/follow/letters/${id}`,
} as const;

/** An address with a query; empty and missing values are left out, lists are repeated. */
export function withQuery(
  path: string,
  query: Readonly<Record<string, string | number | readonly string[] | undefined>>,
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const values = typeof value === 'object' ? value : value === undefined || value === '' ? [] : [value];
    for (const one of values) search.append(name, String(one));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

/** The address if it lies within this program, else the home page: for `next` parameters. */
export function ownPath(address: unknown): string {
  return typeof address === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(address) ? address : paths.home;
}
