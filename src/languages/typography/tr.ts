import type { Typography } from './type.ts';

/** Marks of Turkish. */
export const tr: Typography = {
  quotes: ['“”', '‘’', '«»', '‹›'],
  ellipsis: '…',
  dash: '–',
  range: null,
  abbreviations:
    'vb vs vd bkz örn prof dr doç yrd av sn st cad sok mah no s sf ss m.ö m.s m.ö t.c a.ş ltd şti tel yy alm ing krş çev hz',
};
