import type { Typography } from './type.ts';

/** Marks of Hindi. */
export const hi: Typography = {
  quotes: ['“”', '‘’'],
  ellipsis: '…',
  dash: null,
  range: null,
  abbreviations: 'डॉ श्री सं ई पू प्रो कि मी नं रु पृ इ',
  typewriter: true,
  stop: '।॥',
  foreign: { '.': '।', '|': '।' },
  loose: '।॥:',
};
