import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { officeStandings } from '../domain/remedy/organs.js';
import { administrationLinesOf } from '../records/office/administration.js';
import { type OfficeRecord, officeKindNames } from '../records/office/office.js';
import { sealPictureOf } from '../records/office/office-seal.js';
import { officeById } from '../records/office/offices.js';
import { type FormState, emptyForm } from '../web/forms.js';
import { optionsOf } from '../web/options.js';
import type { Page } from '../web/page.js';
import { paths } from '../web/paths.js';
import { ProblemException } from '../web/problems.js';
import { type Viewer, maySee } from '../web/viewer.js';
import { fieldsOfOffice } from './office-form.js';
import { officePage } from './pages.js';

export const kindOptions = optionsOf(officeKindNames);
export const standingOptions = optionsOf(officeStandings);

/** The page of an office, with its forms as they were sent. */
@Injectable()
export class OfficeShowing {
  /** The office, if it is the viewer's own or below. Throws a 404 problem. */
  async visible(manager: EntityManager, viewer: Viewer, id: string): Promise<OfficeRecord> {
    const office = maySee(viewer, id) ? await officeById(manager, id) : null;
    if (!office) throw new ProblemException('not-found');
    return office;
  }

  async page(
    manager: EntityManager,
    office: OfficeRecord,
    sent: { form?: FormState; seal?: FormState; status?: number } = {},
  ): Promise<Page> {
    return officePage(
      {
        title: office.name,
        office,
        form: sent.form ?? emptyForm({ ...fieldsOfOffice(office), version: String(office.version) }),
        seal: sent.seal ?? emptyForm(),
        sealPicture: sealPictureOf(office) ? paths.officeSeal(office.id) : '',
        kindOptions,
        standingOptions,
        lines: await administrationLinesOf(manager, office.id),
      },
      sent.status ?? 200,
    );
  }
}
