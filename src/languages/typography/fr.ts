import type { Typography } from './type.ts';

/** Marks of French. */
export const fr: Typography = {
  quotes: ['«»', '“”', '‹›', '‘’'],
  ellipsis: '…',
  dash: '–',
  range: null,
  abbreviations:
    'etc cf ex art al env p pp vol no chap éd fig janv févr avr juil sept oct nov déc av bd dr m mm st ste boul tél',
  spaces: 'french',
};
