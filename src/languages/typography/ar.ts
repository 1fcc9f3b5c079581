import type { Typography } from './type.ts';

/** Marks of Arabic. */
export const ar: Typography = {
  quotes: ['”“', '’‘', '«»', '“”', '‘’', '‹›'],
  ellipsis: '…',
  dash: '–',
  range: null,
  abbreviations: 'د أ م ه إلخ الخ ص ت ق',
  typewriter: true,
  question: '؟',
  comma: '،,',
  semicolon: '؛;',
  foreign: { '?': '؟' },
};
