/** Languages in which international bodies keep their pages: an edition may lead to one of them. */
const WORLD = ['en', 'fr', 'es', 'ru', 'ar', 'zh'];
/** Names of parameters that choose a language. */
const CHOOSERS = new Set(['lang', 'language', 'locale', 'hl', 'lg', 'l']);

/** Whether two addresses (their keys) differ in nothing but the language that they ask for. */
export function sameButLocale(one: string, other: string, languages: readonly string[]): boolean {
  const known = new Set([...WORLD, ...languages]);
  return withoutLocale(one, known) === withoutLocale(other, known);
}

function withoutLocale(address: string, known: ReadonlySet<string>): string {
  const pieces = address.toLowerCase().split(/[./?&#=_]/);
  return pieces
    .filter((piece) => piece !== '' && !CHOOSERS.has(piece) && !isLocale(piece, known))
    .map((piece) => piece.replace(/-([a-z]{2,3})$/, (all, end: string) => (known.has(end) ? '' : all)))
    .join('/');
}

function isLocale(piece: string, known: ReadonlySet<string>): boolean {
  const [, language = ''] = /^([a-z]{2,3})(?:-[a-z]{2,4})?$/.exec(piece) ?? [];
  return known.has(language);
}
