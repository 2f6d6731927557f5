import type { CaseFile } from '../casework/case-file.js';
import { checkOf } from '../casework/reply-check.js';
import type { ActType } from '../domain/acts/acts.js';
import { waysOfService } from '../domain/acts/reply-acts.js';
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

const takesNow = (file: CaseFile, viewer: Viewer, type: ActType): boolean =>
  mayActIn(viewer, file.application.officeId) &&
  nextSteps(file.standing, actorOf(viewer), file.on).possible.some((step) => step.type === type);

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
