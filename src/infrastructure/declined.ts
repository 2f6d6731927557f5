/**
 * What was asked for cannot be done. The message is Chinese, says why and what to do, and is shown as it is;
 * `status` is that of the answer (RFC 9457).
 */
export abstract class Declined extends Error {
  abstract readonly status: number;
}
