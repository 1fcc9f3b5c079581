import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { plainTexts } from '../../src/i18n/plain.ts';
import { createStrings, type WordTree } from '../../src/i18n/strings.ts';
import { packageLocales, packageResources } from '../../src/project/package.ts';
import { hexapla, hexaplaJson } from '../support/cli.ts';

function keysOf(tree: WordTree, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string' ? [prefix + name] : keysOf(value, `${prefix}${name}.`),
  );
}

describe('hexapla help', () => {
  it('prints what --help prints', async () => {
    expect((await hexapla('/', ['help'])).out).toBe((await hexapla('/', ['--help'])).out);
  });

  it.each(COMMANDS.map(({ name }) => [name]))('prints what %s --help prints', async (name) => {
    const words = name.split(' ');
    const help = await hexapla('/', ['help', ...words]);
    expect(help).toEqual(await hexapla('/', [...words, '--help']));
    expect([help.exit, help.err]).toEqual([0, '']);
  });

  it('explains every command of a group', async () => {
    const { out } = await hexapla('/', ['help', 'strings']);
    expect(out).toContain('hexapla strings export JSON…');
    expect(out).toContain('hexapla strings import FILE…');
    expect(out).toBe((await hexapla('/', ['strings', '--help'])).out);
  });

  it('names the nearest command', async () => {
    const { exit, out, err } = await hexapla('/', ['help', 'exprt']);
    expect([exit, out]).toEqual([2, '']);
    expect(err).toContain('Did you mean export?');
    expect((await hexapla('/', ['help', 'strings', 'exprt'])).err).toContain('Did you mean strings export?');
    expect((await hexapla('/', ['help', 'zzzzzzzz'])).exit).toBe(2);
  });

  it('gives its commands as JSON', async () => {
    const all = await hexaplaJson<{ commands: { name: string }[] }>('/', ['help']);
    expect(all.data.commands.map(({ name }) => name)).toEqual(COMMANDS.map(({ name }) => name));
    const { data } = await hexaplaJson('/', ['help', 'segments']);
    expect(data).toEqual({
      commands: [
        {
          name: 'segments',
          usage: 'hexapla segments DOC',
          summary: 'List a document’s segments in order.',
        },
      ],
    });
  });
});

describe('texts without anything to fill in', () => {
  it('are the ones that i18next finds, in every language and its fallbacks', () => {
    const asked = [...packageLocales(), 'ro-MD', 'az-Latn-AZ', 'uk-UA', 'xx'];
    const resources = packageResources(asked);
    const strings = createStrings(resources);
    const keys = [...keysOf(resources['en'] ?? {}), 'cli.no.such.key', 'cli.init', 'toString.length'];
    for (const locale of asked) {
      const texts = plainTexts(resources, locale);
      const wrong = keys.filter((key) => key !== 'cli.init' && texts(key) !== strings.find(locale, key).text);
      expect([locale, wrong]).toEqual([locale, []]);
      expect(texts('cli.init')).toBe('cli.init');
    }
  });

  it('fall back from a region to its language, and to English', () => {
    const resources = { en: { a: 'A', b: { c: 'C' } }, ro: { b: { c: 'Ce' } } };
    const texts = plainTexts(resources, 'ro-MD');
    expect(['a', 'b.c', 'b', 'a.x', 'constructor'].map(texts)).toEqual([
      'A',
      'Ce',
      'b',
      'a.x',
      'constructor',
    ]);
  });
});
