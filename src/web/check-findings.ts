import {
  type CheckFinding,
  type CheckSeverity,
  type MendPlace,
  checkSeverities,
} from '../domain/letter/check/finding.js';
import { printCitation } from '../domain/law/citation.js';
import { paths } from './paths.js';
import { type Viewer, holds } from './viewer.js';

/** 答复体检 as `components/check` shows it. */
export interface CheckShown {
  readonly findings: readonly {
    readonly severity: CheckSeverity;
    readonly label: string;
    readonly says: string;
    readonly mend: string;
    readonly article: string;
    readonly link?: { readonly href: string; readonly label: string };
  }[];
  /** Written by whoever signed over what must be mended; '' when there is none. */
  readonly override: string;
}

/** Findings with the way to mend each, for a person who can go there. */
export function checkShown(
  findings: readonly CheckFinding[],
  { id, officeId }: { readonly id: string; readonly officeId: string },
  viewer: Viewer,
  override = '',
): CheckShown {
  const ways: Readonly<Record<MendPlace, { href: string; label: string } | undefined>> = {
    draft: holds(viewer, 'handler')
      ? { href: paths.act(id, 'reply.drafted'), label: '修改拟制的答复' }
      : undefined,
    opinions: { href: paths.case(id), label: '办理征求意见' },
    attachments: { href: `${paths.case(id)}#attachments`, label: '核对附件' },
    letters: { href: paths.caseLetters(id), label: '查看文书' },
    deadline: { href: paths.caseDeadlines(id), label: '查看期限' },
    office: holds(viewer, 'admin') ? { href: paths.office(officeId), label: '填写机关资料' } : undefined,
    record: { href: `${paths.case(id)}#record`, label: '查看办理记录' },
  };
  return {
    override,
    findings: findings.map(({ severity, says, mend, article, place }) => {
      const link = ways[place];
      return {
        severity,
        label: checkSeverities[severity],
        says,
        mend,
        article: article ? printCitation(article) : '',
        ...(link ? { link } : {}),
      };
    }),
  };
}
