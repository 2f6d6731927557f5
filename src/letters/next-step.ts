import type { CaseFile } from '../casework/case-file.js';
import { checkOf } from '../casework/reply-check.js';
import type { ActType } from '../domain/acts/acts.js';
import { waysOfService } from '../domain/acts/service.js';
import { courseOfService } from '../domain/letter/service-words.js';
import { nextSteps } from '../domain/application/next-steps.js';
import { actorOf } from '../web/acting.js';
import { paths, withQuery } from '../web/paths.js';
import { type Viewer, mayActIn } from '../web/viewer.js';

/** 签发 beside the reply itself: what it leads to, and whether a reason must be given. */
export interface SignStep {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly consequences: readonly string[];
  /** 签发意见 over what must be mended. */
  readonly whyRequired: boolean;
}

/** 送达 of a reply that has been issued: one way each. */
export type ServeStep = readonly { readonly href: string; readonly label: string }[];

/** Whether the case takes the act now, from this viewer. */
export const takesNow = (file: CaseFile, viewer: Viewer, type: ActType): boolean =>
  mayActIn(viewer, file.application.officeId) &&
  nextSteps(file, actorOf(viewer)).possible.some((step) => step.type === type);

/** 签发, where the viewer may and the reply waits for it. */
export function signStep(file: CaseFile, viewer: Viewer): SignStep | undefined {
  if (file.standing.facts.signed || !takesNow(file, viewer, 'reply.signed')) return undefined;
  return {
    action: paths.act(file.application.id, 'reply.signed'),
    fields: { version: String(file.version), on: file.on, do: 'perform' },
    consequences: [
      '签发后文字不能再换；要改的，退回重新拟制',
      '状态变为“已签发，待制发”，由窗口或承办人编号制发',
    ],
    whyRequired: checkOf(file).some(({ severity }) => severity === 'mustMend'),
  };
}

/** How a reply was served, and the papers that prove it. */
export interface Served {
  readonly says: readonly string[];
  readonly proofs: readonly { readonly name: string; readonly href: string }[];
  /** Where a paper is added; none for those who only read. */
  readonly add?: string;
}

/** The service of an issued reply; undefined before it. `letterSeq`: the act that called for the letter. */
export function servedOf(file: CaseFile, letterSeq: number, viewer: Viewer): Served | undefined {
  const { id, officeId } = file.application;
  const served = file.acts.find((act) => act.type === 'reply.served' && act.seq > letterSeq);
  if (served?.type !== 'reply.served') return undefined;
  return {
    says: courseOfService(served, file.calendar),
    proofs: file.attachments
      .filter(({ purpose }) => purpose === 'service')
      .map((one) => ({ name: one.name, href: paths.attachment(id, one.id) })),
    ...(mayActIn(viewer, officeId) ? { add: `${paths.case(id)}#attachments` } : {}),
  };
}

/** The ways to serve, where the reply waits for it and the viewer may record it. */
export function serveStep(file: CaseFile, viewer: Viewer): ServeStep | undefined {
  if (!takesNow(file, viewer, 'reply.served')) return undefined;
  return Object.entries(waysOfService)
    .filter(([how]) => how !== 'unrecorded')
    .map(([how, label]) => ({
      href: withQuery(paths.act(file.application.id, 'reply.served'), { how }),
      label,
    }));
}
