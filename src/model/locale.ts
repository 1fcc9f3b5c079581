const RTL_SCRIPTS = new Set([
  'Adlm',
  'Arab',
  'Aran',
  'Chrs',
  'Elym',
  'Gara',
  'Hatr',
  'Hebr',
  'Mand',
  'Mend',
  'Nkoo',
  'Ougr',
  'Phlp',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
  'Yezi',
]);

/** The canonical form of a BCP 47 tag, or null where it is not well formed. */
export function canonicalLocale(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

/** The direction in which the locale's script is written (by CLDR's likely subtags). */
export function direction(locale: string): 'ltr' | 'rtl' {
  const { script } = new Intl.Locale(locale).maximize();
  return script !== undefined && RTL_SCRIPTS.has(script) ? 'rtl' : 'ltr';
}
