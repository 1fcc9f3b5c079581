/** A document that a file holds segments of, with its handoff. */
export interface PoDocument {
  readonly document: string;
  readonly handoff: string;
}

const DOCUMENT = 'X-Hexapla-Document';
const HANDOFF = 'X-Hexapla-Handoff';

/**
 * The fields that name documents and handoffs: one pair without a number for one document, numbered ones for several.
 * Tools keep `X-` fields that they do not know.
 */
export function documentFields(documents: readonly PoDocument[]): [name: string, value: string][] {
  return documents.flatMap(({ document, handoff }, index): [string, string][] => {
    const number = documents.length === 1 ? '' : `-${index + 1}`;
    const named: [string, string] = [DOCUMENT + number, escapeValue(document)];
    return handoff === '' ? [named] : [named, [HANDOFF + number, handoff]];
  });
}

/** The documents that a header's fields name, in order. */
export function documentsIn(fields: ReadonlyMap<string, string>): PoDocument[] {
  const found: PoDocument[] = [];
  for (const [name, value] of fields) {
    if (name !== DOCUMENT.toLowerCase() && !name.startsWith(`${DOCUMENT.toLowerCase()}-`)) continue;
    const number = name.slice(DOCUMENT.length);
    const handoff = fields.get(HANDOFF.toLowerCase() + number) ?? '';
    found.push({ document: unescapeValue(value), handoff });
  }
  return found;
}

/** The fields of a header's text by name in lower case; the first of a name counts. */
export function headerFields(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of text.split('\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (name !== '' && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}

/** A field's value lies between a colon and a line's end, and white space around it does not count. */
function escapeValue(value: string): string {
  return value.replace(/^\s|\s$|[%\p{Cc}\u2028\u2029\p{Cs}]/gu, (char) => {
    const code = char.codePointAt(0) ?? 0;
    return `%${code
      .toString(16)
      .toUpperCase()
      .padStart(code > 0xff ? 4 : 2, '0')};`;
  });
}

function unescapeValue(value: string): string {
  return value.replace(/%([0-9A-F]{2,4});/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** A locale as gettext names it, with `_`. https://www.gnu.org/software/gettext/manual/html_node/Locale-Names.html */
export function gettextLocale(locale: string): string {
  return locale.replaceAll('-', '_');
}

const SCRIPTS: Readonly<Record<string, string>> = {
  latin: 'Latn',
  cyrillic: 'Cyrl',
  arabic: 'Arab',
  devanagari: 'Deva',
};

/** The BCP 47 tag of a locale that gettext or a PO editor names; null for none. */
export function localeFromGettext(name: string | undefined): string | null {
  const found = /^([A-Za-z0-9_-]+)(?:\.[\w-]+)?(?:@([A-Za-z]+))?$/.exec(name?.trim() ?? '');
  if (found === null) return null;
  const [language = '', ...rest] = (found[1] ?? '').replaceAll('_', '-').split('-');
  const script = SCRIPTS[found[2]?.toLowerCase() ?? ''];
  return [language, ...(script === undefined ? [] : [script]), ...rest].join('-');
}
