import type { ElementTable } from '../spec.ts';
import { type Attributes, LANGUAGE, many, open, shut, TEXT, TOKEN, YES_NO } from './parts.ts';
import { LOOK, STATE } from './units.ts';
import { of, TYPES } from './values.ts';

const INLINE = [many(0, 'g', 'bpt', 'ept', 'ph', 'it', 'mrk', 'x', 'bx', 'ex')];
const SUBS = [many(0, 'sub')];
const CODE: Attributes = { id: of('text', 'required'), ts: TEXT, xid: TEXT, 'equiv-text': TEXT };
const DELIMITER: Attributes = { ctype: of(TYPES.delimiters) };
const PLACEHOLDER: Attributes = { ctype: of(TYPES.placeholders) };
const NATIVE: Attributes = { crc: TEXT };
const PAIRED: Attributes = { rid: TOKEN };

/** The text of XLIFF 1.2 with its codes. */
export const CONTENT: ElementTable = {
  source: { ...open('#source', { 'xml:lang': LANGUAGE, ts: TEXT }, INLINE), text: true },
  'seg-source': { ...open('#seg-source', { 'xml:lang': LANGUAGE, ts: TEXT }, INLINE), text: true },
  target: {
    ...open(
      '#target',
      {
        ...STATE,
        'xml:lang': LANGUAGE,
        ts: TEXT,
        restype: of(TYPES.restype),
        resname: TEXT,
        ...LOOK,
        'equiv-trans': YES_NO,
      },
      INLINE,
    ),
    text: true,
  },
  g: { ...open('#g', { ...CODE, ...DELIMITER, clone: YES_NO }, INLINE), text: true },
  x: open('#x', { ...CODE, ...PLACEHOLDER, clone: YES_NO }),
  bx: open('#bx', { ...CODE, ...PAIRED, ...DELIMITER, clone: YES_NO }),
  ex: open('#ex', { ...CODE, ...PAIRED }),
  ph: { ...open('#ph', { ...CODE, ...PLACEHOLDER, ...NATIVE, assoc: of(TYPES.assoc) }, SUBS), text: true },
  bpt: { ...open('#bpt', { ...CODE, ...PAIRED, ...DELIMITER, ...NATIVE }, SUBS), text: true },
  ept: { ...open('#ept', { ...CODE, ...PAIRED, ...NATIVE }, SUBS), text: true },
  it: {
    ...open(
      '#it',
      { ...CODE, pos: of(TYPES.position, 'required'), ...PAIRED, ...DELIMITER, ...NATIVE },
      SUBS,
    ),
    text: true,
  },
  sub: {
    ...shut('#sub', { datatype: of(TYPES.datatype), ctype: of(TYPES.delimiters), xid: TEXT }, INLINE),
    text: true,
  },
  mrk: {
    ...open('#mrk', { mtype: of(TYPES.mark, 'required'), mid: TOKEN, comment: TEXT, ts: TEXT }, INLINE),
    text: true,
  },
};
