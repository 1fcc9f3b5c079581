import type { ElementTable } from '../spec.ts';
import { CONTENT } from './content.ts';
import { FRAME } from './frame.ts';
import { BODY } from './units.ts';

/**
 * The elements of XLIFF 1.2 as the transitional schema has them, which lets in all that the strict one does.
 * https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html
 */
export const TABLES_12: ElementTable = { ...FRAME, ...BODY, ...CONTENT };
