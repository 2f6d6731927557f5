import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { parseLocalDate } from '../domain/time/local-date.js';
import { fieldsOf } from './fields.js';

/** What a form shows: what was typed, and what is wrong with it. Components read it. */
export interface FormState {
  values: Record<string, string | readonly string[]>;
  /** Field name → sentence. Keys without a field (`form`) belong to the form as a whole. */
  errors: Record<string, string>;
}

/** A form that was read: either good, with its typed contents, or refused. Both keep the state to show again. */
export type FormResult<T> = { ok: true; form: T; state: FormState } | { ok: false; state: FormState };

/** Why a form that was read cannot be carried out: field → sentence. {@link refuse} shows it. */
export interface FormRefusal {
  readonly errors: Record<string, string>;
}

/** A form to begin with. */
export function emptyForm(values: FormState['values'] = {}): FormState {
  return { values, errors: {} };
}

/**
 * Reads a posted body into a form class whose fields are declared with the decorators of `fields.ts`.
 *
 *     const result = readForm(OfficeForm, body);
 *     if (!result.ok) return officePage({ title, form: result.state }, 422);
 *     await this.offices.add(result.form);
 *
 * What the class does not declare is dropped.
 */
export function readForm<T extends object>(formClass: new () => T, body: unknown): FormResult<T> {
  const posted = typeof body === 'object' && body !== null ? { ...body } : {};
  const values = typedValues(formClass, posted);
  const form = plainToInstance(formClass, posted, { excludeExtraneousValues: true });
  const errors: Record<string, string> = {};
  for (const error of validateSync(form, { forbidUnknownValues: false })) {
    const sentence = error.constraints?.['field'] ?? error.constraints?.['check'];
    if (sentence) errors[error.property] = sentence;
  }
  const state: FormState = { values, errors: inFieldOrder(formClass, errors) };
  return Object.keys(errors).length === 0 ? { ok: true, form, state } : { ok: false, state };
}

/** The same form, refused for a reason found later: a code that is taken, a rule of law. Show it with 422. */
export function refuse(state: FormState, errors: Record<string, string>): FormState {
  return { values: state.values, errors: { ...state.errors, ...errors } };
}

function typedValues(formClass: new () => object, posted: object): FormState['values'] {
  const values: FormState['values'] = {};
  for (const [name, field] of fieldsOf(formClass)) {
    const typed: unknown = (posted as Record<string, unknown>)[name];
    if (Array.isArray(typed)) values[name] = typed.filter((one) => typeof one === 'string');
    // A date field of the browser shows nothing but YYYY-MM-DD.
    else if (typeof typed === 'string') {
      values[name] = field.kind === 'secret' ? '' : (field.kind === 'day' && parseLocalDate(typed)) || typed;
    }
  }
  return values;
}

function inFieldOrder(formClass: new () => object, errors: Record<string, string>): Record<string, string> {
  const order = [...fieldsOf(formClass).keys()];
  return Object.fromEntries(Object.entries(errors).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
}
