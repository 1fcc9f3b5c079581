import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { zipBook } from '../../src/cli/book.ts';
import { epubEdition } from '../../src/edition/epub.ts';
import { type BookFile, bookFiles } from '../../src/edition/epub-package.ts';
import { epubParallel } from '../../src/edition/epub-parallel.ts';
import { toXhtml } from '../../src/edition/epub-xhtml.ts';
import { loadHyphenation } from '../../src/edition/hyphenate.ts';
import { hostileInput, statementInput, structureInput } from '../support/page-fixtures.ts';
import { siteFixture } from '../support/site.ts';

const hyphenation = await loadHyphenation(['en', 'hy', 'fr', 'ka', 'de', 'uk', 'ru', 'be', 'ro']);
const BOOKS: Readonly<Record<string, BookFile[]>> = {
  'the statement in Armenian': epubEdition(statementInput(), 'hy', hyphenation),
  'every structure in English': epubEdition(siteFixture(), 'en', hyphenation),
  'every structure in Arabic': epubEdition(structureInput(), 'ar', hyphenation),
  'every structure in French, published': epubEdition(siteFixture(), 'fr', hyphenation),
  'the statement in eleven languages': epubParallel(statementInput(), hyphenation),
  'every structure in four languages': epubParallel(structureInput(), hyphenation),
  'every structure, Arabic first': epubParallel(structureInput(), new Map(), ['ar', 'en']),
  'hostile text': epubEdition(hostileInput(), 'en'),
  'hostile text side by side': epubParallel(hostileInput()),
};
const textOf = (book: readonly BookFile[] | undefined, path: string): string =>
  new TextDecoder().decode(book?.find((one) => one.path === `EPUB/${path}`)?.bytes);
const plain = (text: string): string => text.replaceAll('\u00AD', '');
/** Debian's program is an archive that needs java named where the system does not know archives for programs. */
const CHECKERS: readonly (readonly [string, ...string[]])[] = [
  ['epubcheck'],
  ['java', '-jar', '/usr/bin/epubcheck'],
  ['java', '-jar', '/usr/share/java/epubcheck.jar'],
];
/** Java is slow to start: every day it looks at the two books with the most in them. */
const SAMPLE: readonly string[] = ['every structure in Arabic', 'every structure in four languages'];
const full = process.env['HEXAPLA_FULL'] === '1';
const checker = CHECKERS.find(([program, ...words]) =>
  /EPUBCheck v\d/i.test(String(spawnSync(program, [...words, '--version'], { encoding: 'utf8' }).stdout)),
);

