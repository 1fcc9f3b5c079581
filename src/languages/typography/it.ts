import type { Typography } from './type.ts';

/** Marks of Italian. */
export const it: Typography = {
  quotes: ['«»', '“”', '‘’'],
  ellipsis: '…',
  dash: '–',
  range: null,
  abbreviations:
    'ecc etc art artt cap cfr dott dr fig ing n nn p pag pagg pp prof sig sigg sig.ra s.p.a s.r.l spa srl vol voll',
};
