import { describe, expect, it } from 'vitest';
import { cataloguePath, handoffPath, recordPath } from '../../src/project/layout.ts';
import { chooseDocument, chooseLocale, chooseLocales, openProject } from '../../src/project/project.ts';
import { newFolder } from '../support/folder.ts';
import { thrown } from '../support/thrown.ts';

function project(documents: string[], paths: string[], more: object = {}): ReturnType<typeof openProject> {
  const config = { sourceLocale: 'en', targetLocales: ['hy', 'pt-BR'], documents, ...more };
  return openProject(
    newFolder({
      'hexapla.json': JSON.stringify(config),
      ...Object.fromEntries(paths.map((path) => [path, 'x'])),
    }),
  );
}

describe('a project', () => {
  it('names documents by their path below the folder without a wildcard', () => {
    const { documents } = project(
      ['docs/**/*.md', 'locales/en/statement.md', './docs/b.md'],
      ['docs/b.md', 'docs/a/x.y.md', 'docs/a/no.txt', 'locales/en/statement.md'],
    );
    expect(documents).toEqual([
      { path: 'docs/a/x.y.md', name: 'a/x.y' },
      { path: 'docs/b.md', name: 'b' },
      { path: 'locales/en/statement.md', name: 'statement' },
    ]);
  });

  it('knows where everything of a document is', () => {
    const { config, documents } = project(['docs/**/*.md'], ['docs/a/x.md']);
    const [document] = documents;
    if (!document) throw new Error('the document is found');
    expect(cataloguePath(config, document, 'hy')).toBe('locales/hy/a/x.json');
    expect(handoffPath(config, { name: document.name, locale: 'hy' })).toBe('handoff/hy/a/x.hy.xlf');
    expect(handoffPath(config, { name: document.name, locale: 'hy' }, './out/')).toBe('out/hy/a/x.hy.xlf');
    expect(recordPath(config, document, 'hy', '0123')).toBe('locales/hy/a/x.handoffs/0123.json');
  });

  it('takes nothing that Hexapla writes for a document', () => {
    const { documents } = project(
      ['**/*.md'],
      ['a.md', 'editions/hy/a.md', 'handoff/hy/a.md', 'locales/hy/a.published.md', 'node_modules/x/a.md'],
    );
    expect(documents.map(({ path }) => path)).toEqual(['a.md']);
  });

  it('names both documents of a clash', () => {
    const error = thrown(() => project(['docs/*.*'], ['docs/a.md', 'docs/A.html']));
    expect(error.code).toBe('config-name-clash');
    expect(error.values).toEqual({ name: 'a', first: 'docs/A.html', second: 'docs/a.md' });
  });

  it('refuses a document that would take the place of the interface strings', () => {
    expect(thrown(() => project(['docs/*.md'], ['docs/ui.md'])).values).toMatchObject({
      reason: 'reserved',
    });
  });

  it('says what is not there', () => {
    expect(thrown(() => project(['docs/*.md'], [])).code).toBe('no-documents');
    expect(thrown(() => project(['docs/a.md'], [])).code).toBe('file-missing');
    expect(thrown(() => project(['docs/statment.md'], ['docs/statement.md'])).values).toEqual({
      nearest: 'docs/statement.md',
    });
    expect(thrown(() => openProject(newFolder())).code).toBe('config-missing');
    expect(thrown(() => openProject('/nowhere/at/all')).code).toBe('file-missing');
  });

  it('finds documents and languages as people write them, and the nearest spelling else', () => {
    const opened = project(['docs/*.md'], ['docs/statement.md', 'docs/b.md']);
    for (const written of ['docs/statement.md', './docs/statement.md', 'docs\\statement.md', 'statement']) {
      expect(chooseDocument(opened, written).path).toBe('docs/statement.md');
    }
    expect(thrown(() => chooseDocument(opened, 'docs/statment.md')).values).toMatchObject({
      nearest: 'docs/statement.md',
    });
    expect(chooseLocale(opened.config.targetLocales, 'PT-br')).toBe('pt-BR');
    expect(chooseLocales(opened.config, ['pt-BR', 'hy'])).toEqual(['hy', 'pt-BR']);
    expect(chooseLocales(opened.config, [])).toEqual(['hy', 'pt-BR']);
    expect(thrown(() => chooseLocales(opened.config, ['hyy'])).values).toMatchObject({ nearest: 'hy' });
  });
});
