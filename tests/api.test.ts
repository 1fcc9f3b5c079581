import { describe, expect, it } from 'vitest';
import { createHexapla, formatTarget, parseTarget } from '../src/index.ts';
import { packageVersion } from '../src/project/package.ts';
import { hexapla as command } from './support/cli.ts';
import { allFiles, newFolder } from './support/folder.ts';
import { thrown } from './support/thrown.ts';
import { translated } from './support/translate.ts';

const LETTER = { path: 'docs/letter.md', text: 'We met in **Tbilisi**. We agreed on ten points.\n' };
const hexapla = createHexapla({ sourceLocale: 'en', minState: 'translated' });

function french() {
  const { catalogue } = hexapla.extract(LETTER);
  const { text, record } = hexapla.export(LETTER, catalogue, 'fr');
  return {
    catalogue,
    text,
    record,
    ...hexapla.import(translated(text, 'fr'), catalogue, { record, by: 'Ani' }),
  };
}

describe('Hexapla on texts', () => {
  it('does what the command line does', async () => {
    const config = {
      sourceLocale: 'en',
      targetLocales: ['fr'],
      documents: ['docs/*.md'],
      minState: 'translated',
    };
    const folder = newFolder({ 'hexapla.json': JSON.stringify(config), [LETTER.path]: LETTER.text });
    for (const words of [['extract'], ['export']]) expect((await command(folder, words)).exit).toBe(0);
    const { catalogue, text, target } = french();
    expect(allFiles(folder)['handoff/fr/letter.fr.xlf']).toBe(text);
    const { editions, parallel } = hexapla.build(LETTER, catalogue, { fr: target });
    expect(editions.map(({ locale, published }) => [locale, published])).toEqual([
      ['en', true],
      ['fr', true],
    ]);
    const [document] = editions[1]?.files ?? [];
    expect([document?.path, new TextDecoder().decode(document?.bytes)]).toEqual([
      'fr/letter.md',
      'We met in **Tbilisi**. [fr] We agreed on ten points. [fr]\n',
    ]);
    expect(parallel.path).toBe('parallel/letter.html');
    const findings = hexapla.check(LETTER, catalogue, { fr: target });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(
      new Set(['partly-untranslated', 'end-punctuation']),
    );
    expect(text).toContain(packageVersion());
  });

  it('keeps ids and targets through an edit, and asks only for what is stale', () => {
    const { catalogue, target } = french();
    const edited = { ...LETTER, text: new TextEncoder().encode(LETTER.text.replace('ten', 'two')) };
    const after = hexapla.extract(edited, catalogue);
    expect(after.changes.edited.length).toBe(1);
    const kept = parseTarget(formatTarget(target, Object.keys(target.targets)), 'letter.json');
    const { segments, record } = hexapla.export(edited, after.catalogue, 'fr', {
      target: kept,
      only: ['stale'],
    });
    expect(segments).toBe(1);
    expect(Object.keys(record.segments)).toEqual([after.changes.edited[0]?.id]);
    expect(hexapla.build(edited, after.catalogue, { fr: kept }).editions[1]?.reason).toBe('alarm');
  });

  it('takes the locale from what is known, else from the file', () => {
    const { catalogue, text } = french();
    const back = translated(text, 'x');
    expect(hexapla.import(back, catalogue).target.locale).toBe('fr');
    const respelt = back.replace('target-language="fr"', 'target-language="fr_ca"');
    expect(hexapla.import(respelt, catalogue).target.locale).toBe('fr-CA');
    expect(hexapla.import(respelt, catalogue, { locale: 'fr' }).target.locale).toBe('fr');
  });

  it('refuses what is for another document, and what has changed', () => {
    const { catalogue, text } = french();
    const other = hexapla.extract({ path: 'other.md', text: 'Something else.\n' }).catalogue;
    expect(thrown(() => hexapla.import(text, other)).code).toBe('xliff-foreign');
    expect(thrown(() => hexapla.import('<a/>', catalogue)).code).toBe('xliff-foreign');
    const changed = { ...LETTER, text: 'Changed.\n' };
    expect(thrown(() => hexapla.build(changed, catalogue, {})).code).toBe('document-changed');
    expect(thrown(() => hexapla.extract({ path: 'a.docx', text: '' })).code).toBe('document-format');
  });
});
