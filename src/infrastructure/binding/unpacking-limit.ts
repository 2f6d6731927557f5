import decoding from 'pdf-lib/cjs/core/streams/DecodeStream.js';

/** What stands packed in one PDF and is unpacked as soon as it is opened: of a book of a thousand pages ten megabytes. */
const MOST_UNPACKED = 64 * 1024 * 1024;

/** A small PDF that unpacks to more than any document needs. */
export class SwollenPdf extends Error {
  override readonly name = 'SwollenPdf';
}

interface Growing {
  readonly buffer: Uint8Array;
  ensureBuffer: (this: Growing, requested: number) => Uint8Array;
}

// pdf-lib unpacks without measure, and nothing else is answered meanwhile: half a megabyte kept it busy for twenty
// seconds. It offers no limit of its own; the buffer of its unpacking is the one place through which all of it goes.
const growing = decoding.default.prototype as unknown as Growing;
const ensureBuffer = growing.ensureBuffer;
/** Below zero once something has been refused. */
let left = MOST_UNPACKED;

growing.ensureBuffer = function (requested) {
  const before = this.buffer.byteLength;
  if (requested - before > left) left = -1;
  if (left < 0) throw new SwollenPdf('unpacks to more than a document');
  const buffer = ensureBuffer.call(this, requested);
  left -= buffer.byteLength - before;
  return buffer;
};

/**
 * Opens a PDF with a fresh measure; two that are opened at the same time share it. Throws {@link SwollenPdf}, also where
 * pdf-lib would have gone on without what it could not unpack.
 */
export async function withinMeasure<T>(open: () => Promise<T>): Promise<T> {
  left = MOST_UNPACKED;
  const opened = await open();
  if (left < 0) throw new SwollenPdf('unpacks to more than a document');
  return opened;
}
