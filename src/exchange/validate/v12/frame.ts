import type { ElementTable } from '../spec.ts';
import { FILE, LANGUAGE, many, OTHERS, once, one, open, SPACE, shut, TEXT, TOKEN, YES_NO } from './parts.ts';
import { of, TYPES } from './values.ts';

/** What stands around the units of XLIFF 1.2. */
export const FRAME: ElementTable = {
  xliff: {
    ...open('#xliff', { version: of('text', 'required'), 'xml:lang': LANGUAGE }, [many(0, '*', 'file')]),
    streams: true,
  },
  file: {
    ...open(
      '#file',
      {
        original: of('text', 'required'),
        'source-language': of('language', 'required'),
        datatype: of(TYPES.datatype, 'required'),
        tool: TEXT,
        'tool-id': TEXT,
        date: of('date-time'),
        'xml:space': SPACE,
        ts: TEXT,
        category: TEXT,
        'target-language': LANGUAGE,
        'product-name': TEXT,
        'product-version': TEXT,
        'build-num': TEXT,
      },
      [once('header'), one('body')],
    ),
    streams: true,
  },
  header: shut('#header', {}, [
    once('skl'),
    once('phase-group'),
    many(0, 'glossary', 'reference', 'count-group', 'prop-group', 'note', 'tool'),
    OTHERS,
  ]),
  skl: shut('#skl', {}, FILE),
  glossary: shut('#glossary', {}, FILE),
  reference: shut('#reference', {}, FILE),
  'internal-file': { ...shut('#internal-file', { form: TEXT, crc: TOKEN }), text: true },
  'external-file': shut('#external-file', { href: of('text', 'required'), crc: TOKEN, uid: TOKEN }),
  note: {
    ...shut('#note', {
      'xml:lang': LANGUAGE,
      priority: of(TYPES.priority),
      from: TEXT,
      annotates: of(TYPES.annotates),
    }),
    text: true,
  },
  'phase-group': shut('#phase-group', {}, [many(1, 'phase')]),
  phase: shut(
    '#phase',
    {
      'phase-name': of('text', 'required'),
      'process-name': of('text', 'required'),
      'company-name': TEXT,
      tool: TEXT,
      'tool-id': TEXT,
      date: of('date-time'),
      'job-id': TEXT,
      'contact-name': TEXT,
      'contact-email': TEXT,
      'contact-phone': TEXT,
    },
    [many(0, 'note')],
  ),
  'count-group': shut('#count-group', { name: of('text', 'required') }, [many(0, 'count')]),
  count: {
    ...shut('#count', {
      'count-type': of(TYPES.countType),
      'phase-name': TEXT,
      unit: of(TYPES.unit),
    }),
    text: true,
  },
  'context-group': shut('#context-group', { name: TEXT, crc: TOKEN, purpose: of(TYPES.purpose) }, [
    many(1, 'context'),
  ]),
  context: {
    ...shut('#context', {
      'context-type': of(TYPES.contextType, 'required'),
      'match-mandatory': YES_NO,
      crc: TOKEN,
    }),
    text: true,
  },
  'prop-group': shut('#prop-group', { name: TEXT }, [many(1, 'prop')]),
  prop: { ...shut('#prop', { 'prop-type': of('text', 'required'), 'xml:lang': LANGUAGE }), text: true },
  tool: {
    ...open(
      '#tool',
      {
        'tool-id': of('text', 'required'),
        'tool-name': of('text', 'required'),
        'tool-version': TEXT,
        'tool-company': TEXT,
      },
      [OTHERS],
    ),
    text: true,
  },
};
