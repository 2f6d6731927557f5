import type { ReportFigure } from '../domain/statistics/report-figures.js';
import type { ReportFormId } from '../domain/statistics/report-form.js';
import {
  type ReportTexts,
  type SectionId,
  reportSections,
  sectionIds,
  textOf,
  unknownNames,
} from '../domain/statistics/report-text.js';
import { type TableTwo, type TableTwoCell, tableTwoCells } from '../domain/statistics/table-two.js';
import { Text, WholeNumber } from '../web/fields.js';
import { type FormState, readForm } from '../web/forms.js';

/** Names of the fields: `text.problems`, `two.documents.inForce`. */
export const textField = (id: SectionId): string => `text.${id}`;
export const cellField = (id: string): string => `two.${id}`;

const LONGEST_SECTION = 8_000;
const LARGEST_COUNT = 999_999_999;
const AMOUNT = /^\d{1,9}([.．]\d{1,6})?$/;

/** What was typed into the form of a report. */
export interface TypedReport {
  readonly texts: ReportTexts;
  readonly tableTwo: TableTwo;
  readonly version: number;
}

/** The form has the places of the year's own table two, so its class is made for each form. */
function draftClass(form: ReportFormId): new () => Record<string, string | number | undefined> {
  class Draft {
    declare version: number;
  }
  for (const id of sectionIds) {
    const label = reportSections[id].label;
    Text({ label, required: false, max: LONGEST_SECTION })(Draft.prototype, textField(id));
  }
  for (const { id, label, column } of tableTwoCells(form)) {
    const typed =
      column.unit === 'money'
        ? Text({
            label,
            required: false,
            pattern: AMOUNT,
            patternFault: `${label}应当是以万元计的金额，最多六位小数`,
          })
        : WholeNumber({ label, required: false, max: LARGEST_COUNT, ...(column.signed ? {} : { min: 0 }) });
    typed(Draft.prototype, cellField(id));
  }
  // Nobody overwrites what he has not seen.
  WholeNumber({ label: '页面版本', min: 0 })(Draft.prototype, 'version');
  return Draft as unknown as new () => Record<string, string | number | undefined>;
}

const classes: Readonly<Record<ReportFormId, ReturnType<typeof draftClass>>> = {
  form2019: draftClass('form2019'),
  form2021: draftClass('form2021'),
};

/** Reads the form. A name in braces that stands for no number is refused. */
export function readDraft(
  form: ReportFormId,
  body: unknown,
  figures: readonly ReportFigure[],
): { readonly state: FormState; readonly typed?: TypedReport } {
  const result = readForm(classes[form], body);
  if (!result.ok) return { state: result.state };
  const texts = Object.fromEntries(sectionIds.map((id) => [id, String(result.form[textField(id)])]));
  const unknown = sectionIds.flatMap((id): [string, string][] => {
    const names = unknownNames(texts[id] ?? '', figures);
    if (names.length === 0) return [];
    return [[textField(id), `“${names.join('”“')}”不是表中数字的名称，请从“可以引用的数字”里选`]];
  });
  if (unknown.length > 0) return { state: { ...result.state, errors: Object.fromEntries(unknown) } };
  const tableTwo = Object.fromEntries(
    tableTwoCells(form).flatMap(({ id, column }): [string, number][] => {
      const value = result.form[cellField(id)];
      return value === undefined || value === '' ? [] : [[id, numberOf(value, column)]];
    }),
  );
  return { state: result.state, typed: { texts, tableTwo, version: Number(result.form['version']) } };
}

const numberOf = (value: string | number, { unit }: TableTwoCell['column']): number =>
  unit === 'money' ? Number(String(value).replace('．', '.')) : Number(value);

/** The form as it is opened. */
export function draftValues(texts: ReportTexts, tableTwo: TableTwo, version: number): FormState['values'] {
  return {
    ...Object.fromEntries(sectionIds.map((id) => [textField(id), textOf(texts, id)])),
    ...Object.fromEntries(Object.entries(tableTwo).map(([id, value]) => [cellField(id), String(value)])),
    version: String(version),
  };
}
