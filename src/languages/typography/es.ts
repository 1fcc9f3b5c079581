import type { Typography } from './type.ts';

/** Marks of Spanish. */
export const es: Typography = {
  quotes: ['«»', '“”', '‘’'],
  ellipsis: '…',
  dash: '–',
  range: null,
  abbreviations:
    'etc art arts cap cía dr dra ee.uu ej fig gral ltda máx mín n.º núm p pág págs prof s.a sr sra sres srta tel ud uds vol',
  inverted: true,
};