describe.each(Object.entries(BOOKS))('%s', (name, book) => {
  it('passes epubcheck-ts without error or warning', async () => {
    const { messages } = await EpubCheck.validate(zipBook(book));
    const found = messages.filter(({ severity }) => severity !== 'info' && severity !== 'usage');
    expect(
      found.map(({ id, message, location }) => `${id} ${message} ${location?.path}:${location?.line}`),
    ).toEqual([]);
  });

  const checked = full || SAMPLE.includes(name) ? it.skipIf(!checker) : null;
  checked?.('passes epubcheck (needs the program epubcheck)', { timeout: 240_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'hexapla-epub-'));
    try {
      writeFileSync(join(folder, 'book.epub'), zipBook(book));
      const [program = '', ...words] = checker ?? [];
      const { status, stdout, stderr } = spawnSync(program, [...words, '--failonwarnings', 'book.epub'], {
        ...{ cwd: folder, encoding: 'utf8' },
      });
      expect(`${stdout}${stderr}`).toMatch(/No errors or warnings detected/);
      expect(status).toBe(0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('is well formed, with the same language in both spellings on everything', () => {
    for (const { path, bytes } of book.filter(({ path: one }) => /\.(?:xhtml|opf|xml)$/.test(one))) {
      const parser = new SaxesParser({ fileName: path });
      parser.on('error', (error) => {
        throw error;
      });
      parser.on('opentag', ({ attributes }) => {
        if (attributes['lang'] !== undefined) expect(attributes['xml:lang']).toBe(attributes['lang']);
      });
      parser.write(new TextDecoder().decode(bytes)).close();
    }
  });

  it('has its type first and uncompressed, and needs nothing from outside', () => {
    const bytes = zipBook(book);
    expect(new TextDecoder().decode(bytes.subarray(30, 58))).toBe('mimetypeapplication/epub+zip');
    expect(bytes[8]).toBe(0);
    expect(Object.keys(unzipSync(bytes))).toEqual(book.map(({ path }) => path));
    expect(textOf(book, 'text.xhtml')).not.toMatch(
      /<(?:img|script|iframe|style|link rel="(?!stylesheet))|<[^>]*\ssrc=/,
    );
  });
});

describe('books', () => {
  it('are the same for the same input', () => {
    expect(zipBook(epubEdition(statementInput(), 'hy', hyphenation))).toEqual(
      zipBook(BOOKS['the statement in Armenian'] ?? []),
    );
  });
  it('tell their languages, their progress and the direction of their pages', () => {
    const arabic = textOf(BOOKS['every structure in Arabic'], 'package.opf');
    expect(arabic).toContain('<dc:language>ar</dc:language>');
    expect(arabic).toContain('page-progression-direction="rtl"');
    expect(arabic).toMatch(/<meta property="schema:accessMode">textual/);
    const all = textOf(BOOKS['the statement in eleven languages'], 'package.opf');
    expect([...all.matchAll(/<dc:language>([^<]*)/g)].length).toBe(11);
    expect(all).not.toContain('page-progression-direction');
    expect(textOf(BOOKS['every structure in French, published'], 'package.opf')).toContain(
      '<meta property="dcterms:modified">1980-01-01T00:00:00Z',
    );
    expect(textOf(epubEdition(siteFixture(), 'hy'), 'package.opf')).toContain(
      '<dc:date>2026-03-01</dc:date>',
    );
  });
  it('say before anything else that a machine has made a draft', () => {
    const text = plain(textOf(BOOKS['the statement in Armenian'], 'text.xhtml'));
    expect(text.slice(text.indexOf('<body'))).toMatch(
      /^<body[^>]*>\s*<div class="notice"[^>]*><p>This translation consists of unreviewed machine drafts\./,
    );
    const parallel = plain(textOf(BOOKS['the statement in eleven languages'], 'text.xhtml'));
    expect(parallel.match(/8 unreviewed machine drafts/g)?.length).toBe(10);
  });
  it('set every language’s paragraph below the other, with its language and direction', () => {
    const text = textOf(BOOKS['every structure in four languages'], 'text.xhtml');
    const block = /<div class="texts">(?:(?!<\/div>)[\s\S])*s1quot001[\s\S]*?<\/div>/.exec(text)?.[0] ?? '';
    expect(
      [...block.matchAll(/<p lang="(\w+)" xml:lang="\w+" dir="(\w+)">/g)].map(
        ([, lang, dir]) => `${lang} ${dir}`,
      ),
    ).toEqual(['en ltr', 'hy ltr', 'ar rtl', 'fr ltr']);
    expect(block).toMatch(/<p lang="ar"[^>]*>.*class="mark mark-missing"/s);
    expect(text.match(/<ol start="3">/g)?.length).toBe(1);
    expect(text.match(/<li>/g)?.length).toBeGreaterThanOrEqual(4);
  });
  it('break words with soft hyphens, but not addresses and code', () => {
    const text = textOf(BOOKS['every structure in four languages'], 'text.xhtml');
    expect(text).toContain('\u00AD');
    expect(text).toContain('a@example.org');
    expect(text).toContain('hexapla check</code>');
  });
  it('have a table of contents as deep as the headings', () => {
    const entry = (id: string, depth: number) => ({ id, depth, title: id, locale: 'en' });
    const [file] = bookFiles({
      ...{
        identifier: 'urn:x:y',
        title: 't',
        titleLocale: 'en',
        locale: 'en',
        languages: ['en'],
        description: null,
        source: null,
      },
      ...{
        date: null,
        contributors: [],
        body: '',
        style: '',
        words: { contents: 'c', text: 't', accessibility: 'a' },
      },
      entries: [entry('a', 0), entry('b', 1), entry('c', 3), entry('d', 2), entry('e', 0)],
    }).filter(({ path }) => path.endsWith('nav.xhtml'));
    const list = /<\/h1>\n(.*)\n<\/nav>\n<nav/s
      .exec(new TextDecoder().decode(file?.bytes))?.[1]
      ?.replace(/<a href="[^"]*">(.)<\/a>/g, '$1');
    expect(list).toBe('<ol><li>a<ol><li>b<ol><li>c</li><li>d</li></ol></li></ol></li><li>e</li></ol>');
  });
  it('keep links to the web and within the book, and no others', () => {
    expect(
      toXhtml(
        '<p id="a">x<br><a href="#a">1</a><a href="#b">2</a><a href="../x.html" hreflang="hy">3</a><a href="https://x.org/?a&amp;b">4</a><a href="https://x y">5</a></p>',
      ),
    ).toBe(
      '<p id="a">x<br/><a href="#a">1</a><span>2</span><span>3</span><a href="https://x.org/?a&amp;b">4</a><span>5</span></p>',
    );
  });
  it.skipIf(spawnSync('unzip', ['-v']).status !== 0)(
    'are archives that other programs read (needs unzip)',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'hexapla-epub-'));
      writeFileSync(join(folder, 'book.epub'), zipBook(BOOKS['hostile text'] ?? []));
      expect(execFileSync('unzip', ['-t', join(folder, 'book.epub')], { encoding: 'utf8' })).toContain(
        'No errors',
      );
      rmSync(folder, { recursive: true, force: true });
    },
  );
});
