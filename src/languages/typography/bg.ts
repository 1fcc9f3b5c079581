import type { Typography } from './type.ts';

/** Marks of Bulgarian. */
export const bg: Typography = {
  quotes: ['„“', '‚‘', '«»', '“”', '‘’', '’’'],
  ellipsis: '…',
  dash: '–',
  range: '–',
  abbreviations: 'г гг др т.н т.е и др пр чл ал ст стр с ул бул проф инж млн млрд хил лв напр вж св гр',
};
