import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type CaseFile, CaseFiles } from '../casework/case-file.js';
import { ApplicationNotFound } from '../casework/refusals.js';
import type { AccountRecord } from '../records/account.js';
import { accountsOf } from '../records/accounts.js';
import { type Particular, type Particulars, noteAccess, particularsOf } from '../records/particulars.js';
import { ProblemException } from '../web/problems.js';
import type { Viewer } from '../web/viewer.js';

/** Takes cases to the desk: what a person may see of them, what he may do with them. */
@Injectable()
export class CaseDesk {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly files: CaseFiles,
  ) {}

  /** A case to read: of the own office or one below. Throws a 404 problem. */
  read(viewer: Viewer, id: string): Promise<CaseFile> {
    return this.open(id, viewer.visibleOfficeIds);
  }

  /** A case to work on: of the own office alone. Throws a 404 problem. */
  take(viewer: Viewer, id: string): Promise<CaseFile> {
    return this.open(id, [viewer.officeId]);
  }

  /** The people of the office that has the case. */
  people({ application }: CaseFile): Promise<AccountRecord[]> {
    return accountsOf(this.dataSource.manager, [application.officeId]);
  }

  /** For masking: nobody sees them as they are. */
  particulars({ application }: CaseFile): Promise<Particulars> {
    return particularsOf(this.dataSource.manager, application.id);
  }

  /** To be shown as they are; who sees them is written down in the same transaction. */
  unmask({ application }: CaseFile, viewer: Viewer): Promise<Particulars> {
    return this.dataSource.transaction(async (manager) => {
      const particulars = await particularsOf(manager, application.id);
      const seen = (Object.keys(particulars) as Particular[]).filter((name) => particulars[name]);
      if (seen.length > 0) await noteAccess(manager, application, viewer, seen);
      return particulars;
    });
  }

  private async open(id: string, officeIds: readonly string[]): Promise<CaseFile> {
    try {
      return await this.files.open(id, officeIds);
    } catch (fault) {
      if (fault instanceof ApplicationNotFound)
        throw new ProblemException('not-found', { detail: fault.message });
      throw fault;
    }
  }
}
