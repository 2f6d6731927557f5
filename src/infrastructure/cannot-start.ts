/**
 * The program cannot begin its work for a reason outside of it (a setting, a folder, the database).
 * The message is Chinese, says what is wrong and what to do; print it without a stack.
 */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
