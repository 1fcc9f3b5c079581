import type { Typography } from './type.ts';

/** Marks of Armenian. */
export const hy: Typography = {
  quotes: ['«»', '„“', '‹›'],
  ellipsis: null,
  dash: '–',
  range: null,
  abbreviations: 'թ թթ դ դդ հմմ տես տ պրն տկն դոկտ պրոֆ ակադ հազ մլն մլրդ էջ ր հատ նկ աղ փող պող',
  stop: '։',
  question: '՞',
  exclamation: '՜',
  colon: '՝:․.',
  semicolon: '․.՝;',
  comma: ',՝',
  foreign: { '.': '։', ':': '։', '․': '։' },
  usual: ':․',
  inner: { question: '՞', exclamation: '՜՛' },
};
