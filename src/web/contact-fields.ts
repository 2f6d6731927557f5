import { Text } from './fields.js';

/** A telephone number as people write it: digits, blanks, brackets, hyphens. Every form that asks for one reads it so. */
export const Phone = (label: string, { required = false } = {}): PropertyDecorator =>
  Text({
    label,
    max: 20,
    required,
    pattern: /^(\+?[\d\s()（）-]{7,20})?$/,
    patternFault: `${label}应当是 7 至 20 位数字，可以带区号和横线`,
  });

export const Postcode = (label: string): PropertyDecorator =>
  Text({
    label,
    max: 6,
    required: false,
    pattern: /^(\d{6})?$/,
    patternFault: `${label}应当是 6 位数字`,
  });

export const Email = (label: string): PropertyDecorator =>
  Text({
    label,
    max: 100,
    required: false,
    pattern: /^([^\s@]+@[^\s@]+\.[^\s@]+)?$/,
    patternFault: `${label}的格式不正确，请核对`,
  });
