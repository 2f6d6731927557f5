/** A file that cannot be read as a ledger at all. The message is Chinese: what is wrong with it and what to do. */
export class FileFault extends Error {
  override readonly name = 'FileFault';
}
