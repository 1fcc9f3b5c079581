import type { ElementTable } from '../spec.ts';
import {
  type Attributes,
  FILE,
  LANGUAGE,
  many,
  OTHERS,
  once,
  one,
  open,
  SPACE,
  shut,
  TEXT,
  TOKEN,
  YES_NO,
} from './parts.ts';
import { of, TYPES } from './values.ts';

const PLACE: Attributes = {
  restype: of(TYPES.restype),
  resname: TEXT,
  extradata: TEXT,
  extype: TEXT,
  'help-id': TOKEN,
  menu: TEXT,
  'menu-option': TEXT,
  'menu-name': TEXT,
};
const SIZE: Attributes = {
  'size-unit': of(TYPES.sizeUnit),
  maxwidth: TOKEN,
  minwidth: TOKEN,
  maxheight: TOKEN,
  minheight: TOKEN,
  maxbytes: TOKEN,
  minbytes: TOKEN,
  charclass: TEXT,
};
/** How text looks on the screen. */
export const LOOK: Attributes = {
  coord: of(TYPES.coordinates),
  font: TEXT,
  'css-style': TEXT,
  style: TOKEN,
  exstyle: TOKEN,
};
/** How far a translation is. */
export const STATE: Attributes = {
  state: of(TYPES.state),
  'state-qualifier': of(TYPES.stateQualifier),
  'phase-name': TOKEN,
};

/** The units of XLIFF 1.2. */
export const BODY: ElementTable = {
  body: { ...shut('#body', {}, [many(0, 'group', 'trans-unit', 'bin-unit')]), streams: true },
  group: {
    ...open(
      '#group',
      {
        id: TEXT,
        datatype: of(TYPES.datatype),
        'xml:space': SPACE,
        ts: TEXT,
        ...PLACE,
        ...LOOK,
        translate: YES_NO,
        reformat: of(TYPES.reformat),
        ...SIZE,
        'merged-trans': YES_NO,
      },
      [
        many(0, 'context-group'),
        many(0, 'count-group'),
        many(0, 'prop-group'),
        many(0, 'note'),
        OTHERS,
        many(0, 'group', 'trans-unit', 'bin-unit'),
      ],
    ),
    streams: true,
  },
  'trans-unit': open(
    '#trans-unit',
    {
      id: of('text', 'required'),
      approved: YES_NO,
      translate: YES_NO,
      reformat: of(TYPES.reformat),
      'xml:space': SPACE,
      datatype: of(TYPES.datatype),
      ts: TEXT,
      'phase-name': TEXT,
      ...PLACE,
      ...LOOK,
      ...SIZE,
    },
    [
      one('source'),
      once('seg-source'),
      once('target'),
      many(0, 'context-group', 'count-group', 'prop-group', 'note', 'alt-trans'),
      OTHERS,
    ],
  ),
  'alt-trans': open(
    '#alt-trans',
    {
      'match-quality': TEXT,
      tool: TEXT,
      'tool-id': TEXT,
      crc: TOKEN,
      'xml:lang': LANGUAGE,
      origin: TEXT,
      datatype: of(TYPES.datatype),
      'xml:space': SPACE,
      ts: TEXT,
      ...PLACE,
      mid: TOKEN,
      ...LOOK,
      'phase-name': TOKEN,
      alttranstype: of(TYPES.altTransType),
    },
    [
      once('source'),
      once('seg-source'),
      many(1, 'target'),
      many(0, 'context-group'),
      many(0, 'prop-group'),
      many(0, 'note'),
      OTHERS,
    ],
  ),
  'bin-unit': open(
    '#bin-unit',
    {
      id: of('text', 'required'),
      'mime-type': of(TYPES.mimeType, 'required'),
      approved: YES_NO,
      translate: YES_NO,
      reformat: of(TYPES.reformat),
      ts: TEXT,
      restype: of(TYPES.restype),
      resname: TEXT,
      'phase-name': TEXT,
    },
    [
      one('bin-source'),
      once('bin-target'),
      many(0, 'context-group', 'count-group', 'prop-group', 'note', 'trans-unit'),
      OTHERS,
    ],
  ),
  'bin-source': open('#bin-source', { ts: TEXT }, FILE),
  'bin-target': open(
    '#bin-target',
    { 'mime-type': of(TYPES.mimeType), ts: TEXT, ...STATE, restype: of(TYPES.restype), resname: TEXT },
    FILE,
  ),
};
