/** A word with soft hyphens where it may be broken. */
export type Hyphenate = (word: string) => string;

interface Loaded {
  readonly default: { readonly hyphenateSync: (text: string) => string };
}

/** The languages that the library has patterns for and that break words with a hyphen, each loaded when it is needed. */
const LANGUAGES: Readonly<Record<string, () => Promise<Loaded>>> = {
  be: () => import('hyphen/be/index.js'),
  bg: () => import('hyphen/bg/index.js'),
  ca: () => import('hyphen/ca/index.js'),
  cs: () => import('hyphen/cs/index.js'),
  da: () => import('hyphen/da/index.js'),
  de: () => import('hyphen/de/index.js'),
  el: () => import('hyphen/el/index.js'),
  en: () => import('hyphen/en/index.js'),
  'en-GB': () => import('hyphen/en-gb/index.js'),
  es: () => import('hyphen/es/index.js'),
  et: () => import('hyphen/et/index.js'),
  eu: () => import('hyphen/eu/index.js'),
  fi: () => import('hyphen/fi/index.js'),
  fr: () => import('hyphen/fr/index.js'),
  ga: () => import('hyphen/ga/index.js'),
  gl: () => import('hyphen/gl/index.js'),
  hr: () => import('hyphen/hr/index.js'),
  hu: () => import('hyphen/hu/index.js'),
  hy: () => import('hyphen/hy/index.js'),
  is: () => import('hyphen/is/index.js'),
  it: () => import('hyphen/it/index.js'),
  ka: () => import('hyphen/ka/index.js'),
  lt: () => import('hyphen/lt/index.js'),
  lv: () => import('hyphen/lv/index.js'),
  mk: () => import('hyphen/mk/index.js'),
  nb: () => import('hyphen/nb/index.js'),
  nl: () => import('hyphen/nl/index.js'),
  pl: () => import('hyphen/pl/index.js'),
  pt: () => import('hyphen/pt/index.js'),
  ro: () => import('hyphen/ro/index.js'),
  ru: () => import('hyphen/ru/index.js'),
  sk: () => import('hyphen/sk/index.js'),
  sl: () => import('hyphen/sl/index.js'),
  sv: () => import('hyphen/sv/index.js'),
  tr: () => import('hyphen/tr/index.js'),
  uk: () => import('hyphen/uk/index.js'),
};

/** Fewer letters than these are not left at a line's end, nor carried over; a shorter word stays whole. */
const LEAST_BEFORE = 2;
const LEAST_AFTER = 2;
const SHORTEST = 6;
const SOFT_HYPHEN = '\u00AD';

/** The hyphenation of those of the locales that there are patterns for, by locale. Loads what it gives and no more. */
export async function loadHyphenation(locales: readonly string[]): Promise<ReadonlyMap<string, Hyphenate>> {
  const found = new Map<string, Hyphenate>();
  for (const locale of new Set(locales)) {
    const load = loaderFor(locale);
    if (load) found.set(locale, wordHyphenation((await load()).default.hyphenateSync));
  }
  return found;
}

function loaderFor(locale: string): (() => Promise<Loaded>) | null {
  const { language, script, region } = new Intl.Locale(locale);
  const usual = new Intl.Locale(language).maximize().script;
  if (script !== undefined && script !== usual) return null;
  const own = `${language}-${region ?? ''}`;
  if (Object.hasOwn(LANGUAGES, own)) return LANGUAGES[own] ?? null;
  return Object.hasOwn(LANGUAGES, language) ? (LANGUAGES[language] ?? null) : null;
}

/** A document says the same words again and again: each is looked at once. */
function wordHyphenation(hyphenate: (text: string) => string): Hyphenate {
  const known = new Map<string, string>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const after = withinBounds(word, hyphenate(word));
    known.set(word, after);
    return after;
  };
}

/** Patterns alone may part a single letter from its word, or a mark from its letter. */
function withinBounds(word: string, hyphenated: string): string {
  const parts = hyphenated.split(SOFT_HYPHEN);
  if (parts.length === 1 || parts.join('') !== word) return word;
  let out = parts[0] ?? '';
  let at = out.length;
  for (const part of parts.slice(1)) {
    const kept = at >= LEAST_BEFORE && word.length - at >= LEAST_AFTER && !/^\p{M}/u.test(part);
    out += kept ? SOFT_HYPHEN + part : part;
    at += part.length;
  }
  return out;
}

const VOID = new Set(['area', 'base', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
/** Text in these is no prose, and what is within them is none either. */
const LITERAL = new Set(['code', 'kbd', 'pre', 'samp', 'script', 'style', 'svg', 'title', 'var']);
const PIECE = /<!--[\s\S]*?-->|<!?\/?([a-zA-Z][\w:-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>|[^<]+|</g;
const LANGUAGE = /\s(?:xml:)?lang="([^"]*)"/;

/**
 * HTML or XHTML as Hexapla writes it, with soft hyphens in the words of each language; code, addresses, attributes and
 * what is not to be translated stay as they are. For print and e-books alone: soft hyphens stay in text that is
 * copied. Linear.
 */
export function hyphenateMarkup(html: string, hyphenation: ReadonlyMap<string, Hyphenate>): string {
  if (hyphenation.size === 0) return html;
  const open: { readonly name: string; readonly hyphenate: Hyphenate | null; readonly locale: string }[] = [];
  let literal = '';
  let out = '';
  for (const [piece, found, attributes = ''] of html.matchAll(PIECE)) {
    const name = found?.toLowerCase();
    if (name === undefined) {
      const hyphenate = literal === '' ? open.at(-1)?.hyphenate : null;
      out += hyphenate && !piece.startsWith('<') ? hyphenateText(piece, hyphenate) : piece;
      continue;
    }
    out += piece;
    if (literal !== '' && (name !== literal || !piece.startsWith('</'))) continue;
    literal = '';
    if (piece.startsWith('</')) closeElement(open, name);
    else if (!VOID.has(name) && !piece.endsWith('/>') && !piece.startsWith('<!')) {
      const locale = LANGUAGE.exec(attributes)?.[1] ?? open.at(-1)?.locale ?? '';
      const kept = attributes.includes('translate="no"') || attributes.includes(' data-address');
      open.push({ name, locale, hyphenate: kept ? null : (hyphenation.get(locale) ?? null) });
      if (LITERAL.has(name)) literal = name;
    }
  }
  return out;
}

function closeElement(open: { readonly name: string }[], name: string): void {
  while (open.length > 0 && open.pop()?.name !== name);
}

/** Words of letters alone: what stands in an address, a file's name or beside digits is no word. */
function hyphenateText(text: string, hyphenate: Hyphenate): string {
  return text.replace(/[^\s<>]+/g, (token) => {
    if (token.length < SHORTEST || /[/@\\_\d]|[\p{L}][.:][\p{L}]/u.test(token)) return token;
    return token.replace(/&[#\w]+;|[\p{L}\p{M}]+/gu, (word) =>
      word.startsWith('&') || word.length < SHORTEST ? word : hyphenate(word),
    );
  });
}
