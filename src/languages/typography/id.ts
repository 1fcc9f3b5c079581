import type { Typography } from './type.ts';

/** Marks of Indonesian. */
export const id: Typography = {
  quotes: ['“”', '‘’'],
  ellipsis: '…',
  dash: '–',
  range: null,
  abbreviations: 'dll dsb dst dr prof hlm no pt tbk jl rp yth',
  typewriter: true,
};
