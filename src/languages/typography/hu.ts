import type { Typography } from './type.ts';

/** Marks of Hungarian. */
export const hu: Typography = {
  quotes: ['„”', '»«', '’’', '‘’', '«»'],
  ellipsis: '…',
  dash: '–',
  range: '–',
  abbreviations:
    'stb pl kb kft rt zrt nyrt ill sz ún dr prof u út ker id ifj jan febr márc ápr jún júl aug szept okt nov dec old évf bek',
};
