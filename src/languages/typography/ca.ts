import type { Typography } from './type.ts';

/** Marks of Catalan. */
export const ca: Typography = {
  quotes: ['«»', '“”', '‘’'],
  ellipsis: '…',
  dash: '–',
  range: null,
  abbreviations: 'etc art arts cap dr dra fig núm p pàg pàgs prof sr sra st sta tel vol',
};
