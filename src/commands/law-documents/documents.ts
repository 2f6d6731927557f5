import { glossaryDocument } from './glossary-document.js';
import { legalityDocument } from './legality-document.js';
import { lifecycleDocument } from './lifecycle-document.js';
import { remediesDocument } from './remedies-document.js';

/** The documents that are written from the law as the program holds it, by their place under docs/. */
export const lawDocuments: Readonly<Record<string, () => string>> = {
  'lifecycle.md': lifecycleDocument,
  'legality.md': legalityDocument,
  'remedies.md': remediesDocument,
  'glossary.md': glossaryDocument,
};
