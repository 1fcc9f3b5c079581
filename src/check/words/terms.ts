import { inLocale } from '../../model/glossary.ts';
import type { CheckSettings } from '../rule.ts';

/** The forms of one term or name by locale. */
interface Formed {
  readonly forms: Readonly<Record<string, readonly string[]>>;
}

function allOf({ glossary, names }: CheckSettings): readonly Formed[] {
  return [...Object.values(glossary), ...Object.values(names)];
}

/** How a term or a name of the project, given in one locale, is written in another; empty where it is none. */
export function formsOf(settings: CheckSettings, form: string, from: string, to: string): readonly string[] {
  return allOf(settings)
    .filter(({ forms }) => inLocale(forms, from).includes(form))
    .flatMap(({ forms }) => inLocale(forms, to));
}

/** Whether a text has a form, its words as they stand there, longer ones too where the form's word ends in `*`. */
export function hasForm(plain: string, form: string): boolean {
  const text = plain.toLowerCase();
  const stem = form.toLowerCase().split('*', 1)[0] ?? '';
  for (let at = text.indexOf(stem); stem !== '' && at >= 0; at = text.indexOf(stem, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return true;
  }
  return false;
}

/** Words that a project knows in a locale: those of its terms and names, in lower case. */
export interface KnownWords {
  readonly whole: ReadonlySet<string>;
  /** Stems, behind which anything may follow. */
  readonly stems: readonly string[];
}

const known = new WeakMap<CheckSettings, Map<string, KnownWords>>();

/** The words that a project knows in a locale. Found once for each. */
export function knownWords(settings: CheckSettings, locale: string): KnownWords {
  let byLocale = known.get(settings);
  if (!byLocale) {
    byLocale = new Map();
    known.set(settings, byLocale);
  }
  let words = byLocale.get(locale);
  if (!words) {
    words = collect(settings, locale);
    byLocale.set(locale, words);
  }
  return words;
}

function collect(settings: CheckSettings, locale: string): KnownWords {
  const forms = allOf(settings).flatMap((one) => inLocale(one.forms, locale));
  const words = [...forms, ...settings.keep.texts].flatMap((form) =>
    form
      .toLowerCase()
      .split(/[^\p{L}\p{M}\p{N}'’ʼ*-]+/u)
      .filter((word) => word !== ''),
  );
  return {
    whole: new Set(words.filter((word) => !word.includes('*'))),
    stems: words.flatMap((word) => (word.endsWith('*') && word.length > 1 ? [word.slice(0, -1)] : [])),
  };
}
