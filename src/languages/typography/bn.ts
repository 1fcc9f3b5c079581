import type { Typography } from './type.ts';

/** Marks of Bengali. */
export const bn: Typography = {
  quotes: ['“”', '‘’'],
  ellipsis: '…',
  dash: '–',
  range: null,
  abbreviations: 'ড ডা ডাঃ মো মোঃ ইং খ্রি প্রফেসর',
  typewriter: true,
  stop: '।॥',
  foreign: { '.': '।', '|': '।' },
  loose: '।॥',
};
