import { ThreadLost, SideThread } from '../threads/side-thread.js';
import { log } from '../log.js';
import type { Leak } from './leak.js';

/** A file to look into. */
export interface Inspected {
  readonly bytes: Uint8Array;
  readonly mime: string;
  /** Numbers that may be in it, the applicant's, in one spelling. */
  readonly own: ReadonlySet<string>;
}

const thread = new SideThread<Inspected, Leak[]>(new URL('./inspecting-thread.js', import.meta.url), {
  mostMs: 120_000,
  mostMegabytes: 1024,
});

/** Looks into a file beside the pages (see `inspectFile`). A file that breaks the looking is a finding too. */
export async function inspectBeside(file: Inspected): Promise<Leak[]> {
  try {
    return await thread.do(file);
  } catch (fault) {
    if (!(fault instanceof ThreadLost)) throw fault;
    log().warn({ err: fault }, 'a file was not looked into to its end');
    return [{ sort: 'unread', place: '', detail: '文件太大或者太复杂，没有检查完' }];
  }
}
