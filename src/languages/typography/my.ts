import type { Typography } from './type.ts';

/** Marks of Burmese. */
export const my: Typography = {
  quotes: ['“”', '‘’'],
  ellipsis: '…',
  dash: null,
  range: null,
  typewriter: true,
  unspaced: true,
  stopless: true,
  stop: '။.',
  comma: '၊,',
  semicolon: '၊;',
  loose: '။၊',
};
