import type { Typography } from './type.ts';

/** Marks of Amharic. */
export const am: Typography = {
  quotes: ['«»', '‹›', '“”', '‘’'],
  ellipsis: '…',
  dash: null,
  range: null,
  abbreviations: 'ዓ.ም ዶ ወ.ዘ.ተ',
  typewriter: true,
  stop: '።፡',
  question: '?፧',
  colon: ':፦፥፡',
  semicolon: ';፤',
  comma: ',፣',
  foreign: { '.': '።' },
  loose: '።፣፤፥፦፧',
};
