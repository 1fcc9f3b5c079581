import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { XLIFF_FORMATS } from '../../src/model/transfer.ts';
import { hexapla, hexaplaJson } from '../support/cli.ts';
import { newFolder } from '../support/folder.ts';

const GLOSSARY = `{ "hexapla": 1, "terms": { "committee":
    { "forms": { "en": ["Steering Committee"], "fr": ["comité directeur"] }, "forbidden": { "fr": ["comité de pilotage"] } } } }
`;

/** A project with two documents that link to each other, a glossary, a limit and a text that stays as it is. */
async function twoDocuments(): Promise<string> {
  const folder = newFolder({
    'hexapla.json': JSON.stringify({
      sourceLocale: 'en',
      targetLocales: ['fr'],
      documents: ['docs/*.md'],
      minState: 'translated',
      keep: { texts: ['EaP CSF'] },
      sizeLimits: { heading: 20 },
    }),
    'docs/a.md': '# Title\n\nEaP CSF\n\nThe Steering Committee met. See [b](b.md#part-two).\n',
    'docs/b.md': '# Part two\n\nThe Steering Committee met.\n',
    'locales/glossary.json': GLOSSARY,
  });
  expect((await hexapla(folder, ['extract'])).exit).toBe(0);
  return folder;
}

/** Translates the committee's sentence in the second document. */
async function translateB(folder: string): Promise<void> {
  const { data } = await hexaplaJson<{ segments: { id: string; text: string }[] }>(folder, ['segments', 'b']);
  const id = data.segments.find(({ text }) => text.startsWith('The'))?.id ?? '';
  await hexapla(folder, ['set', 'b', id, '--locale', 'fr'], { stdin: 'Le comité directeur s’est réuni.' });
}

describe.each(XLIFF_FORMATS)('a handoff as %s', (format) => {
  it('tells terms, limits, what stays, and what the project has translated; and it is valid', async () => {
    const folder = await twoDocuments();
    await translateB(folder);
    await hexapla(folder, ['export', 'a', '--format', format]);
    const text = readFileSync(join(folder, 'handoff/fr/a.fr.xlf'), 'utf8');
    expect(text).toMatch(/translate="no"/);
    expect(text).toMatch(format === 'xliff-1.2' ? /maxwidth="20" size-unit="char"/ : /sizeRestriction="20"/);
    expect(text).toMatch(
      format === 'xliff-1.2' ? /<alt-trans match-quality="100"/ : /<mtc:match [^>]*similarity="100/,
    );
    expect(text).toContain('Le comité directeur s’est réuni.');
    expect(text).toContain('comité de pilotage');
    expect(text.includes('<gls:glossEntry')).toBe(format !== 'xliff-1.2');
    expect(readFileSync(join(folder, 'handoff/fr/glossary.fr.tbx'), 'utf8')).toContain('comité directeur');
    expect((await hexapla(folder, ['validate', 'handoff/fr/a.fr.xlf'])).exit).toBe(0);
  });
});

describe('what stays as it is', () => {
  it('is never missing: in status, check, import and build', async () => {
    const folder = await twoDocuments();
    const { data } = await hexaplaJson<{ documents: { locales: { fr: object } }[] }>(folder, ['status']);
    expect(data.documents[0]?.locales.fr).toMatchObject({ segments: 4, missing: 3, final: 1 });
    await hexapla(folder, ['export']);
    const back = await hexaplaJson<{ files: { missing: string[] }[] }>(folder, [
      'import',
      'handoff/fr/a.fr.xlf',
    ]);
    expect(back.data.files[0]?.missing).toHaveLength(3);
    const { data: checked } = await hexaplaJson<{ findings: { document: string; rule: string }[] }>(folder, [
      'check',
      '--rule',
      'missing',
    ]);
    expect(checked.findings.filter(({ document }) => document === 'docs/a.md')).toHaveLength(3);
    await hexapla(folder, ['build', '--policy', 'fallback']);
    expect(readFileSync(join(folder, 'editions/fr/a.md'), 'utf8')).toMatch(/^EaP CSF$/m);
  });
});

describe('links between documents', () => {
  it('lead to the page in the same language where it is sure to be there, else to the parallel one', async () => {
    const folder = await twoDocuments();
    const page = (path: string): string => readFileSync(join(folder, 'editions', path), 'utf8');
    const { data } = await hexaplaJson<{ links: object[] }>(folder, ['build', '--policy', 'fallback']);
    expect(data.links).toEqual([]);
    expect(page('en/a.html')).toContain('href="b.html#part-two"');
    expect(page('fr/a.html')).toContain('href="b.html#part-two"');
    expect(page('parallel/a.html')).toContain('href="../en/b.html#part-two"');
    const held = await hexaplaJson<{ links: object[] }>(folder, ['build']);
    expect(held.data.links).toEqual([]);
  });
});
