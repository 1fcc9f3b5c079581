import type { Typography } from './type.ts';

/** Marks of Romanian. */
export const ro: Typography = {
  quotes: ['„”', '«»', '‘’'],
  ellipsis: '…',
  dash: '–',
  range: null,
  abbreviations:
    'etc ș.a ş.a ș.a.m.d art alin nr pct lit dl dna dvs str bd prof dr ing pag p cap vol mil mld ex cca ian feb mart apr aug sept oct nov dec',
};
