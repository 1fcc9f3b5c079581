import { hanForms } from '../../languages/han.ts';
import { hasSeveral } from '../../languages/identifiable.ts';
import { type Script, scriptsOf } from '../../languages/scripts.ts';
import { createJudge, type Judge } from '../identify/judge.ts';
import { type Piece, piecesOf } from '../identify/pieces.ts';
import { isKept } from '../letters/kept.ts';
import { lettersOf } from '../letters/letters.ts';
import type { Edition, EditionRule, FoundInEdition, Pair } from '../rule.ts';
import type { Text } from '../text.ts';

/** A shorter text does not tell its language. */
const LEAST = 20;
/** So many segments are no quotation and no accident, if they are long enough or a good part of all. */
const MANY = 3;
const LONG = 40;
const PART = 0.1;
/** Japanese of so many Chinese characters has some kana. */
const NO_KANA = 20;
/** So many characters in forms of the mainland or of Taiwan alone are not one writer's habit. */
const FORMS = 2;

/** A target in another language than its locale's. */
export const wrongLanguage: EditionRule = {
  id: 'wrong-language',
  scope: 'edition',
  severity: 'warning',
  check: (edition) => {
    const { locale } = edition;
    if (locale === null || edition.pairs.length === 0) return [];
    const judges = new Map<string, Judge>();
    const found = edition.pairs.flatMap((pair) => judged(pair, edition, judges) ?? []);
    const many = frequentLanguages(found, edition.pairs.length);
    return found.map(({ letters, ...one }) => ({
      ...one,
      severity: many.has(one.values['found'] ?? '') ? 'error' : 'warning',
    }));
  },
};

/** The wrong languages of so many segments that it is an error. */
function frequentLanguages(found: readonly Judged[], pairs: number): ReadonlySet<string | number> {
  const counts = new Map<string | number, { all: number; long: number }>();
  for (const { values, letters } of found) {
    const language = values['found'] ?? '';
    const { all, long } = counts.get(language) ?? { all: 0, long: 0 };
    counts.set(language, { all: all + 1, long: long + (letters >= LONG ? 1 : 0) });
  }
  const frequent = [...counts].filter(
    ([, { all, long }]) => long >= MANY || all >= Math.max(MANY, PART * pairs),
  );
  return new Set(frequent.map(([language]) => language));
}

interface Judged extends FoundInEdition {
  /** How many letters tell it. */
  readonly letters: number;
}

function judged(pair: Pair, { settings }: Edition, judges: Map<string, Judge>): Judged | null {
  const { id, source, target, kind } = pair;
  if (source.subtag === target.subtag) return null;
  const { counts, total } = lettersOf(target);
  const script = [...scriptsOf(target.locale)].find((own) => (counts.get(own) ?? 0) * 2 > total) ?? 'Hani';
  const expected = target.subtag;
  if (script === 'Hani' || script === 'Hira' || script === 'Kana') {
    const language = chineseOrJapanese(target, counts);
    return language === null
      ? null
      : { segment: id, values: { expected, found: language }, letters: total * 3 };
  }
  if (total < LEAST || !hasSeveral(script) || isKept(target.plain, kind, settings)) return null;
  let judge = judges.get(script);
  if (!judge) {
    judge = createJudge({ subtag: expected, script, source: source.subtag, identify: settings.identify });
    judges.set(script, judge);
  }
  const [wrong] = piecesOf(pair).flatMap((piece): { piece: Piece; language: string }[] => {
    const language = piece.letters < LEAST ? null : judge(piece);
    return language === null || language === expected ? [] : [{ piece, language }];
  });
  if (!wrong) return null;
  const { piece, language } = wrong;
  return {
    segment: id,
    values: { expected, found: language },
    at: { start: piece.start, end: piece.end },
    letters: piece.letters,
  };
}

/** Tells languages in Chinese characters by their kana, and by the forms of the characters. */
function chineseOrJapanese(
  { plain, locale, subtag }: Text,
  counts: ReadonlyMap<Script, number>,
): string | null {
  const kana = (counts.get('Hira') ?? 0) + (counts.get('Kana') ?? 0);
  const han = counts.get('Hani') ?? 0;
  if (subtag === 'ja' || subtag === 'ko') {
    if (han < 4 || kana + (counts.get('Hang') ?? 0) > 0) return null;
    return han >= NO_KANA || hanForms(plain).simplified > 1 ? 'zh' : null;
  }
  if (subtag !== 'zh') return null;
  if ((counts.get('Hira') ?? 0) >= 2 && kana * 4 > han) return 'ja';
  const { simplified, traditional } = hanForms(plain);
  // `zh` alone is written for both.
  if (locale.length === 2) return null;
  if (isTraditional(locale)) return simplified >= FORMS && traditional === 0 ? 'zh-Hans' : null;
  return traditional >= FORMS && simplified === 0 ? 'zh-Hant' : null;
}

const traditional = new Map<string, boolean>();

function isTraditional(locale: string): boolean {
  const known = traditional.get(locale) ?? new Intl.Locale(locale).maximize().script === 'Hant';
  traditional.set(locale, known);
  return known;
}
