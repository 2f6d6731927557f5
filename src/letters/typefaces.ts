import { type Typefaces, openTypefaces } from '../infrastructure/printing/fonts.js';
import { settings } from '../infrastructure/settings.js';

let opened: Typefaces | undefined;

/** The fonts of letters: the office's own from the settings before the free ones. */
export function letterTypefaces(): Typefaces {
  opened ??= openTypefaces(settings().fonts);
  return opened;
}
