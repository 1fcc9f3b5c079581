import { typographyOf } from '../../languages/typography.ts';
import type { Found, TextRule } from '../rule.ts';
import { maskedOf, type Text } from '../text.ts';

/** Three dots, or three full stops in Chinese and Japanese; no leaders, paths, ranges of numbers or spread values. */
const DOTS =
  /(?<![.…/\\\d]|[([{,]\s?)\.{3}(?![./\\\d…])|(?<![.…/\\])(?<=\d)\.{3}(?![./\\\d…])|[([{]\.{3}(?=[)\]}])/gu;
const WIDE = /(?<![。…])。{3}(?![。…])/gu;

/** Three dots where a language has a mark of its own. */
export const ellipsisStyle: TextRule = {
  id: 'ellipsis-style',
  scope: 'text',
  severity: 'info',
  check: (text) => {
    const { ellipsis, unspaced } = typographyOf(text.locale);
    if (ellipsis === null || !/\.{3}|。{3}/.test(text.plain)) return [];
    return [...dotsIn(text, DOTS, ellipsis), ...(unspaced ? dotsIn(text, WIDE, ellipsis) : [])];
  },
};

function dotsIn(text: Text, pattern: RegExp, ellipsis: string): Found[] {
  return [...maskedOf(text).matchAll(pattern)].map(({ 0: dots, index }): Found => {
    const at = { start: index + dots.search(/[.。]/), end: index + dots.length };
    return { values: { own: ellipsis }, at, fix: [{ ...at, text: ellipsis }] };
  });
}
