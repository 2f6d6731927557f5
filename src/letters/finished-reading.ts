import { log } from '../infrastructure/log.js';
import { SideThread, ThreadLost } from '../infrastructure/threads/side-thread.js';
import { type Piece, WordRefused } from './finished-pieces.js';
import type { ReadWord } from './finished-thread.js';

const thread = new SideThread<Uint8Array, ReadWord>(new URL('./finished-thread.js', import.meta.url), {
  mostMs: 60_000,
  mostMegabytes: 1024,
});

/** Takes a finished Word file apart beside the pages, and before anything is locked. Throws {@link WordRefused}. */
export async function readPieces(bytes: Uint8Array): Promise<readonly Piece[]> {
  const read = await thread.do(bytes).catch((fault: unknown): ReadWord => {
    if (!(fault instanceof ThreadLost)) throw fault;
    log().warn({ err: fault }, 'a finished text was not read to its end');
    return { refused: '文件太大或者太复杂，读不完。请从系统下载文字稿，只在它的基础上修改文字。' };
  });
  if ('refused' in read) throw new WordRefused(read.refused);
  return read.pieces;
}
