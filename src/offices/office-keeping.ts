import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { writeAdministrationLine } from '../records/administration.js';
import { OfficeRecord } from '../records/office.js';
import { addOffice, officeByCode } from '../records/offices.js';
import { ProblemException } from '../web/problems.js';
import { maySee, type Viewer } from '../web/viewer.js';
import type { OfficeFields } from './office-form.js';

/** Why a form cannot be carried out: field → sentence. */
export interface Refused {
  errors: Record<string, string>;
}

/** As a line of the record names the fields. */
const fieldNames: Readonly<Record<keyof OfficeFields, string>> = {
  name: '全称',
  shortName: '简称',
  kind: '类别',
  government: '本级人民政府',
  address: '地址',
  phone: '电话',
  postcode: '邮政编码',
  disclosureBody: '政府信息公开工作机构',
  letterMark: '发文机关代字',
};

/** Adds and changes offices below the administrator's own. Each change writes its line in the record. */
@Injectable()
export class OfficeKeeping {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  add(
    viewer: Viewer,
    office: OfficeFields & { code: string; parentId: string },
  ): Promise<OfficeRecord | Refused> {
    return this.dataSource.transaction(async (manager): Promise<OfficeRecord | Refused> => {
      if (!maySee(viewer, office.parentId)) return { errors: { parentId: '请从列表中选择上级机关' } };
      if (await officeByCode(manager, office.code))
        return { errors: { code: '这个代码已有机关使用，请换一个' } };
      const added = await addOffice(manager, office);
      await writeAdministrationLine(manager, viewer, added.id, '新增机关');
      return added;
    });
  }

  /** `version` is the one that the form was filled from. */
  change(viewer: Viewer, id: string, fields: OfficeFields, version: number): Promise<OfficeRecord | Refused> {
    return this.dataSource.transaction(async (manager) => {
      const office = await manager.findOne(OfficeRecord, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!office || !maySee(viewer, id)) throw new ProblemException('not-found');
      if (office.version !== version) {
        return {
          errors: { form: '这个机关的资料刚被他人修改，您填写的内容没有保存。请重新打开本页，核对后再改' },
        };
      }
      const changed = (Object.keys(fieldNames) as (keyof OfficeFields)[]).filter(
        (field) => office[field] !== fields[field],
      );
      if (changed.length === 0) return office;
      Object.assign(office, fields);
      await manager.save(office);
      const text = `修改了${changed.map((field) => fieldNames[field]).join('、')}`;
      await writeAdministrationLine(manager, viewer, id, text);
      return office;
    });
  }
}
