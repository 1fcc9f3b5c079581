import { ACRONYM_WORDS, SPELLED_OUT } from '../../languages/acronyms.ts';
import type { Found, PairRule } from '../rule.ts';
import { wordsOf } from '../text.ts';
import { acronymsOf, isCased, shareOfCapitals } from '../words/capitals.ts';
import { formsOf, hasForm } from '../words/terms.ts';

/** An acronym of the source that the target has neither as it is, nor in its own letters, nor in words that are known. */
export const acronym: PairRule = {
  id: 'acronym',
  scope: 'pair',
  severity: 'info',
  check: ({ source, target }, settings) => {
    const acronyms = acronymsOf(source).filter((one) => !SPELLED_OUT.has(one));
    if (acronyms.length === 0 || !isCased(target) || (shareOfCapitals(target) ?? 0) > 0.6) return [];
    const plain = target.plain.replace(/(?<=\p{Lu})\.(?=\p{Lu}|\P{L}|$)/gu, '');
    if (acronymsOf(target).some((one) => !acronyms.includes(one))) return [];
    return acronyms.flatMap((one): Found[] => {
      if (plain.includes(one)) return [];
      const word = ACRONYM_WORDS[one]?.[target.subtag];
      if (wordsOf(target).some(({ text }) => hasWord(text, word ?? one.toLowerCase(), !word))) return [];
      const forms = formsOf(settings, one, source.locale, target.locale);
      return forms.some((form) => hasForm(target.plain, form)) ? [] : [{ values: { acronym: one } }];
    });
  },
};

/**
 * Whether a word is another one (in small letters), with an article before it or an ending behind it: `l’Otan`,
 * `Unesco-nun`; with a capital letter, where it is no common word of the language.
 */
function hasWord(word: string, wanted: string, capital: boolean): boolean {
  if (!word.toLowerCase().includes(wanted)) return false;
  return [word, ...word.split(/['’ʼ-]/u)].some(
    (piece) => piece.toLowerCase() === wanted && (!capital || piece !== wanted),
  );
}
