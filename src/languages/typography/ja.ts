import type { Typography } from './type.ts';

/** Marks of Japanese. */
export const ja: Typography = {
  quotes: ['「」', '『』', '“”', '‘’', '〝〟', '〝〞'],
  ellipsis: '…',
  dash: null,
  range: null,
  unspaced: true,
  stop: '。．｡',
  question: '？',
  exclamation: '！',
  colon: '：。',
  semicolon: '；',
  comma: '、，',
  foreign: { '.': '。', '?': '？', '!': '！' },
  usual: '?!',
  asking: 'か',
};
