import { text } from '../model/html.ts';
import { direction } from '../model/locale.ts';
import { xhtmlDocument } from './epub-xhtml.ts';

/** An entry of a book's table of contents. */
export interface BookEntry {
  /** Id of the heading in the text. */
  readonly id: string;
  /** 0 for the highest. */
  readonly depth: number;
  readonly title: string;
  readonly locale: string;
}

/** A book: one text with its headings. */
export interface Book {
  /** A name for ever, made from what the book says: `urn:uuid:…`. */
  readonly identifier: string;
  readonly title: string;
  readonly titleLocale: string;
  /** The language of the book's own words. */
  readonly locale: string;
  /** All languages of its text, the first of them the main one. */
  readonly languages: readonly string[];
  readonly description: string | null;
  /** Where the text is on the web; null where that is not known. */
  readonly source: string | null;
  /** The day of its publication (`YYYY-MM-DD`) from the record; null where it has not been published. */
  readonly date: string | null;
  readonly contributors: readonly string[];
  readonly body: string;
  readonly style: string;
  readonly entries: readonly BookEntry[];
  readonly words: { readonly contents: string; readonly text: string; readonly accessibility: string };
}

/** A file of a book by its path within the archive. */
export interface BookFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What stands in for the moment of a change where no record knows one: never a clock. It is zip's first day too. */
const NO_DATE = '1980-01-01';

/**
 * The files of an EPUB 3 publication in the order in which they stand in the archive: `mimetype` has to be the first,
 * and uncompressed (https://www.w3.org/TR/epub-33/#sec-zip-container-mime). The same book gives the same bytes.
 */
export function bookFiles(book: Book): BookFile[] {
  const { locale, title, titleLocale, body, style } = book;
  const files: readonly (readonly [path: string, content: string])[] = [
    ['mimetype', 'application/epub+zip'],
    ['META-INF/container.xml', CONTAINER],
    ['EPUB/package.opf', packageText(book)],
    ['EPUB/nav.xhtml', navigationText(book)],
    ['EPUB/text.xhtml', xhtmlDocument({ locale, title, titleLocale, body, bodyType: 'bodymatter' })],
    ['EPUB/style.css', style],
  ];
  const encoder = new TextEncoder();
  return files.map(([path, content]) => ({ path, bytes: encoder.encode(content) }));
}

const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

function packageText(book: Book): string {
  const { locale, languages, identifier, date, description, source, contributors, words } = book;
  const progression = direction(languages[0] ?? locale) === 'rtl' ? ' page-progression-direction="rtl"' : '';
  const optional = (name: string, value: string | null): string[] =>
    value === null || value === '' ? [] : [`<${name}>${text(value)}</${name}>`];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${locale}" dir="${direction(locale)}">`,
    '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:identifier id="id">${identifier}</dc:identifier>`,
    `<dc:title xml:lang="${book.titleLocale}" dir="${direction(book.titleLocale)}">${text(book.title)}</dc:title>`,
    ...languages.map((language) => `<dc:language>${language}</dc:language>`),
    ...contributors.map((name) => `<dc:contributor>${text(name)}</dc:contributor>`),
    ...optional('dc:description', description),
    ...optional('dc:source', source),
    ...optional('dc:date', date),
    `<meta property="dcterms:modified">${date ?? NO_DATE}T00:00:00Z</meta>`,
    ...ACCESSIBILITY,
    `<meta property="schema:accessibilitySummary">${text(words.accessibility)}</meta>`,
    '</metadata>',
    '<manifest>',
    '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
    '<item id="text" href="text.xhtml" media-type="application/xhtml+xml"/>',
    '<item id="style" href="style.css" media-type="text/css"/>',
    '</manifest>',
    `<spine${progression}>${hasContents(book) ? '<itemref idref="nav"/>' : ''}<itemref idref="text"/></spine>`,
    '</package>\n',
  ].join('\n');
}

/** What of https://www.w3.org/TR/epub-a11y-11/#sec-disc-package holds for every such book: it is text, in order. */
const ACCESSIBILITY: readonly string[] = [
  ['accessMode', 'textual'],
  ['accessModeSufficient', 'textual'],
  ['accessibilityFeature', 'readingOrder'],
  ['accessibilityFeature', 'structuralNavigation'],
  ['accessibilityFeature', 'tableOfContents'],
  ['accessibilityHazard', 'none'],
].map(([property, value]) => `<meta property="schema:${property}">${value}</meta>`);

/** A list of one heading is nothing to read; what is not to be read can be no landmark either. */
function hasContents({ entries }: Book): boolean {
  return entries.length > 1;
}

function navigationText(book: Book): string {
  const { locale, title, titleLocale, entries, words } = book;
  const first: BookEntry = { id: '', depth: 0, title, locale: titleLocale };
  const toc = entries.length === 0 ? entryList([first], locale) : entryList(entries, locale);
  const body = [
    '<nav epub:type="toc" role="doc-toc" id="toc" aria-labelledby="contents">',
    `<h1 id="contents">${text(words.contents)}</h1>`,
    toc,
    '</nav>',
    '<nav epub:type="landmarks" hidden="hidden">',
    '<ol>',
    ...(hasContents(book) ? [`<li><a epub:type="toc" href="#toc">${text(words.contents)}</a></li>`] : []),
    `<li><a epub:type="bodymatter" href="text.xhtml">${text(words.text)}</a></li>`,
    '</ol>',
    '</nav>',
  ].join('\n');
  return xhtmlDocument({ locale, title, titleLocale, body });
}

/** Lists within lists, as deep as the headings; a level that is left out is none. */
function entryList(entries: readonly BookEntry[], locale: string): string {
  const depths: number[] = [];
  let out = '';
  for (const { id, depth, title, locale: own } of entries) {
    while (depths.length > 0 && (depths.at(-1) ?? 0) > depth && (depths.at(-2) ?? -1) >= depth) {
      depths.pop();
      out += '</li></ol>';
    }
    if (depths.length === 0 || (depths.at(-1) ?? 0) < depth) {
      out += '<ol>';
      depths.push(depth);
    } else out += '</li>';
    const marks = own === locale ? '' : ` lang="${own}" xml:lang="${own}" dir="${direction(own)}"`;
    out += `<li><a href="text.xhtml${id === '' ? '' : `#${id}`}"${marks}>${text(title)}</a>`;
  }
  return out + depths.map(() => '</li></ol>').join('');
}
