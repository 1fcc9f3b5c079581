import type { Typography } from './type.ts';

/** Marks of Urdu. */
export const ur: Typography = {
  quotes: ['”“', '’‘', '“”', '‘’', '«»'],
  ellipsis: '…',
  dash: '–',
  range: null,
  abbreviations: 'ڈاکٹر وغیرہ',
  typewriter: true,
  stop: '۔',
  question: '؟',
  comma: '،',
  semicolon: '؛',
  foreign: { '.': '۔', '?': '؟' },
  loose: '۔',
};
