import type { Typography } from './type.ts';

/** Marks of Persian. */
export const fa: Typography = {
  quotes: ['«»', '‹›'],
  ellipsis: '…',
  dash: '–',
  range: null,
  abbreviations: 'ص ج ق م ه ش د پ ر ک',
  question: '؟',
  comma: '،',
  semicolon: '؛',
  foreign: { '?': '؟' },
};
