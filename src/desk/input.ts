import type { Option } from '../web/options.js';
/** One input of a form; a template draws each kind. */
export interface Input {
  readonly kind:
    | 'text'
    | 'longText'
    | 'date'
    | 'integer'
    | 'radios'
    | 'select'
    | 'grouped'
    | 'yes'
    /** Nothing to type: `shown` says what is kept. */
    | 'kept'
    /** The answer to each of several matters, in `rows`. */
    | 'matters';
  readonly name: string;
  readonly label: string;
  readonly required: boolean;
  /** What is chosen decides which inputs follow. */
  readonly asksMore?: true;
  readonly hint?: string;
  readonly options?: readonly Option[];
  readonly groups?: readonly { readonly label: string; readonly options: readonly Option[] }[];
  readonly rows?: readonly MatterRow[];
  readonly shown?: string;
  /** What is kept, where it is not what was typed. */
  readonly value?: string;
}

/** The inputs of one matter. */
export interface MatterRow {
  readonly row: number;
  readonly inputs: readonly Input[];
}

/** The names of an input and of those in its rows. */
export const namesOf = ({ name, rows }: Input): string[] => [
  name,
  ...(rows ?? []).flatMap(({ inputs }) => inputs.flatMap(namesOf)),
];
