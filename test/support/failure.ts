/** What an attempt failed with. Throws when it did not fail. */
export async function failureOf(attempt: Promise<unknown>): Promise<unknown> {
  try {
    await attempt;
  } catch (failure) {
    return failure;
  }
  throw new Error('The attempt should have failed.');
}
