import { destination, type Logger, pino, stdSerializers, stdTimeFunctions } from 'pino';
import { blot, withoutPersons } from './redaction.js';
import { settings } from './settings.js';

let logger: Logger | undefined;

/**
 * The log of the program: JSON lines on the error stream, so that the output of commands stays clean.
 * Personal data is blotted out of whatever is handed in; still, hand in ids, not people.
 */
export function log(): Logger {
  logger ??= makeLogger(settings().logLevel);
  return logger;
}

/** A logger that writes to the given place; the error stream unless told otherwise. */
export function makeLogger(level: string, place = destination({ dest: 2, sync: true })): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      serializers: { err: (error: unknown) => error, req: stdSerializers.req },
      formatters: {
        level: (label) => ({ level: label }),
        log: (fields) => withoutPersons(fields) as Record<string, unknown>,
      },
      hooks: {
        logMethod(inputs, method) {
          const [first, ...rest] = inputs as unknown[];
          const cleaned = [first, ...rest].map((input) => (typeof input === 'string' ? blot(input) : input));
          method.apply(this, cleaned as Parameters<typeof method>);
        },
      },
    },
    place,
  );
}
