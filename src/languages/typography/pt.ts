import type { Typography } from './type.ts';

/** Marks of Portuguese. */
export const pt: Typography = {
  quotes: ['“”', '‘’', '«»'],
  ellipsis: '…',
  dash: '–',
  range: null,
  abbreviations:
    'etc art arts av cap cia dr dra ex fig ltda máx mín n pág págs p prof profa s.a sr sra tel vol',
};
