import { describe, expect, it } from 'vitest';
import { guessDocuments, markdownFiles, seenLocales } from '../../src/project/guess.ts';

const none = (): string => '';

function guess(paths: string[], head: (path: string) => string = none): [string[], readonly string[] | null] {
  const files = markdownFiles(paths);
  const seen = seenLocales(files, head).map(({ locale }) => locale);
  return [seen, guessDocuments(files, seen[0] ?? 'en')];
}

describe('what a folder shows', () => {
  it.each<[string, string[], string[], string[] | null]>([
    ['one document', ['letter.md'], [], ['letter.md']],
    ['one document beside a README', ['README.md', 'LICENSE.md', 'letter.md'], [], ['letter.md']],
    ['a README alone', ['README.md'], [], ['README.md']],
    ['a README with a licence', ['LICENSE.md', 'README.md'], [], null],
    ['several documents', ['a.md', 'b.markdown', 'CHANGELOG.md'], [], ['a.md', 'b.markdown']],
    ['a folder for each language', ['locales/de/a.md', 'README.md'], ['de'], ['locales/de/*.md']],
    ['languages at the top', ['en/x/a.md', 'en/b.md', 'README.md'], ['en'], ['en/**/*.md']],
    [
      'documents with other endings',
      ['i18n/pt-BR/a.md', 'i18n/pt-BR/b.markdown'],
      ['pt-BR'],
      ['i18n/pt-BR/*.{md,markdown}'],
    ],
    ['a language in the name', ['README.de.md'], ['de'], ['README.de.md']],
    ['two languages in names', ['letter.fr.md', 'letter.hy.md'], ['fr', 'hy'], ['letter.fr.md']],
    ['documents in one folder', ['docs/a.md', 'docs/more/b.md', 'README.md'], [], ['docs/**/*.md']],
    ['documents in two folders', ['docs/a.md', 'text/b.md'], [], null],
    ['two folders of one language', ['de/a.md', 'locales/de/a.md'], ['de'], null],
    ['what Hexapla writes', ['editions/fr/a.md', 'handoff/a.md', 'a.md'], [], ['a.md']],
    ['no Markdown', ['a.txt', 'data.json'], [], null],
    [
      'names that are no languages',
      ['src/a.md', 'qz/b.md', 'v1.min.md', 'x.md.md'],
      [],
      ['v1.min.md', 'x.md.md'],
    ],
  ])('%s', (_, paths, locales, documents) => {
    expect(guess(paths)).toEqual([locales, documents]);
  });

  it('takes a language from front matter, and from nothing like it', () => {
    const texts: Record<string, string> = {
      'a.md': '---\ntitle: x\nlang: "ka"\n---\nText\n',
      'b.md': '\uFEFF---\r\nlanguage: pt_br\r\n---\r\n',
      'c.md': 'Text\n\n---\nlang: fr\n---\n',
      'd.md': '---\nlang: no-such-language-at-all\n---\n',
      'e.md': '---\nslang: fr\nlang: english\n',
    };
    const seen = (path: string): unknown => seenLocales([path], (one) => texts[one] ?? '');
    expect(seen('a.md')).toEqual([{ locale: 'ka', path: 'a.md' }]);
    expect(seen('b.md')).toEqual([{ locale: 'pt-BR', path: 'b.md' }]);
    expect(['c.md', 'd.md', 'e.md'].map(seen)).toEqual([[], [], []]);
  });

  it('prefers a folder to a name, and a name to front matter', () => {
    const head = (): string => '---\nlang: ka\n---\n';
    expect(seenLocales(['fr/a.de.md', 'b.de.md'], head)).toEqual([{ locale: 'fr', path: 'fr/' }]);
    expect(seenLocales(['b.de.md', 'c.md'], head)).toEqual([{ locale: 'de', path: 'b.de.md' }]);
  });
});
