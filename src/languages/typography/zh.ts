import type { Typography } from './type.ts';

/** Marks of Chinese. */
export const zh: Typography = {
  quotes: ['“”', '‘’', '「」', '『』'],
  ellipsis: '……',
  dash: null,
  range: null,
  unspaced: true,
  stop: '。．｡',
  question: '？',
  exclamation: '！',
  colon: '：',
  semicolon: '；',
  comma: '，、',
  foreign: { '.': '。', '?': '？', '!': '！' },
  usual: '?!',
};
