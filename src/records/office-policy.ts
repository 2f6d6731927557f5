import type { EntityManager } from 'typeorm';
import { type ClockPolicy, defaultPolicy } from '../domain/clock/consultations.js';
import { OfficeRecord } from './office.js';

/** How an office has decided the questions that the law leaves open; the house's own answers where it has not. */
export async function clockPolicyOf(manager: EntityManager, officeId: string): Promise<ClockPolicy> {
  const office = await manager.findOne(OfficeRecord, {
    select: { id: true, settings: true },
    where: { id: officeId },
  });
  const { excludesSendingDay } = office?.settings ?? {};
  return typeof excludesSendingDay === 'boolean' ? { ...defaultPolicy, excludesSendingDay } : defaultPolicy;
}
