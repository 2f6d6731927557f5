import { inRow } from '../domain/acts/fields.js';
import { replyContentFields } from '../domain/acts/reply-acts.js';
import { mattersIn } from '../domain/outcome/matters.js';
import { type Values, mattersHeld } from './answer-form.js';

const { most } = replyContentFields.matters;
const MATTER = /^matters\.(\d{1,3})\.(.+)$/u;
const LEAST = 2;

type Kept = Record<string, unknown>;

/** What a button of the form asks to be rearranged, by its value. */
const rearrangements = ['choose', 'parts', 'whole', 'add'] as const;
const DROP = 'drop.';

/** Whether the button pressed changes the form and does nothing with the case. */
export const rearranges = (pressed: string): boolean =>
  (rearrangements as readonly string[]).includes(pressed) || pressed.startsWith(DROP);

/** The form after the button: parted into matters, one more, one less, or whole again. What was typed is kept. */
export function rearranged(pressed: string, values: Values, request: string): Kept {
  const count = mattersHeld(values);
  switch (pressed) {
    case 'parts':
      return count > 0 ? { ...values } : parted(values, request);
    case 'whole':
      return whole(values);
    case 'add':
      return count > 0 && count < most ? { ...values, [inRow('matters', count, 'what')]: '' } : { ...values };
    default:
      return pressed.startsWith(DROP) ? without(Number(pressed.slice(DROP.length)), values) : { ...values };
  }
}

/** Parted as the applicant has numbered his matters, else into two to be filled in; what was written goes to the first. */
function parted(values: Values, request: string): Kept {
  const asked = mattersIn(request);
  const titles = asked.length > 0 ? asked.slice(0, most) : Array.from({ length: LEAST }, () => '');
  const outside = ['on', 'number', 'onTheSpot', 'version'];
  const kept = Object.entries(values).filter(([name]) => outside.includes(name));
  const moved = Object.entries(values).filter(([name]) => !outside.includes(name));
  return Object.fromEntries([
    ...kept,
    ...moved.map(([name, value]) => [inRow('matters', 0, name), value] as const),
    ...titles.map((what, row) => [inRow('matters', row, 'what'), what] as const),
  ]);
}

/** The first matter stands for the whole again. */
function whole(values: Values): Kept {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const [, row, part = ''] = MATTER.exec(name) ?? [];
      if (row === undefined) return name === 'outcome' ? [] : [[name, value] as const];
      return row === '0' && part !== 'what' ? [[part, value] as const] : [];
    }),
  );
}

function without(dropped: number, values: Values): Kept {
  if (mattersHeld(values) <= LEAST) return { ...values };
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const [, row, part = ''] = MATTER.exec(name) ?? [];
      if (row === undefined) return [[name, value] as const];
      const at = Number(row);
      if (at === dropped) return [];
      return [[inRow('matters', at > dropped ? at - 1 : at, part), value] as const];
    }),
  );
}
