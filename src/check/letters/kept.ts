import type { CheckSettings } from '../rule.ts';
import { CODE } from '../text.ts';

const known = new WeakMap<CheckSettings, Map<string, readonly string[]>>();

/**
 * What may be the same in a locale as in the source, longest first: texts that stay as they are, the project's names, and
 * terms that both languages have alike.
 */
function keptIn(settings: CheckSettings, locale: string): readonly string[] {
  const byLocale = known.get(settings) ?? new Map<string, readonly string[]>();
  known.set(settings, byLocale);
  let kept = byLocale.get(locale);
  if (!kept) {
    const { keep, names, glossary, sourceLocale } = settings;
    const terms = Object.values(glossary).flatMap(({ forms }) => {
      const own = new Set(forms[locale] ?? []);
      return (forms[sourceLocale] ?? []).filter((form) => own.has(form));
    });
    const named = Object.values(names).flatMap(({ forms }) => Object.values(forms).flat());
    const all = new Set([...keep.texts, ...named, ...terms].map((text) => text.replace(/\*$/u, '')));
    kept = [...all].filter((text) => text.trim() !== '').sort((a, b) => b.length - a.length);
    byLocale.set(locale, kept);
  }
  return kept;
}

/** A text with all of that made `CODE` throughout, all offsets kept. */
export function withoutKept(plain: string, settings: CheckSettings, locale: string): string {
  let left = plain;
  for (const text of keptIn(settings, locale)) {
    if (left.includes(text)) left = left.replaceAll(text, CODE.repeat(text.length));
  }
  return left;
}

/** Whether a pair's text stays as it is in every language. */
export function isKept(plain: string, kind: string, { keep }: CheckSettings): boolean {
  return (keep.kinds as readonly string[]).includes(kind) || keep.texts.includes(plain.trim());
}
