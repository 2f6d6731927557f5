import { HttpException } from '@nestjs/common';
import { Declined } from '../infrastructure/declined.js';
import { DISK_FULL, isDiskFull } from '../infrastructure/disk-full.js';
import { paths } from './paths.js';

interface ProblemKind {
  status: number;
  title: string;
  /** What to do about it, when nothing more exact is known. */
  detail: string;
}

/** Every kind of problem the program answers with: RFC 9457, one entry for page and JSON alike. */
export const problemKinds = {
  'bad-request': {
    status: 400,
    title: '请求有误',
    detail: '地址或提交的内容不完整。请返回上一页，重新填写后提交。',
  },
  'sign-in-required': { status: 401, title: '请先登录', detail: '登录后才能使用本功能。' },
  forbidden: {
    status: 403,
    title: '您没有这项权限',
    detail: '如需办理，请与本单位管理员联系，开通相应角色。',
  },
  'form-expired': {
    status: 403,
    title: '页面已失效',
    detail: '页面打开时间过长，或已在别处重新登录。请返回上一页，刷新后重新提交。',
  },
  'not-found': { status: 404, title: '没有找到', detail: '地址可能有误，或者内容不在您可查看的范围内。' },
  conflict: { status: 409, title: '内容已被他人修改', detail: '请返回查看最新内容，核对后再提交。' },
  'too-large': {
    status: 413,
    title: '文件过大，或者文字过长',
    detail: '文件请压缩或拆分后上传，文字请删减。用浏览器的“后退”可以回到刚才填写的页面。',
  },
  'unsupported-file': { status: 415, title: '文件格式不支持', detail: '请换用页面上列出的格式重新上传。' },
  unprocessable: { status: 422, title: '不能这样办理', detail: '请按提示更正后重新提交。' },
  'too-many-requests': { status: 429, title: '操作过于频繁', detail: '请稍候一分钟再试。' },
  internal: {
    status: 500,
    title: '系统出现故障',
    detail: '本次操作没有完成，已填写的内容未保存。请稍后再试；仍不行时，请把下面的编号告诉管理员。',
  },
  'storage-full': {
    status: 507,
    title: '服务器磁盘已满',
    detail: `${DISK_FULL}，然后用浏览器的“后退”回到刚才填写的页面，重新提交。已经办好的都还在。`,
  },
  unavailable: { status: 503, title: '系统暂时不能使用', detail: '请稍后再试。' },
} as const satisfies Record<string, ProblemKind>;

export type ProblemName = keyof typeof problemKinds;

/** RFC 9457 problem details. Never holds personal data. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  /** Finds the matching lines in the log. */
  correlationId: string;
  /** Field name → what is wrong, where a form was refused. */
  errors?: Readonly<Record<string, string>>;
}

/** Throw it anywhere below a controller: `throw new ProblemException('not-found', { detail: '…' })`. */
export class ProblemException extends HttpException {
  readonly problemName: ProblemName;
  readonly errors: Readonly<Record<string, string>> | undefined;

  constructor(problemName: ProblemName, more: { detail?: string; errors?: Record<string, string> } = {}) {
    const kind = problemKinds[problemName];
    super(more.detail ?? kind.detail, kind.status);
    this.problemName = problemName;
    this.errors = more.errors;
  }
}

/** Thrown by the guard when a page wants a signed-in person: answered by a redirect, not by a problem. */
export class SignInRedirect extends HttpException {
  constructor(readonly location: string) {
    super('sign in', 303);
  }
}

/** The problem to answer with for anything thrown. What is not expected becomes `internal` without its text. */
export function problemFrom(thrown: unknown, correlationId: string): Problem {
  if (thrown instanceof ProblemException) {
    return problem(thrown.problemName, correlationId, thrown.message, thrown.errors);
  }
  if (thrown instanceof Declined) return problem(nameByStatus(thrown.status), correlationId, thrown.message);
  return problem(isDiskFull(thrown) ? 'storage-full' : nameByStatus(statusOf(thrown)), correlationId);
}

function problem(
  name: ProblemName,
  correlationId: string,
  detail: string = problemKinds[name].detail,
  errors?: Readonly<Record<string, string>>,
): Problem {
  const { status, title } = problemKinds[name];
  return { type: paths.problem(name), title, status, detail, correlationId, ...(errors && { errors }) };
}

/** Nest exceptions and errors of Express middleware (body parser, multer) carry a status. */
function statusOf(thrown: unknown): number {
  if (thrown instanceof HttpException) return thrown.getStatus();
  if (typeof thrown !== 'object' || thrown === null) return 500;
  if ('code' in thrown && (thrown.code === 'LIMIT_FILE_SIZE' || thrown.code === 'LIMIT_FIELD_VALUE'))
    return 413;
  if ('name' in thrown && thrown.name === 'MulterError') return 400;
  return 'status' in thrown && typeof thrown.status === 'number' ? thrown.status : 500;
}

function nameByStatus(status: number): ProblemName {
  const names: Readonly<Record<number, ProblemName>> = {
    401: 'sign-in-required',
    403: 'forbidden',
    404: 'not-found',
    409: 'conflict',
    413: 'too-large',
    415: 'unsupported-file',
    422: 'unprocessable',
    429: 'too-many-requests',
    503: 'unavailable',
  };
  return names[status] ?? (status >= 500 ? 'internal' : 'bad-request');
}
