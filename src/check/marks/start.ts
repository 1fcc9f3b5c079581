import type { Span } from '../../model/finding.ts';
import { maskedOf, type Text } from '../text.ts';

const UNSEEN = /^[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c\uFFFC]+/u;
const OPENING = /^["“”„«»‹›‘'‚「『〝＂([{（［｛【〔〖《〈⟨]/u;
const BRACKETS = /[([{（［｛【〔〖《〈⟨]/gu;
const BRACKET = /[([{（［｛【〔〖《〈⟨]/u;
/** Letters after an apostrophe at the start: `’Tis`. */
const ELIDED = /^['‘](?:\p{L}{1,4}\b|\d)(?![^'’]*['’](?:\s|[.,;:!?]|$))/u;
const LINE = /^[-–—―•‣▪·*]\s*/u;
const RUN = /[?!？！⁇⁈⁉‽]+/gu;

/** A word alone in brackets: `(sic!)`. */
const ASIDE = /\([\p{L}\p{M}]+$/u;

/** What stands at a text's start and may be lost. */
export type StartKind = 'bracket' | 'quote' | 'dash';

/** The mark with which a text starts, codes and invisible signs left aside. */
export function startOf({ plain }: Text): { kind: StartKind; mark: string } | null {
  const rest = plain.replace(UNSEEN, '');
  const first = rest.charAt(0);
  if (OPENING.test(rest)) {
    if (ELIDED.test(rest)) return null;
    return { kind: BRACKET.test(first) ? 'bracket' : 'quote', mark: first };
  }
  // A dash before a digit is a minus, and before a letter a part of a word.
  return LINE.test(rest) && /^.\s/u.test(rest) ? { kind: 'dash', mark: first } : null;
}

/** Whether a text starts with some opening mark, a dash or a bullet. */
export function startsMarked({ plain }: Text): boolean {
  const rest = plain.replace(UNSEEN, '');
  return OPENING.test(rest) || LINE.test(rest);
}

/** How many opening brackets a text has. */
export function bracketCount({ plain }: Text): number {
  return plain.match(BRACKETS)?.length ?? 0;
}

/** Whether one pair of brackets is around all of a text. */
export function isWrapped({ plain }: Text): boolean {
  return /^[\s\uFFFC]*[([（［【][^()[\]（）［］【】]*[)\]）］】][\s\uFFFC.。։।]*$/u.test(plain);
}

/** Questions and exclamations that have no inverted mark before them, by the mark at their end. */
export function uninverted(text: Text): { mark: '¿' | '¡'; word: string; at: Span }[] {
  const masked = maskedOf(text);
  const found: { mark: '¿' | '¡'; word: string; at: Span }[] = [];
  let from = 0;
  for (const { 0: run, index } of masked.matchAll(RUN)) {
    const before = masked.slice(from, index);
    from = index + run.length;
    if (/[¿¡]/.test(before) || /[(\uFFFC]$/.test(before) || !/\p{L}/u.test(before)) continue;
    if (/[\p{L}\p{N}]/u.test(masked.charAt(from)) || (masked.charAt(from) === ')' && ASIDE.test(before)))
      continue;
    const [word = ''] = /[\p{L}\p{N}]+$/u.exec(before.slice(-40)) ?? [];
    found.push({ mark: /[?？]/.test(run) ? '¿' : '¡', word: word + run, at: { start: index, end: from } });
  }
  return found;
}
