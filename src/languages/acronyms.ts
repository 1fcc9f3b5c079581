/**
 * Acronyms that many languages spell out or do without, and what only looks like one: countries, the hours of the day, a
 * few words of offices and screens. A target without them is fine.
 */
export const SPELLED_OUT: ReadonlySet<string> = new Set(
  'US USA UK UAE USSR GDR FRG DC AM PM OK TV ID NO VS CEO CFO NB PS AD BC BCE CE PC IT HR PR'.split(' '),
);

/** Acronyms that a language may write as other words, in lower case: `l’Otan`, `l’Onu`. */
export const ACRONYM_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  NATO: { fr: 'otan', es: 'otan', pt: 'otan', ca: 'otan', gl: 'otan' },
  UN: { fr: 'onu', es: 'onu', it: 'onu', pt: 'onu', ca: 'onu', gl: 'onu', ro: 'onu' },
  EU: { fr: 'ue', es: 'ue', it: 'ue', pt: 'ue', ca: 'ue', gl: 'ue', ro: 'ue' },
  WHO: { fr: 'oms', es: 'oms', it: 'oms', pt: 'oms', ca: 'oms', gl: 'oms', ro: 'oms' },
  OECD: { fr: 'ocde', es: 'ocde', it: 'ocse', pt: 'ocde', ca: 'ocde', gl: 'ocde', ro: 'ocde' },
  AIDS: {
    fr: 'sida',
    es: 'sida',
    pt: 'sida',
    ca: 'sida',
    gl: 'sida',
    ro: 'sida',
    ru: 'спид',
    uk: 'снід',
    be: 'снід',
  },
};
