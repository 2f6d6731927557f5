/** A file that cannot be read as the sheet it should be. The message is Chinese: what is wrong with it and what to do. */
export class FileFault extends Error {
  override readonly name = 'FileFault';
}
