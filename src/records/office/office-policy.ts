import { type EntityManager, In } from 'typeorm';
import { type ClockPolicy, defaultPolicy } from '../../domain/clock/consultations.js';
import { OfficeRecord } from './office.js';

/** How an office has decided the questions that the law leaves open; the house's own answers where it has not. */
export async function clockPolicyOf(manager: EntityManager, officeId: string): Promise<ClockPolicy> {
  return (await clockPoliciesOf(manager, [officeId])).get(officeId) ?? defaultPolicy;
}

/** The same of several offices, by office. One that there is not has no entry. */
export async function clockPoliciesOf(
  manager: EntityManager,
  officeIds: readonly string[],
): Promise<ReadonlyMap<string, ClockPolicy>> {
  const offices = await manager.find(OfficeRecord, {
    select: { id: true, settings: true },
    where: { id: In([...new Set(officeIds)]) },
  });
  return new Map(offices.map(({ id, settings }) => [id, policyIn(settings)]));
}

function policyIn({ excludesSendingDay }: OfficeRecord['settings']): ClockPolicy {
  return typeof excludesSendingDay === 'boolean' ? { ...defaultPolicy, excludesSendingDay } : defaultPolicy;
}
