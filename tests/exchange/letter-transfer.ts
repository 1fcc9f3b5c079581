import type { Transfer, TransferTerm } from '../../src/model/transfer.ts';
import { content } from './support.ts';

const CODES = {
  '1': { type: 'strong', parts: ['**', '**'] },
  '2': { type: 'code', parts: ['`x<y`'], text: 'x<y' },
} as const;

const TEXTS = {
  fr: {
    parties: 'Les deux <1>parties</1> sont d’accord.',
    title: 'Un titre',
    both: 'Aujourd’hui & demain, 200 « femmes » marcheront sur "Paris".',
  },
  hy: {
    parties: 'Երկու <1>կողմերն</1> էլ համաձայն են։',
    title: 'Վերնագիր',
    both: 'Այսօր եւ վաղը 200 կին կքայլի դեպի «Փարիզ»։',
  },
} as const;

/** A handoff with one segment of every sort: reviewed, missing, stale, joined with the next, and one like a formula. */
export function letter(locale: 'fr' | 'hy'): Transfer {
  const texts = TEXTS[locale];
  const rest = { codes: CODES, stale: false, notes: [] } as const;
  return {
    document: 'locales/en/letter.md',
    sourceLocale: 'en',
    targetLocale: locale,
    handoff: locale === 'fr' ? '0123456789abcdef' : 'fedcba9876543210',
    notes: [{ category: 'instruction', text: 'Keep names as they are.' }],
    units: [
      {
        id: 'u00000001',
        kind: 'heading',
        notes: [{ category: 'kind', text: 'Heading' }],
        gaps: [],
        segments: [
          {
            ...rest,
            id: 's00000011',
            source: content('A new title'),
            target: content(texts.title),
            state: 'initial',
            stale: true,
            previous: content('A title'),
            notes: [{ category: 'previous-source', text: 'This was: A title' }],
          },
        ],
      },
      {
        id: 'u00000002',
        kind: 'paragraph',
        notes: [{ category: 'kind', text: 'Paragraph' }],
        gaps: [' ', ' ', ' '],
        segments: [
          {
            ...rest,
            id: 's00000021',
            source: content('Both <1>parties</1> agree.'),
            target: content(texts.parties),
            state: 'reviewed',
          },
          {
            ...rest,
            id: 's00000022',
            source: content('Use <2/> &amp; stop.'),
            target: null,
            state: 'initial',
            notes: [{ category: 'comment', text: 'A comment,\non two lines.' }],
          },
          {
            ...rest,
            id: 's00000023',
            source: content('Today and tomorrow'),
            target: content(texts.both.replace('&', '&amp;')),
            state: 'translated',
            covers: ['s00000024'],
          },
          {
            ...rest,
            id: 's00000024',
            source: content('200 “women” will march on "Paris".'),
            target: null,
            state: 'initial',
            notes: [{ category: 'context', text: 'Translated with s00000023.' }],
          },
        ],
      },
      {
        id: 'u00000003',
        kind: 'cell',
        notes: [{ category: 'kind', text: 'Cell' }],
        gaps: [],
        segments: [
          {
            ...rest,
            id: 's00000031',
            source: content('=1+1'),
            target: content('−1/2'),
            state: 'final',
          },
        ],
      },
    ],
  };
}

/** Terms that a handoff may hold. */
export const TERMS: readonly TransferTerm[] = [
  {
    id: 'party 1',
    term: 'party',
    definition: 'One of the two sides of a contract & its heirs.',
    translations: ['partie', 'partie contractante'],
    forbidden: ['parti'],
  },
  { id: 'march', term: 'march', translations: [], forbidden: [] },
];
