import type { EntityManager } from 'typeorm';
import { OfficeRecord } from '../office/office.js';
import { ApplicationRecord } from './application.js';
import { ParticularsSeen } from './particulars-seen.js';

/** Who saw what of which case. The applicant's name is not among it. */
export interface AccessLine {
  readonly at: Date;
  readonly accountName: string;
  readonly officeName: string;
  readonly number: string;
  readonly what: string;
}

/** Personal data seen unmasked in cases of these offices, the latest first; `search` is part of a name or a number. */
export function accessLines(
  manager: EntityManager,
  officeIds: readonly string[],
  search: string,
): { count(): Promise<number>; lines(from: number, most: number): Promise<AccessLine[]> } {
  const seen = manager
    .createQueryBuilder(ParticularsSeen, 'seen')
    .innerJoin(ApplicationRecord, 'application', 'application.id = seen.applicationId')
    .innerJoin(OfficeRecord, 'office', 'office.id = seen.officeId')
    .where('seen.officeId = ANY (:officeIds)', { officeIds });
  if (search !== '') {
    seen.andWhere('(strpos(seen.accountName, :search) > 0 OR strpos(application.number, :search) > 0)', {
      search,
    });
  }
  return {
    count: () => seen.getCount(),
    lines: (from, most) =>
      seen
        .clone()
        .select('seen.at', 'at')
        .addSelect('seen.accountName', 'accountName')
        .addSelect('seen.what', 'what')
        .addSelect('office.shortName', 'officeName')
        .addSelect('application.number', 'number')
        .orderBy('seen.at', 'DESC')
        .addOrderBy('seen.id')
        .offset(from)
        .limit(most)
        .getRawMany<AccessLine>(),
  };
}
