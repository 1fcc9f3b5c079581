import type { Typography } from './type.ts';

/** Marks of Azerbaijani. */
export const az: Typography = {
  quotes: ['“”', '‘’', '«»', '„“', '‹›', '„”'],
  ellipsis: null,
  dash: '–',
  range: null,
  abbreviations: 'və s b.k m.ö e.ə b.e m t və i.a prof dr akad küç pr nö min mln mlrd',
};
