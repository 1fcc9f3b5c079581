import { hashWording } from '../catalogue/hash.ts';
import { rowsJson, rowsPath } from '../edition/data-rows.ts';
import { htmlTable, markdownTable, tablePath } from '../edition/data-tables.ts';
import { epubEdition } from '../edition/epub.ts';
import { epubParallel } from '../edition/epub-parallel.ts';
import { type Hyphenate, loadHyphenation } from '../edition/hyphenate.ts';
import type { PageInput } from '../edition/page.ts';
import { renderInterleaved } from '../edition/parallel.ts';
import { searchPath, searchScript } from '../edition/search-index.ts';
import type { Download, SiteFiles } from '../edition/site-document.ts';
import { type Paper, printedPage } from '../edition/site-print.ts';
import type { Build } from '../pipeline-build.ts';
import type { EditionFile } from '../pipeline-edition.ts';
import { printPage } from '../project/chromium.ts';
import { withoutClock } from '../project/pdf.ts';
import { zipBook } from './book.ts';

/** What is built besides documents and pages. */
export interface Further {
  /** Rows as JSON, and the parallel text as tables. */
  readonly data: boolean;
  readonly epub: boolean;
  /** The paper of PDF files, and the browser that prints them; null for none. */
  readonly pdf: { readonly paper: Paper; readonly chromium: string } | null;
}

/** The further files of a document, and what the site tells of them. */
export interface FurtherFiles {
  readonly files: readonly EditionFile[];
  readonly site: SiteFiles;
}

/** Languages side by side on paper, at most; more stand one below the other. */
const MOST_COLUMNS = 3;
/** In milliseconds: a long document in many languages takes its time. */
const PRINT_TIME = 180_000;

/** Makes the further files of documents; the patterns of their languages are loaded once. */
export async function furtherBuilder(
  further: Further,
  locales: readonly string[],
): Promise<(name: string, build: Build) => Promise<FurtherFiles>> {
  const isBook = further.epub || further.pdf !== null;
  const hyphenation = isBook ? await loadHyphenation(locales) : new Map<string, Hyphenate>();
  return async (name, build) => {
    const search = textFile(searchPath(name), searchScript(build.everything));
    const files: EditionFile[] = [search];
    const editions: Record<string, Download[]> = {};
    const parallel: Download[] = [];
    const offer = (list: Download[], format: string, file: EditionFile): void => {
      files.push(file);
      list.push({ format, path: file.path });
    };
    for (const { locale, page, files: own } of build.editions) {
      if (page === null) continue;
      const list: Download[] = own.slice(0, 1).map(({ path }) => ({ format: 'Markdown', path }));
      editions[locale] = list;
      const base = `${locale}/${name}`;
      if (further.pdf) {
        const html = textOf(own.find(({ path }) => path === `${base}.html`));
        offer(list, 'PDF', await pdfFile(further.pdf, `${base}.pdf`, html, page, hyphenation));
      }
      if (further.epub) offer(list, 'EPUB', bookFile(`${base}.epub`, epubEdition(page, locale, hyphenation)));
    }
    await addParallel(further, name, build, hyphenation, (format, file) => offer(parallel, format, file));
    return { files, site: { editions, parallel, search: search.path } };
  };
}

async function addParallel(
  { data, epub, pdf }: Further,
  name: string,
  { everything, parallel }: Build,
  hyphenation: ReadonlyMap<string, Hyphenate>,
  offer: (format: string, file: EditionFile) => void,
): Promise<void> {
  if (data) {
    offer('JSON', textFile(rowsPath(name), rowsJson(everything, hashWording)));
    offer('Markdown', textFile(tablePath(name, 'md'), markdownTable(everything)));
    offer('HTML', textFile(tablePath(name, 'html'), htmlTable(everything)));
  }
  if (pdf) {
    const { locales } = everything.parallel;
    const inColumns = locales.length <= MOST_COLUMNS;
    const html = inColumns ? textOf(parallel) : renderInterleaved({ ...everything, shown: locales });
    offer('PDF', await pdfFile(pdf, `parallel/${name}.pdf`, html, everything, hyphenation));
  }
  if (epub) offer('EPUB', bookFile(`parallel/${name}.epub`, epubParallel(everything, hyphenation)));
}

async function pdfFile(
  { paper, chromium }: NonNullable<Further['pdf']>,
  path: string,
  page: string,
  { facts = {} }: PageInput,
  hyphenation: ReadonlyMap<string, Hyphenate>,
): Promise<EditionFile> {
  const html = printedPage(page, paper, hyphenation);
  const dates = Object.values(facts).flatMap(({ release }) => release?.date ?? []);
  const bytes = await printPage({ chromium, html, path, timeout: PRINT_TIME });
  return { path, bytes: withoutClock(bytes, dates.sort().at(-1) ?? null) };
}

function bookFile(path: string, files: readonly EditionFile[]): EditionFile {
  return { path, bytes: zipBook(files) };
}

function textFile(path: string, text: string): EditionFile {
  return { path, bytes: new TextEncoder().encode(text) };
}

function textOf(file: EditionFile | undefined): string {
  return new TextDecoder().decode(file?.bytes);
}
