import { ANSWER, LABEL, SPEAKER } from '../../languages/leftovers.ts';
import { SIGN } from '../chars.ts';
import type { Found, PairRule } from '../rule.ts';
import { kindsOfText } from '../text.ts';

/** Only this much of a text is its beginning. */
const BEGINNING = 120;

/**
 * Marks that programs write and people do not, by kind, with what a text must have one of for the pattern to be tried; none
 * of them is linked to another.
 */
const MARKS: readonly (readonly [kind: string, pattern: RegExp, has: readonly string[]])[] = [
  [
    'entity',
    /&(?:amp|lt|gt|quot|apos|nbsp|[lr]aquo|hellip|[mn]dash|[lr][sd]quo|shy|copy|euro|thinsp|[aeiou](?:acute|grave|circ|uml)|ccedil|szlig|ntilde|#\d{2,6}|#x[\da-f]{2,5});/giu,
    ['&'],
  ],
  [
    'token',
    /\[\[\/?\d{1,4}\]\]|<\/?(?:[a-z]{1,3})?\d{1,4}\s?\/?>|__\d{1,4}__|__[A-Z]{2,20}(?:_?\d{1,4})?__|⟦[^⟧]{0,20}⟧|%%\d{1,4}%%|@@\d{1,4}@@|\[(?:TAG|PH|CODE)_?\d{1,4}\]|【\d{1,4}†[^】]{0,40}】/gu,
    ['[[', '<', '__', '⟦', '%%', '@@', '[TAG', '[PH', '[CODE', '【'],
  ],
  ['braces', /\{\{|\}\}|\{%|%\}|\$\{/gu, ['{', '}']],
  [
    'tag',
    /<\/?(?:b|i|u|em|strong|br|p|span|div|li|ul|sup|sub|code|font|bpt|ept|ph|bx|ex|seg|source|target|translation|think)(?:\s[^<>]{0,80})?\/?>/giu,
    ['<'],
  ],
  ['fence', /```|~~~|\*\*(?=\S)/gu, ['```', '~~~', '**']],
  ['chat', /<\|[a-z_]{2,20}\|>|\[\/?INST\]|<\/?s>/gu, ['<', 'INST]']],
];

/** What a program that translates left in the text: its own words, its tokens, markup shown as text. */
export const profanityOfMachine: PairRule = {
  id: 'profanity-of-machine',
  scope: 'pair',
  severity: 'warning',
  check: ({ source, target }) => [
    ...words(source.plain, target.plain),
    ...(kindsOfText(target) & SIGN ? marks(source.plain, target.plain) : []),
  ],
};

/** Words about the translation, where the source does not begin with such itself. */
function words(source: string, target: string): Found[] {
  const start = beginningOf(target);
  const kinds: readonly (readonly [string, RegExp])[] = [
    ['label', LABEL],
    ['answer', ANSWER],
    ['speaker', SPEAKER],
  ];
  for (const [kind, pattern] of kinds) {
    const found = pattern.exec(start);
    if (!found) continue;
    const own = beginningOf(source);
    const isInSource = pattern.test(own) || /translat|machine|artificial|\bai\b/u.test(own);
    if (isInSource || (kind === 'label' && /^[^:：]{1,40}[:：]/u.test(own))) continue;
    const text = target.slice(0, found[0].length).trim();
    return [{ values: { kind, text }, at: { start: 0, end: found[0].length } }];
  }
  return [];
}

function beginningOf(text: string): string {
  return text.slice(0, BEGINNING).replace(/[’ʼ]/gu, "'").toLowerCase();
}

/** Marks that the source has not, one finding a kind. */
function marks(source: string, target: string): Found[] {
  return MARKS.flatMap(([kind, pattern, has]): Found[] => {
    if (!has.some((mark) => target.includes(mark))) return [];
    const first = [...target.matchAll(pattern)].find(([mark]) => !source.includes(mark));
    if (!first) return [];
    const [text] = first;
    return [{ values: { kind, text }, at: { start: first.index, end: first.index + text.length } }];
  });
}
