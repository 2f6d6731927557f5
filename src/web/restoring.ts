import type { FormState } from './forms.js';
import type { KeptDraft } from './kept-draft.js';
import type { Flash } from './page.js';

export const restoredMessage: Flash = {
  kind: 'info',
  text: '登录超时前填写的内容已经恢复，请核对后再提交。附件没有保留，需要重新上传。',
};

const isForm = (part: unknown): part is FormState =>
  typeof part === 'object' && part !== null && 'values' in part && 'errors' in part;

/** The contract of a page with what was typed in its form; undefined where it has no form or several. */
export function withTyped(contract: object, typed: FormState['values']): object | undefined {
  const forms = Object.entries(contract).filter(([, part]) => isForm(part));
  const [only] = forms;
  if (!only || forms.length > 1) return undefined;
  // What a form does not send was left out or not ticked: nothing of the blank form stays.
  const restored: FormState = { values: typed, errors: {} };
  return { ...contract, [only[0]]: restored };
}

/** Whether the form of the draft stands on the page and has a place for everything that was typed. */
export function showsDraft(html: string, { action, fields }: KeptDraft): boolean {
  const form = [...html.matchAll(/<form\b[^>]*>.*?<\/form>/gs)].find(([text]) =>
    sendsTo(text).includes(action),
  );
  if (!form) return false;
  const named = (names: RegExp): Set<string> =>
    new Set([...form[0].matchAll(names)].map(([, name = '']) => unescaped(name)));
  const hidden = named(/<input\b[^>]*\btype="hidden"[^>]*\bname="([^"]*)"/g);
  const all = named(/\bname="([^"]*)"/g);
  const typed = fields.filter(({ name, value }) => value !== '' && !hidden.has(name));
  return typed.length > 0 && typed.every(({ name }) => all.has(name));
}

/** Where a form and its buttons send it. */
const sendsTo = (form: string): string[] =>
  [...form.matchAll(/\b(?:form)?action="([^"]*)"/g)].map(([, address = '']) => unescaped(address));

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
