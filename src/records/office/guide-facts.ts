import type { OfficeRecord } from './office.js';

/** What 公开指南 tells of an office besides its columns (条例第二十八条); '' where the office has not set it. */
export interface GuideFacts {
  readonly hours: string;
  readonly email: string;
  readonly fax: string;
  /** Other ways in which the office takes applications. */
  readonly channels: string;
}

/** Reads them off the settings. A channel that is not published binds nobody (国办公开办函〔2017〕19号). */
export function guideFactsOf({ settings }: Pick<OfficeRecord, 'settings'>): GuideFacts {
  const text = (name: keyof GuideFacts): string => {
    const value = settings[name];
    return typeof value === 'string' ? value : '';
  };
  return { hours: text('hours'), email: text('email'), fax: text('fax'), channels: text('channels') };
}
