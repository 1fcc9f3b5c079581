import { XLIFF_12 } from '../../xliff/format.ts';
import type { Standard } from '../spec.ts';
import { RULES_12 } from './rules.ts';
import { TABLES_12 } from './tables.ts';

const ADDRESS = 'https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html';

/** XLIFF 1.2, strict or transitional: which of them a file says itself. */
export const XLIFF_12_STANDARD: Standard = {
  version: '1.2',
  namespace: XLIFF_12,
  elements: TABLES_12,
  modules: [],
  rules: RULES_12,
  clause: (fragment) => ADDRESS + fragment,
};
