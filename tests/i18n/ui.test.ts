import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { COMMANDS, COMMON_OPTIONS } from '../../src/cli/commands.ts';
import { parseConfig } from '../../src/project/config.ts';
import { fitsPattern, namedKeys } from '../support/interface-code.ts';
import { isPlain, leaves, placeholdersOf, readTexts, readTree } from '../support/interface-texts.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const texts = readTexts('en');
const code = namedKeys('src');
const groups = new Set([...texts.keys()].map((key) => key.slice(0, key.indexOf('.'))));

/** Keys under names that come from the data: one for every code of errors, every command, every setting. */
function keysOfData(): string[] {
  const model = readFileSync(`${root}src/model/error.ts`, 'utf8');
  const start = model.indexOf('type ErrorCode');
  const union = model.slice(start, model.indexOf(';', start));
  const codes = [...union.matchAll(/'([a-z0-9-]+)'/g)].map(([, name]) => `error.${name}`);
  const commands = COMMANDS.flatMap(({ name, arguments: args, options }) => {
    const key = `cli.${name.replaceAll(' ', '.')}`;
    return [
      `${key}.summary`,
      `${key}.about`,
      ...args.map((argument) => `cli.argument.${argument.name}`),
      ...options.map((option) => `${key}.option.${option.name}`),
    ];
  });
  const common = COMMON_OPTIONS.map(({ name }) => `cli.common.option.${name}`);
  const config = parseConfig('{"sourceLocale":"en","targetLocales":[],"documents":["a.md"]}');
  const settings = Object.keys(config).map((key) => `config.${key}`);
  return [...codes, ...commands, ...common, ...settings, 'config.$schema'];
}

describe('the interface strings', () => {
  it('have words for every error, command, argument, option and setting', () => {
    const keys = keysOfData();
    expect(keys.length).toBeGreaterThan(120);
    expect(keys.filter((key) => !texts.get(key))).toEqual([]);
  });

  it('have every key that the code names', () => {
    const named = [...code.strings].filter((text) => {
      const [group = ''] = text.split('.');
      return (
        groups.has(group) &&
        /^[a-z]+(?:\.[\w$-]+)+$/.test(text) &&
        !/\.(?:json|md|ts|xlf|html|pdf)$/.test(text)
      );
    });
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((key) => !texts.has(key))).toEqual([]);
    const patterns = code.patterns.filter((pattern) => groups.has(pattern.slice(0, pattern.indexOf('.'))));
    expect(patterns.length).toBeGreaterThan(10);
    const fits = (pattern: string) =>
      [...texts.keys()].some((key) => fitsPattern(key, pattern, code.strings));
    expect(patterns.filter((pattern) => !fits(pattern))).toEqual([]);
  });

  it('have no key that the code does not use', () => {
    const known = new Set([...keysOfData(), ...code.strings]);
    const patterns = code.patterns.filter((pattern) => /^[a-z]+\./.test(pattern));
    const used = (key: string) =>
      known.has(key) || patterns.some((pattern) => fitsPattern(key, pattern, code.strings));
    expect([...texts.keys()].filter((key) => !used(key))).toEqual([]);
  });

  it('of help have nothing to fill in, so that help need not load the formatter', () => {
    const help = [...texts].filter(([key]) =>
      /^cli\.(?:(?:strings\.)?[\w-]+\.(?:summary|about|option\..+)|argument\..+|title\..+|about|usage|more)$/.test(
        key,
      ),
    );
    expect(help.length).toBeGreaterThan(60);
    expect(help.filter(([, text]) => /[{}'<]/.test(text))).toEqual([]);
  });

  it('are asked for with the values that they show', () => {
    const seen = code.calls.filter(({ key }) => texts.has(key) && !isPlain(key));
    expect(seen.length).toBeGreaterThan(15);
    const wrong = seen.flatMap(({ key, values, path }) => {
      const wanted = new Set(placeholdersOf(texts.get(key) ?? '').map(({ name }) => name));
      const absent = [...wanted].filter((name) => !values.includes(name));
      const surplus = values.filter((name) => !wanted.has(name));
      return absent.length + surplus.length === 0 ? [] : [{ path, key, absent, surplus }];
    });
    expect(wrong).toEqual([]);
  });
});

describe('descriptions for translators', () => {
  const notes = leaves(readTree('en', 'ui.notes'));

  /** The description of a key: its own, or that of the nearest group around it. */
  function noteOf(key: string): string | undefined {
    const own = notes.get(key) ?? notes.get(`${key}.$`);
    if (own !== undefined || !key.includes('.')) return own;
    return noteOf(key.slice(0, key.lastIndexOf('.')));
  }

  it('are there for every text', () => {
    expect([...texts.keys()].filter((key) => !noteOf(key))).toEqual([]);
  });

  it('are for texts and groups that there are', () => {
    const keys = [...texts.keys()];
    const known = (key: string) => texts.has(key) || keys.some((text) => text.startsWith(`${key}.`));
    expect([...notes.keys()].map((key) => key.replace(/\.\$$/, '')).filter((key) => !known(key))).toEqual([]);
  });

  it('say what every placeholder is', () => {
    const silent = [...texts].flatMap(([key, text]) => {
      if (isPlain(key)) return [];
      const note = noteOf(key) ?? '';
      const absent = placeholdersOf(text).filter(({ name }) => !new RegExp(`\\b${name}\\b`).test(note));
      return absent.length === 0
        ? []
        : [`${key}: ${[...new Set(absent.map(({ name }) => name))].join(', ')}`];
    });
    expect(silent).toEqual([]);
  });
});
