import type { Typography } from './type.ts';

/** Marks of Estonian. */
export const et: Typography = {
  quotes: ['„“', '‚‘', '„”', '«»', '“”'],
  ellipsis: '…',
  dash: '–',
  range: '–',
  abbreviations: 'jne jms jt nt a lk nr vt prof dr tn mln mld ca st s.o sh lg p',
};
