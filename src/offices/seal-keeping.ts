import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { UnreadablePicture, readPng } from '../infrastructure/png.js';
import { storeFile } from '../infrastructure/storage.js';
import { writeAdministrationLine } from '../records/office/administration.js';
import { OfficeRecord } from '../records/office/office.js';
import { withSealPicture } from '../records/office/office-seal.js';
import { ProblemException } from '../web/problems.js';
import type { Upload } from '../web/uploads.js';
import { type Viewer, maySee } from '../web/viewer.js';

const MEGABYTE = 1024 * 1024;
const MOST_PIXELS = 2000 * 2000;
/** Printed at some 42 mm: fewer pixels would show. */
const LEAST_SIDE = 100;
/** A seal is round: its picture may be that much wider than high. */
const SQUARE_WITHIN = 0.1;

/** Keeps the picture of an office's seal. Each change writes its line in the record. */
@Injectable()
export class SealKeeping {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Keeps the picture, or answers why it cannot be used. */
  async keep(viewer: Viewer, officeId: string, upload: Upload): Promise<string | undefined> {
    if (upload.size > MEGABYTE) return '图片超过 1 MB，请压缩后再上传。';
    const bytes = await readFile(upload.path);
    const fault = faultOf(bytes);
    if (fault) return fault;
    const { hash } = await storeFile(bytes);
    await this.change(viewer, officeId, hash, '上传了印章图片');
    return undefined;
  }

  remove(viewer: Viewer, officeId: string): Promise<void> {
    return this.change(viewer, officeId, undefined, '撤下了印章图片');
  }

  private change(viewer: Viewer, id: string, hash: string | undefined, told: string): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      const office = await manager.findOne(OfficeRecord, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!office || !maySee(viewer, id)) throw new ProblemException('not-found');
      office.settings = withSealPicture(office, hash);
      await manager.save(office);
      await writeAdministrationLine(manager, viewer, id, told);
    });
  }
}

function faultOf(bytes: Buffer): string | undefined {
  try {
    const { width, height } = readPng(bytes, MOST_PIXELS);
    if (Math.min(width, height) < LEAST_SIDE)
      return `图片只有 ${width} × ${height} 像素，印出来不清楚；每边至少 ${LEAST_SIDE} 像素。`;
    return Math.abs(width - height) > SQUARE_WITHIN * height
      ? '图片不是正方形，印章会变形；请裁成正方形，印章居中。'
      : undefined;
  } catch (fault) {
    if (fault instanceof UnreadablePicture) return fault.message;
    throw fault;
  }
}
