import { serveThread } from '../infrastructure/threads/serving.js';
import { type Piece, WordRefused, piecesIn } from './finished-pieces.js';

/** What a Word file holds, or why it is refused. */
export type ReadWord = { readonly pieces: readonly Piece[] } | { readonly refused: string };

function read(bytes: Uint8Array): ReadWord {
  try {
    return { pieces: piecesIn(Buffer.from(bytes)) };
  } catch (fault) {
    if (fault instanceof WordRefused) return { refused: fault.message };
    throw fault;
  }
}

serveThread<Uint8Array, ReadWord>((bytes) => Promise.resolve(bytes).then(read));
