import { AZERBAIJANI } from './profiles/az.ts';
import { BELARUSIAN } from './profiles/be.ts';
import { GERMAN } from './profiles/de.ts';
import { COMMON, OTHER } from './profiles/default.ts';
import { ENGLISH } from './profiles/en.ts';
import { FRENCH } from './profiles/fr.ts';
import { ARMENIAN } from './profiles/hy.ts';
import { GEORGIAN } from './profiles/ka.ts';
import { ROMANIAN } from './profiles/ro.ts';
import { RUSSIAN } from './profiles/ru.ts';
import type { ProfileData } from './profiles/shape.ts';
import { UKRAINIAN } from './profiles/uk.ts';
import { type Marks, marksOf } from './sentences-scan.ts';

const PROFILES: Readonly<Record<string, ProfileData>> = {
  az: AZERBAIJANI,
  be: BELARUSIAN,
  de: GERMAN,
  en: ENGLISH,
  fr: FRENCH,
  hy: ARMENIAN,
  ka: GEORGIAN,
  ro: ROMANIAN,
  ru: RUSSIAN,
  uk: UKRAINIAN,
};

/** Languages without a profile that write ordinals with a stop. */
const ORDINAL_LANGUAGES: ReadonlySet<string> = new Set(
  'bs cs da et fi fo hr hu is lb lv nb nn no pl sk sl sr tr'.split(' '),
);

/** A language's lists, ready for asking. */
export interface Profile {
  readonly marks: Marks;
  readonly dotIsPause: boolean;
  readonly before: ReadonlySet<string>;
  readonly closing: ReadonlySet<string>;
  readonly either: ReadonlySet<string>;
  readonly number: ReadonlySet<string>;
  readonly measures: ReadonlySet<string>;
  /** The last parts of all abbreviations, in lower case: what is not among them is a word. */
  readonly tails: ReadonlySet<string>;
  readonly openers: ReadonlySet<string>;
  readonly labels: ReadonlySet<string>;
  readonly speech: ReadonlySet<string>;
  /** Words before an ordinal; `undefined` where ordinals take no stop. */
  readonly ordinals: ReadonlySet<string> | undefined;
}

function words(...lists: readonly (string | undefined)[]): ReadonlySet<string> {
  const all = lists.flatMap((list) => (list ?? '').split(/\s+/));
  return new Set(all.filter((word) => word !== ''));
}

function tailsOf(...lists: readonly (string | undefined)[]): ReadonlySet<string> {
  const all = [...words(...lists)].map((word) => word.slice(word.lastIndexOf('.') + 1).toLowerCase());
  return new Set(all);
}

function compile(data: ProfileData, language: string): Profile {
  const ordinals = ORDINAL_LANGUAGES.has(language) ? '' : data.ordinals;
  const extra = (data.stops ?? '') + (language === 'el' ? ';\u037e' : '');
  return {
    marks: marksOf(extra, data.dotIsPause === true),
    dotIsPause: data.dotIsPause === true,
    before: words(COMMON.before, data.before),
    closing: words(COMMON.closing, data.closing),
    either: words(COMMON.either, data.either),
    number: words(COMMON.number, data.number),
    measures: words(data.measures),
    tails: tailsOf(
      ...[COMMON.before, COMMON.closing, COMMON.either, COMMON.number],
      ...[data.before, data.closing, data.either, data.number, data.measures],
    ),
    openers: words(data.openers),
    labels: words(data.labels),
    speech: words(data.speech),
    ordinals: ordinals === undefined ? undefined : words(ordinals),
  };
}

const compiled = new Map<string, Profile>();

/** The profile of a locale's language; of the general one where the language has none. Compiled once a language. */
export function profileOf(locale: string): Profile {
  const language = locale.split(/[-_]/, 1)[0]?.toLowerCase() ?? '';
  const known = compiled.get(language);
  if (known !== undefined) return known;
  const data = Object.hasOwn(PROFILES, language) ? PROFILES[language] : undefined;
  const profile = compile(data ?? OTHER, language);
  if (compiled.size < 64) compiled.set(language, profile);
  return profile;
}
