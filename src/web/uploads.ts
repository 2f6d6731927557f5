import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { ThrottlerStorage } from '@nestjs/throttler';
import type { Request, RequestHandler } from 'express';
import multer from 'multer';
import { settings } from '../infrastructure/settings.js';
import { machineTime } from '../infrastructure/today.js';
import { ProblemException } from './problems.js';
import { viewerOf } from './viewer.js';

/** A file as it was sent, on disk until the reply has gone out: move or read it before. */
export type Upload = Express.Multer.File;

const MEGABYTE = 1024 * 1024;

/** Places where people who are not signed in may send files: the applicants' portal. */
const PUBLIC_UPLOADS = '/public/';

/**
 * What one form may bring. Of strangers a little more is read than the portal takes, so that it can say what it takes;
 * what they send beyond `kept` is counted out unread.
 */
const STAFF = { fileSize: 50 * MEGABYTE, files: 20, kept: 20 };
const STRANGERS = { fileSize: 25 * MEGABYTE, files: 100, kept: 12 };

/** So many forms with files one address of a stranger may send: no applicant needs more. */
const STRANGERS_FORMS = { most: 100, withinMs: 10 * 60_000 };

/** No request takes so long: a file that is older was left when the program was cut off in the middle of one. */
const LEFT_AFTER_MS = 24 * 3_600_000;

/** Papers of applicants do not lie about because the power failed while they were sent. */
export function clearLeftUploads(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (machineTime() - statSync(path).mtimeMs > LEFT_AFTER_MS) rmSync(path, { force: true });
  }
}

/**
 * Reads multipart forms before the token is checked, since the token is one of their fields.
 * Files from people who are not signed in are dropped unread, except in the portal; and whoever sends too many forms
 * is refused before anything of them is written to the disk, which is before any guard of a route is asked.
 */
export function readUploads(counts: ThrottlerStorage): RequestHandler {
  const destination = join(settings().dataDir, 'uploads');
  mkdirSync(destination, { recursive: true, mode: 0o700 });
  clearLeftUploads(destination);
  const ofStaff = reader(destination, STAFF);
  const ofStrangers = reader(destination, STRANGERS);
  return (request, response, next) => {
    response.on('close', () => {
      for (const upload of uploadsOf(request)) unlink(upload.path).catch(() => undefined);
    });
    const told = (fault: unknown): void => {
      next(problemOf(fault));
    };
    if (viewerOf(request)) ofStaff(request, response, told);
    else {
      sendsTooMany(request, counts).then(
        (tooMany) =>
          tooMany ? next(new ProblemException('too-many-requests')) : ofStrangers(request, response, told),
        next,
      );
    }
  };
}

function reader(destination: string, { fileSize, files, kept }: typeof STAFF): RequestHandler {
  const come = new WeakMap<Request, number>();
  return multer({
    dest: destination,
    defParamCharset: 'utf8',
    limits: { fileSize, files, fields: 500, fieldSize: MEGABYTE },
    fileFilter: (request, _file, accept) => {
      const before = come.get(request) ?? 0;
      come.set(request, before + 1);
      const welcome = viewerOf(request) !== undefined || request.path.startsWith(PUBLIC_UPLOADS);
      accept(null, welcome && before < kept);
    },
  }).any();
}

async function sendsTooMany(request: Request, counts: ThrottlerStorage): Promise<boolean> {
  if (!request.is('multipart/form-data')) return false;
  const { most, withinMs } = STRANGERS_FORMS;
  const { isBlocked } = await counts.increment(`uploads ${request.ip}`, withinMs, most, withinMs, 'uploads');
  return isBlocked;
}

/** Too many files are told as such. Broken multipart is an error without a code, which those of multer and of the disk have. */
function problemOf(fault: unknown): unknown {
  if (!(fault instanceof Error)) return fault;
  if (!('code' in fault)) return new ProblemException('bad-request');
  if (fault.code !== 'LIMIT_FILE_COUNT') return fault;
  const detail = '一次上传的文件太多，请分几次上传。用浏览器的“后退”可以回到刚才填写的页面。';
  return new ProblemException('unprocessable', { detail });
}

function uploadsOf(request: Request): Upload[] {
  return Array.isArray(request.files) ? request.files : [];
}

const ofField = (field: string, context: ExecutionContext): Upload[] =>
  uploadsOf(context.switchToHttp().getRequest<Request>()).filter((one) => one.fieldname === field);

/** Parameter decorator: the files of one form field, `@Uploads('attachments') files: Upload[]`. Empty ones are left out. */
export const Uploads = createParamDecorator((field: string, context: ExecutionContext): Upload[] =>
  ofField(field, context).filter(({ size }) => size > 0),
);

/** The same with the empty ones, for a route that says of each file why it is not taken. */
export const UploadsAsSent = createParamDecorator(ofField);

const LONGEST_NAME = 120;

/** The name that a file came with, without folders, control characters and signs that turn the order of writing. */
export function nameOfUpload({ originalname }: Upload): string {
  const last = originalname.split(/[/\\]/).at(-1) ?? '';
  // eslint-disable-next-line no-control-regex -- They are what is taken out.
  return last.replace(/[\u0000-\u001f\u007f]|\p{Bidi_Control}/gu, '').slice(-LONGEST_NAME) || '未命名';
}
