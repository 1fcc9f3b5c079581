import type { Typography } from './type.ts';

/** Marks of Korean. */
export const ko: Typography = {
  quotes: ['“”', '‘’', '「」', '『』'],
  ellipsis: '…',
  dash: null,
  range: null,
  typewriter: true,
};
