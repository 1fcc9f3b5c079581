import type { Typography } from './type.ts';

/** Marks of Greek. */
export const el: Typography = {
  quotes: ['«»', '“”', '‘’', '‹›'],
  ellipsis: '…',
  dash: '–',
  range: null,
  abbreviations:
    'κ.λπ κλπ κ.ά κ.α π.χ π.Χ μ.Χ μ.μ π.μ αρ αριθ άρ άρθρ σελ σ βλ δηλ εκ δισ εκατ κ κα κος δρ καθ λ.χ τ.μ χιλ ό.π',
  question: ';\u037e',
  semicolon: '·\u0387',
  foreign: { '?': ';', '؟': ';' },
};
