import type { ApplicationRecord } from '../records/application/application.js';

type Asked = Pick<ApplicationRecord, 'applicantName' | 'jointNames' | 'applicantKind' | 'content'>;

/** The text line by line, without what is blank; undefined where there is no text. */
export function linesOf(text: string | undefined): string[] | undefined {
  return text
    ?.split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/**
 * What the consulted are shown of the request: nothing that names who has asked. Where the applicant has written his
 * name into it, somebody writes it anew (law.md §2.4: 征求意见书不泄露申请人个人信息).
 */
export function contentWithoutNames({ content, applicantName, jointNames }: Asked): string[] | undefined {
  return [applicantName, ...jointNames].some((name) => name !== '' && content.includes(name))
    ? undefined
    : linesOf(content);
}

/** 您、你单位; 你们 where several have applied. */
export function addressOf({ applicantKind, jointNames }: Asked): string {
  if (jointNames.length > 0) return '你们';
  return applicantKind === 'naturalPerson' ? '您' : '你单位';
}
