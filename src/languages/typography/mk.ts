import type { Typography } from './type.ts';

/** Marks of Macedonian. */
export const mk: Typography = {
  quotes: ['„“', '‚‘', '«»', '’‘', '’’', '„”'],
  ellipsis: '…',
  dash: '–',
  range: '–',
  abbreviations: 'итн г год др проф стр ст бр чл т.н т.е св сл',
};
