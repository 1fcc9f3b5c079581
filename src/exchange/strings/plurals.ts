/** A plural form that a key stands for, as i18next writes it: `key_few`, `key_ordinal_two`. */
export interface PluralForm {
  readonly category: Intl.LDMLPluralRule;
  readonly ordinal: boolean;
  /** The key without its category: `key_`, `key_ordinal_`. */
  readonly stem: string;
}

/** A key of the source, or of a form that only the target language has. */
export interface ExpandedKey {
  readonly key: string;
  /** The key that the source text is taken from. */
  readonly from: string;
  readonly form: PluralForm | null;
}

/** A group's keys for a target language. */
export interface Expansion {
  readonly keys: readonly ExpandedKey[];
  /** Keys of forms that the target language does not have. */
  readonly unused: readonly string[];
}

const CATEGORIES: readonly Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other'];
/** From which form the source text of a missing one is taken: the first of these that there is. */
export const FORM_SOURCES: readonly Intl.LDMLPluralRule[] = ['other', 'many', 'few', 'two', 'one', 'zero'];
const SUFFIX = /^(.+_)(zero|one|two|few|many|other)$/s;

/** The plural form that a key may stand for, by its suffix alone. */
export function formOf(key: string): PluralForm | null {
  const [, stem, category] = SUFFIX.exec(key) ?? [];
  if (stem === undefined) return null;
  const ordinal = stem.endsWith('_ordinal_');
  return { category: category as Intl.LDMLPluralRule, ordinal, stem };
}

/**
 * The keys of a group as the target language needs them: forms that only it has are put before `_other`, with the text
 * of `_other` as their source. `texts` are the group's texts by key, in order; `isTaken` tells of any other key.
 */
export function expandKeys(
  texts: ReadonlyMap<string, string>,
  sourceLocale: string,
  targetLocale: string,
  isTaken: (key: string) => boolean,
): Expansion {
  const stems = stemsOf(texts, sourceLocale);
  const keys: ExpandedKey[] = [];
  const unused: string[] = [];
  for (const key of texts.keys()) {
    const form = formOf(key);
    const present = form === null ? undefined : stems.get(form.stem);
    if (form === null || present === undefined) keys.push({ key, from: key, form: null });
    else {
      const wanted = [...categoriesOf(targetLocale, form.ordinal), 'zero'];
      if (key === placeOf(form.stem, present)) {
        keys.push(...missingForms(form, present, targetLocale).filter((added) => !isTaken(added.key)));
      }
      if (wanted.includes(form.category)) keys.push({ key, from: key, form });
      else unused.push(key);
    }
  }
  return { keys, unused };
}

/** The key before which new forms are put: `_other`, or the last form that there is. */
function placeOf(stem: string, present: ReadonlyMap<Intl.LDMLPluralRule, string>): string | undefined {
  const keys = [...present.values()].filter((key) => key.startsWith(stem));
  return keys.find((key) => key === `${stem}other`) ?? keys.at(-1);
}

function missingForms(
  { stem, ordinal }: PluralForm,
  present: ReadonlyMap<Intl.LDMLPluralRule, string>,
  targetLocale: string,
): ExpandedKey[] {
  const best = FORM_SOURCES.find((category) => present.has(category));
  const from = (best && present.get(best)) ?? stem;
  const needed = categoriesOf(targetLocale, ordinal);
  return CATEGORIES.filter((category) => needed.includes(category) && !present.has(category)).map(
    (category) => ({ key: stem + category, from, form: { category, ordinal, stem } }),
  );
}

/** The stems whose keys really are plural forms, with the keys of their categories. */
function stemsOf(
  texts: ReadonlyMap<string, string>,
  locale: string,
): ReadonlyMap<string, ReadonlyMap<Intl.LDMLPluralRule, string>> {
  const stems = new Map<string, Map<Intl.LDMLPluralRule, string>>();
  for (const key of texts.keys()) {
    const form = formOf(key);
    if (form === null) continue;
    const known = stems.get(form.stem) ?? new Map<Intl.LDMLPluralRule, string>();
    stems.set(form.stem, known.set(form.category, key));
  }
  for (const [stem, keys] of stems) {
    // i18next falls back from a form to the key without one, which some files use as the form for all other numbers.
    const bare = stem.slice(0, -1);
    if (!keys.has('other') && texts.get(bare)?.includes('{{')) keys.set('other', bare);
    if (!isPlural(stem, keys, texts, locale)) stems.delete(stem);
  }
  return stems;
}

/** `phase_one` and `phase_two` are no plural in English, nor is `contact_other` alone unless it counts. */
function isPlural(
  stem: string,
  keys: ReadonlyMap<Intl.LDMLPluralRule, string>,
  texts: ReadonlyMap<string, string>,
  locale: string,
): boolean {
  if (stem.endsWith('_ordinal_')) return true;
  const known = categoriesOf(locale, false);
  const own = [...keys.keys()].filter((category) => category !== 'zero');
  if (own.length === 0 || own.some((category) => !known.includes(category))) return false;
  const counts = [...keys.values()].some((key) => /\{\{-?\s*count\b/.test(texts.get(key) ?? ''));
  return counts || own.length > 1 || known.length === 1;
}

/** The categories of a language's plurals, or of its ordinals (CLDR). */
function categoriesOf(locale: string, ordinal: boolean): readonly Intl.LDMLPluralRule[] {
  return rulesOf(locale, ordinal).resolvedOptions().pluralCategories;
}

const rulesKnown = new Map<string, Intl.PluralRules>();

function rulesOf(locale: string, ordinal: boolean): Intl.PluralRules {
  const key = `${locale} ${ordinal}`;
  const rules =
    rulesKnown.get(key) ?? new Intl.PluralRules(locale, { type: ordinal ? 'ordinal' : 'cardinal' });
  rulesKnown.set(key, rules);
  return rules;
}

/** The first few numbers that a form is for, to show to a translator; none where no small number has it. */
export function samplesOf({ category, ordinal }: PluralForm, locale: string): readonly number[] {
  const rules = rulesOf(locale, ordinal);
  const found: number[] = [];
  for (let number = 0; number < 200 && found.length < 5; number += 1) {
    if (rules.select(number) === category) found.push(number);
  }
  if (found.length === 0) return [1.5, 1_000_000].filter((number) => rules.select(number) === category);
  return found;
}
