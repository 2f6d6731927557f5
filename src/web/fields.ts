import { Expose, Transform } from 'class-transformer';
import { registerDecorator, type ValidationArguments } from 'class-validator';
import { parseLocalDate, type LocalDate } from '../domain/time/local-date.js';

interface Field {
  label: string;
  kind: 'text' | 'secret' | 'choice' | 'choices' | 'day' | 'number';
}

const registry = new WeakMap<object, Map<string, Field>>();

/** The declared fields of a form class, in their order, those of its parents first. */
export function fieldsOf(formClass: new () => object): Map<string, Field> {
  const chain: object[] = [];
  for (
    let at: object | null = formClass.prototype as object;
    at;
    at = Object.getPrototypeOf(at) as object | null
  ) {
    chain.unshift(at);
  }
  return new Map(chain.flatMap((prototype) => [...(registry.get(prototype) ?? [])]));
}

/**
 * Declares one field: how the posted text becomes a value, and what may be wrong with that value.
 * `fault` returns a sentence for the person who filled it in, or undefined.
 */
function declare(
  field: Field,
  read: (posted: unknown) => unknown,
  fault: (value: unknown, form: object) => string | undefined,
): PropertyDecorator {
  return (prototype, key) => {
    const name = String(key);
    const fields = registry.get(prototype) ?? new Map<string, Field>();
    registry.set(prototype, fields.set(name, field));
    Expose()(prototype, key);
    Transform(({ obj }) => read((obj as Record<string, unknown>)[name]))(prototype, key);
    addCheck(prototype, name, 'field', fault);
  };
}

function addCheck(
  prototype: object,
  name: string,
  rule: string,
  fault: (value: unknown, form: object) => string | undefined,
): void {
  registerDecorator({
    target: prototype.constructor,
    propertyName: name,
    name: rule,
    validator: {
      validate: (value: unknown, args?: ValidationArguments) =>
        fault(value, args?.object ?? {}) === undefined,
      defaultMessage: (args?: ValidationArguments) => fault(args?.value, args?.object ?? {}) ?? '',
    },
  });
}

function single(posted: unknown): string {
  const first: unknown = Array.isArray(posted) ? posted[0] : posted;
  return typeof first === 'string' ? first.replace(/\r\n?/g, '\n').trim() : '';
}

function several(posted: unknown): string[] {
  const list: unknown[] = Array.isArray(posted) ? posted : [posted];
  return list
    .filter((one): one is string => typeof one === 'string')
    .map(single)
    .filter((one) => one !== '');
}

interface Asked {
  /** As the page names it: 姓名. */
  label: string;
  /** Default true. */
  required?: boolean;
}

/** One or many lines of text, trimmed; '' when left out. `max` characters, 200 unless said. */
export function Text(
  o: Asked & { max?: number; pattern?: RegExp; patternFault?: string },
): PropertyDecorator {
  const max = o.max ?? 200;
  return declare({ label: o.label, kind: 'text' }, single, (value) => {
    if (value === '') return o.required === false ? undefined : `请填写${o.label}`;
    const text = value as string;
    if ([...text].length > max) return `${o.label}不能超过 ${max} 个字，现有 ${[...text].length} 个字`;
    return o.pattern && !o.pattern.test(text)
      ? (o.patternFault ?? `${o.label}的格式不正确，请核对`)
      : undefined;
  });
}

/** A password: kept as typed, never shown again. */
export function Secret(o: Asked & { min?: number }): PropertyDecorator {
  const read = (posted: unknown): string => (typeof posted === 'string' ? posted : '');
  return declare({ label: o.label, kind: 'secret' }, read, (value) => {
    const text = value as string;
    if (text === '') return o.required === false ? undefined : `请填写${o.label}`;
    if (text.length > 200) return `${o.label}不能超过 200 个字符`;
    return o.min && text.length < o.min ? `${o.label}不能少于 ${o.min} 个字符` : undefined;
  });
}

/** One of a list (radios, select); undefined when left out. */
export function Choice(o: Asked & { of: readonly string[] | (() => readonly string[]) }): PropertyDecorator {
  const read = (posted: unknown): string | undefined => single(posted) || undefined;
  return declare({ label: o.label, kind: 'choice' }, read, (value) => {
    if (value === undefined) return o.required === false ? undefined : `请选择${o.label}`;
    const known = typeof o.of === 'function' ? o.of() : o.of;
    return known.includes(value as string) ? undefined : `请从列表中选择${o.label}`;
  });
}

/** Several of a list (checkboxes, or fields of one name): an array, [] when left out. Without `of` any text. */
export function Choices(o: Asked & { of?: readonly string[]; max?: number }): PropertyDecorator {
  return declare({ label: o.label, kind: 'choices' }, several, (value) => {
    const chosen = value as string[];
    if (chosen.length === 0) return o.required === false ? undefined : `请至少选择一项${o.label}`;
    if (o.max && chosen.length > o.max) return `${o.label}最多 ${o.max} 项`;
    return o.of && !chosen.every((one) => o.of?.includes(one)) ? `请从列表中选择${o.label}` : undefined;
  });
}

/** A day, typed in any usual way; a LocalDate, undefined when left out. */
export function Day(o: Asked & { notAfter?: () => LocalDate; notAfterFault?: string }): PropertyDecorator {
  const unread = Symbol('not a day');
  const read = (posted: unknown): LocalDate | symbol | undefined => {
    const text = single(posted);
    return text === '' ? undefined : (parseLocalDate(text) ?? unread);
  };
  return declare({ label: o.label, kind: 'day' }, read, (value) => {
    if (value === undefined) return o.required === false ? undefined : `请填写${o.label}`;
    if (value === unread) return `${o.label}不是有效的日期，请按“2026年3月6日”或“2026-03-06”填写`;
    const late = o.notAfter !== undefined && (value as LocalDate) > o.notAfter();
    return late ? (o.notAfterFault ?? `${o.label}不能晚于今天`) : undefined;
  });
}

/** A whole number; undefined when left out. */
export function WholeNumber(o: Asked & { min?: number; max?: number }): PropertyDecorator {
  const read = (posted: unknown): number | undefined => {
    const text = single(posted).normalize('NFKC').replaceAll(',', '');
    return text === '' ? undefined : /^-?\d{1,12}$/.test(text) ? Number(text) : NaN;
  };
  return declare({ label: o.label, kind: 'number' }, read, (value) => {
    if (value === undefined) return o.required === false ? undefined : `请填写${o.label}`;
    const count = value as number;
    if (Number.isNaN(count)) return `${o.label}应当是整数`;
    if (o.min !== undefined && count < o.min) return `${o.label}不能小于 ${o.min}`;
    return o.max !== undefined && count > o.max ? `${o.label}不能大于 ${o.max}` : undefined;
  });
}

/**
 * A further rule on a declared field; sees the whole form, without what could not be read: that has its own sentence.
 * Returns a sentence, or undefined when all is well.
 */
export function Check<T extends object>(fault: (form: T) => string | undefined): PropertyDecorator {
  return (prototype, key) =>
    addCheck(prototype, String(key), 'check', (_value, form) => fault(readPart(form) as T));
}

const readPart = (form: object): object =>
  Object.fromEntries(Object.entries(form).filter(([, value]) => typeof value !== 'symbol'));
