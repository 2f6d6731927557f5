import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { writeAdministrationLine } from '../records/office/administration.js';
import { OfficeRecord } from '../records/office/office.js';
import { addOffice, officeByCode } from '../records/office/offices.js';
import type { FormRefusal } from '../web/forms.js';
import { ProblemException } from '../web/problems.js';
import { maySee, type Viewer } from '../web/viewer.js';
import { type OfficeFields, fieldsOfOffice, officeRow } from './office-form.js';

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
  standing: '复议中的机关性质',
  superior: '上一级主管部门',
  seat: '所在地人民政府',
  court: '有管辖权的人民法院',
  internetFiling: '网上申请复议的渠道',
  hours: '办公时间',
  email: '受理申请的电子邮箱',
  fax: '受理申请的传真',
  channels: '其他受理渠道的说明',
};

/** Adds and changes offices below the administrator's own. Each change writes its line in the record. */
@Injectable()
export class OfficeKeeping {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  add(
    viewer: Viewer,
    fields: OfficeFields,
    { code, parentId }: { code: string; parentId: string },
  ): Promise<OfficeRecord | FormRefusal> {
    return this.dataSource.transaction(async (manager): Promise<OfficeRecord | FormRefusal> => {
      if (!maySee(viewer, parentId)) return { errors: { parentId: '请从列表中选择上级机关' } };
      if (await officeByCode(manager, code)) return { errors: { code: '这个代码已有机关使用，请换一个' } };
      const added = await addOffice(manager, { ...officeRow(fields), code, parentId });
      await writeAdministrationLine(manager, viewer, added.id, '新增机关');
      return added;
    });
  }

  /** `version` is the one that the form was filled from. */
  change(
    viewer: Viewer,
    id: string,
    fields: OfficeFields,
    version: number,
  ): Promise<OfficeRecord | FormRefusal> {
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
      const before = fieldsOfOffice(office);
      const changed = (Object.keys(fieldNames) as (keyof OfficeFields)[]).filter(
        (field) => before[field] !== fields[field],
      );
      if (changed.length === 0) return office;
      Object.assign(office, officeRow(fields, office.settings));
      await manager.save(office);
      const text = `修改了${changed.map((field) => fieldNames[field]).join('、')}`;
      await writeAdministrationLine(manager, viewer, id, text);
      return office;
    });
  }
}
