import { type Furnished, REVIEW } from './furnished-office.js';
import type { Route } from './routes.js';

/** Parts of an address that name no record. */
const plainParts: Readonly<Record<string, string>> = {
  ':type': 'act.corrected',
  ':seq': '1',
  ':periodId': 'reply',
  ':place': '0',
  ':number': encodeURIComponent(REVIEW),
  ':format': 'pdf',
  ':entry': '00000000-0000-4000-8000-000000000000',
};

/** The addresses of a route for what another office holds; none where the route is about nobody's record. */
export function addressesOf({ path }: Route, theirs: Furnished): string[] {
  const kinds = path.startsWith('/remedies') ? ['answer', 'directory', 'hearing'] : ['reply.granted'];
  const ids: readonly (readonly [RegExp, string])[] = [
    [/^\/letters\/:id/, theirs.letterId],
    [/^\/intake\/submissions\/:id/, theirs.submissionId],
    [/^\/self-checks\/:id/, theirs.selfCheckId],
    [/^\/ledger\/imports\/:id/, theirs.importId],
    [/^\/ledger\/views\/:id/, theirs.viewId],
    [/^\/publications\/:id/, theirs.publicationId],
    [/^\/catalogue\/:id/, theirs.catalogueEntryId],
    [/^\/reminders\/:id/, theirs.reminderId],
    [/^\/admin\/wordings\/versions\/:id/, theirs.wordingId],
    [/^\/admin\/accounts\/:id/, theirs.accountId],
    [/^\/admin\/offices\/:id/, theirs.office.id],
    [/^\/(cases|remedies|intake\/registered)\/:id/, theirs.caseId],
  ];
  const id = ids.find(([prefix]) => prefix.test(path))?.[1];
  if (id === undefined) return [];
  const named: Readonly<Record<string, string>> = {
    ...plainParts,
    ':id': id,
    ':applicationId': theirs.caseId,
    ':attachmentId': theirs.attachmentId,
    ':bundle': theirs.bundleId,
  };
  const addresses = path.includes(':kind') ? kinds.map((kind) => path.replace(':kind', kind)) : [path];
  return addresses.map((one) => one.replace(/:\w+/g, (part) => named[part] ?? part));
}
