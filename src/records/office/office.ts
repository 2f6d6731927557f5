import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, VersionColumn } from 'typeorm';

/** What sort of 机关 it is. */
export const officeKinds = ['district-government-office', 'department', 'town', 'other'] as const;

export type OfficeKind = (typeof officeKinds)[number];

export const officeKindNames: Readonly<Record<OfficeKind, string>> = {
  'district-government-office': '政府办公室',
  department: '政府工作部门',
  town: '乡镇（街道）',
  other: '其他机关',
};

/** A 行政机关 that receives and answers applications. Offices form a tree: district → departments, towns. */
@Entity('offices')
export class OfficeRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'offices_pkey' })
  id: string;

  /** Short code, unique, as used on the command line: `LP-ZFB`. */
  @Index('offices_code', { unique: true })
  @Column({ type: 'text' })
  code: string;

  /** Full name, as it signs letters. */
  @Column({ type: 'text' })
  name: string;

  /** As people say it in lists. */
  @Column({ type: 'text' })
  shortName: string;

  @Column({ type: 'text' })
  kind: OfficeKind;

  @Index('offices_parent')
  @Column({ type: 'uuid', nullable: true })
  parentId: string | null;

  @ManyToOne(() => OfficeRecord)
  @JoinColumn({ name: 'parentId', foreignKeyConstraintName: 'offices_parent_fkey' })
  parent?: OfficeRecord | null;

  /** 本级人民政府, the authority for 行政复议 named in the remedies paragraph. */
  @Column({ type: 'text', default: '' })
  government: string;

  @Column({ type: 'text', default: '' })
  address: string;

  @Column({ type: 'text', default: '' })
  phone: string;

  @Column({ type: 'text', default: '' })
  postcode: string;

  /** 政府信息公开工作机构, 《条例》第四条. */
  @Column({ type: 'text', default: '' })
  disclosureBody: string;

  /** Prefix of 发文字号: 梁政公开. */
  @Column({ type: 'text', default: '' })
  letterMark: string;

  /** What an office sets for itself and no other column holds. */
  @Column({ type: 'jsonb', default: {} })
  settings: Record<string, unknown>;

  @VersionColumn({ type: 'int' })
  version: number;
}
