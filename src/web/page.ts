import { paths } from './paths.js';

/** What every page contract holds. */
export interface PageContract {
  /** Shown as the first heading and in the browser's title. */
  title: string;
  /** 2023年 某区: what tells it from others of the same title in the browser's tabs, marks and history. */
  of?: string;
}

/** A page to be rendered: what a handler returns. The frame (person, navigation, messages, token) is added later. */
export class Page {
  constructor(
    readonly template: string,
    readonly contract: object,
    readonly status: number,
  ) {}
}

/** A redirect after success, optionally with a message for the next page. */
export class SeeOther {
  constructor(
    readonly location: string,
    readonly flash?: Flash,
  ) {}
}

/** A message shown once, on the next page. */
export interface Flash {
  kind: 'success' | 'info' | 'warning';
  text: string;
}

/**
 * Binds a template to the type of what it shows. `template` is a path below `templates/pages/`, without ending.
 *
 *     interface OfficeList extends PageContract { offices: OfficeInTree[] }
 *     const officeList = definePage<OfficeList>('offices/list');
 *     return officeList({ title: '机关', offices });            // 200
 *     return officeForm({ title: '新增机关', form }, 422);      // refused form, with what was typed
 *
 * In the template the contract is `it`, the frame is `it.frame`.
 */
export function definePage<Contract extends PageContract>(
  template: string,
): (contract: Contract, status?: number) => Page {
  return (contract, status = 200) => new Page(`/pages/${template}`, contract, status);
}

/** Binds a partial template, sent without a layout: for replies to htmx. The path is below `templates/`. */
export function defineFragment<Contract extends object>(
  template: string,
): (contract: Contract, status?: number) => Page {
  return (contract, status = 200) => new Page(`/${template}`, contract, status);
}

/** 303 to a page, with an optional message: `return seeOther(paths.offices, '已新增机关。')`. */
export function seeOther(location: string, message?: string, kind: Flash['kind'] = 'success'): SeeOther {
  return new SeeOther(location || paths.home, message ? { kind, text: message } : undefined);
}
