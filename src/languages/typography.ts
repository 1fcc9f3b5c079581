import type { Typography } from './typography/type.ts';
import { TYPOGRAPHIES } from './typography/typographies.ts';

export type { MarkSpaces, Typography } from './typography/type.ts';

/** Other tags of the same language, and regions that write as another one does. */
const ALIASES: Readonly<Record<string, string>> = {
  iw: 'he',
  no: 'nb',
  nn: 'nb',
  in: 'id',
  sh: 'hr',
  cnr: 'sr',
  prs: 'fa',
  oc: 'ca',
  rm: 'de-ch',
  gsw: 'de-ch',
  lb: 'de',
  'de-li': 'de-ch',
  'it-ch': 'de-ch',
  'pt-ao': 'pt-pt',
  'pt-mz': 'pt-pt',
  'pt-cv': 'pt-pt',
  'en-ie': 'en-gb',
  'en-nz': 'en-gb',
  'en-za': 'en-gb',
  'zh-tw': 'zh-hant',
  'zh-hk': 'zh-hant',
  'zh-mo': 'zh-hant',
  yue: 'zh-hant',
  ne: 'hi',
};
/** Spanish of Spain; elsewhere it is written as in Mexico. */
const SPAIN = new Set(['es', 'es-es', 'es-gq', 'es-ph', 'es-ic', 'es-ea']);
/** Languages by script that stand for those without data. Their marks are taken over, their quotation marks are not. */
const BY_SCRIPT: Readonly<Record<string, string>> = {
  Arab: 'ar',
  Hans: 'zh',
  Hant: 'zh-hant',
  Jpan: 'ja',
  Thai: 'th',
  Laoo: 'lo',
  Khmr: 'km',
  Mymr: 'my',
  Ethi: 'am',
};
/** What is said of a language without data: nothing that could be wrong. */
const PLAIN: Typography = {
  quotes: [
    '“”',
    '‘’',
    '«»',
    '‹›',
    '„“',
    '„”',
    '”“',
    '””',
    '»«',
    '»»',
    '‚‘',
    '‚’',
    '’‘',
    '’’',
    '「」',
    '『』',
  ],
  typewriter: true,
  loose: ':;!?',
  ellipsis: null,
  dash: null,
  range: null,
};

const found = new Map<string, Typography>();

/** How a locale writes its marks; for a language without data what its script asks for. */
export function typographyOf(locale: string): Typography {
  let typography = found.get(locale);
  if (!typography) {
    typography = find(locale.toLowerCase());
    found.set(locale, typography);
  }
  return typography;
}

function find(tag: string): Typography {
  const own = known(tag);
  if (own) return own;
  const script = BY_SCRIPT[scriptOf(tag)];
  return { ...(script && TYPOGRAPHIES[script]), ...PLAIN };
}

function known(tag: string): Typography | null {
  const [language = '', ...subtags] = tag.split('-');
  const region = subtags.find((subtag) => /^(?:[a-z]{2}|\d{3})$/.test(subtag));
  const script = subtags.find((subtag) => /^[a-z]{4}$/.test(subtag));
  if (language === 'es' && region && !SPAIN.has(`es-${region}`)) return TYPOGRAPHIES['es-mx'] ?? null;
  for (const more of [script, script ? null : region]) {
    const data = more && at(`${language}-${more}`);
    if (data) return data;
  }
  return at(language);
}

function at(tag: string): Typography | null {
  const name = Object.hasOwn(ALIASES, tag) ? (ALIASES[tag] ?? tag) : tag;
  return Object.hasOwn(TYPOGRAPHIES, name) ? (TYPOGRAPHIES[name] ?? null) : null;
}

function scriptOf(tag: string): string {
  try {
    return new Intl.Locale(tag).maximize().script ?? '';
  } catch {
    return '';
  }
}
