/** Fields that may hold something about a person, wherever they stand in what is logged. */
const PERSONAL =
  /name$|^name|applicant|contact|phone|mobile|fax|address|postcode|email|subject|idnumber|identity|certificate|creditcode|password|secret|token|cookie|authorization|session|body|query|parameters|detail|content|^text$/i;

/** Fields of programs, not of people, that the pattern would catch. */
const IMPERSONAL = new Set(['hostname', 'filename', 'queryName', 'tableName', 'constraintName']);

const DEPTH = 6;

/** Text with numbers that may be an ID, a phone or a card, and mail addresses, blotted out. Days stay. */
export function blot(text: string): string {
  return text.replace(/[^\s<>"“（(]+@[^\s<>"”）)]+/g, '▇').replace(/\d{7,}[\dXx]?/g, '▇');
}

/** A copy of what is to be logged, without personal data. */
export function withoutPersons(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return blot(value);
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Error) return errorWithoutPersons(value);
  if (depth >= DEPTH) return '…';
  if (Array.isArray(value)) return value.map((item) => withoutPersons(item, depth + 1));
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  if (tellsItself(value)) return withoutPersons(value.toJSON(), depth + 1);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      PERSONAL.test(key) && !IMPERSONAL.has(key) ? '▇' : withoutPersons(item, depth + 1),
    ]),
  );
}

function tellsItself(value: object): value is { toJSON(): unknown } {
  return 'toJSON' in value && typeof value.toJSON === 'function';
}

/**
 * What helps to mend an error. A driver's error also carries the row's values (`detail`, `parameters`):
 * they are left behind.
 */
function errorWithoutPersons(error: Error): Record<string, unknown> {
  const { code, table, column, constraint, status } = error as Error & Record<string, unknown>;
  return {
    type: error.name,
    message: blot(error.message),
    stack: blot(error.stack ?? ''),
    ...Object.fromEntries(
      Object.entries({ code, table, column, constraint, status }).filter(([, told]) => told !== undefined),
    ),
    ...(error.cause instanceof Error ? { cause: errorWithoutPersons(error.cause) } : {}),
  };
}
