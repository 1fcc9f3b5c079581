import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createIntl } from '@formatjs/intl';
import { describe, expect, it } from 'vitest';
import { COMMANDS, COMMON_OPTIONS } from '../../src/cli/commands.ts';
import type { WordTree } from '../../src/i18n/strings.ts';
import { createInterface } from '../../src/i18n/words.ts';
import { parseConfig } from '../../src/project/config.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const tree = JSON.parse(readFileSync(join(root, 'locales/en/ui.json'), 'utf8')) as WordTree;

function flatten(words: WordTree, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[prefix + key, value]] : [...flatten(value, `${prefix}${key}.`)],
    ),
  );
}

const texts = flatten(tree);

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(join(root, folder, path), 'utf8'));
}

describe('the interface strings', () => {
  it('have words for every error', () => {
    const model = readFileSync(join(root, 'src/model/error.ts'), 'utf8');
    const union = model.slice(
      model.indexOf('type ErrorCode'),
      model.indexOf(';', model.indexOf('type ErrorCode')),
    );
    const codes = [...union.matchAll(/'([a-z0-9-]+)'/g)].map(([, code]) => code);
    expect(codes.length).toBeGreaterThan(30);
    expect(codes.filter((code) => !texts.has(`error.${code}`))).toEqual([]);
  });

  it('have words for every command, argument and option', () => {
    const keys = COMMANDS.flatMap(({ name, arguments: args, options }) => [
      `cli.${name}.summary`,
      `cli.${name}.about`,
      ...args.map((argument) => `cli.argument.${argument.name}`),
      ...options.map((option) => `cli.${name}.option.${option.name}`),
    ]);
    const common = COMMON_OPTIONS.map(({ name }) => `cli.common.option.${name}`);
    expect([...keys, ...common].filter((key) => !texts.get(key))).toEqual([]);
  });

  it('of help have nothing to fill in, so that help need not load the formatter', () => {
    const help = [...texts].filter(([key]) =>
      /^cli\.(?:[\w-]+\.(?:summary|about|option\..+)|argument\..+|title\..+|about|usage|more)$/.test(key),
    );
    expect(help.length).toBeGreaterThan(60);
    expect(help.filter(([, text]) => /[{}'<]/.test(text))).toEqual([]);
  });

  it('have words for every setting', () => {
    const config = parseConfig('{"sourceLocale":"en","targetLocales":[],"documents":["a.md"]}');
    expect(Object.keys(config).filter((key) => !texts.has(`config.${key}`))).toEqual([]);
  });

  it('have every key that the code names', () => {
    const named = sources('src').flatMap((code) =>
      [...code.matchAll(/words\(\s*'([\w$-]+\.[\w.$-]+)'/g)].map(([, key]) => key),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((key) => key !== undefined && !texts.has(key))).toEqual([]);
  });

  it('are ICU messages', () => {
    const wrong: string[] = [];
    for (const [key, text] of texts) {
      if (key.startsWith('config.')) continue;
      const onError = ({ message }: Error): void => {
        if (!message.includes('was not provided')) wrong.push(key);
      };
      const format = createIntl({ locale: 'en', messages: { [key]: text }, onError });
      format.formatMessage({ id: key }, {});
    }
    expect(wrong).toEqual([]);
  });

  it('choose by words that the code gives', () => {
    const words = createInterface({ en: tree }).words('en');
    const refusal = words('error.config-invalid', {
      reason: 'unknown',
      key: 'segmantation',
      value: '',
      allowed: '',
    });
    expect(refusal).toBe('There is no setting segmantation.');
    expect(words('finding.stale', { reason: 'unknown-base' })).toContain('not known');
    const codes = { lost: 'none', invented: '3', nesting: 'none' };
    expect(words('finding.inline-codes', codes)).toBe('Inline codes differ from the source’s: invented 3.');
  });

  it('have no keys for commands that are not there', () => {
    const known = new Set([...COMMANDS.map(({ name }) => name), 'title', 'argument', 'common', 'column']);
    const groups = Object.entries(tree['cli'] as WordTree).filter(([, value]) => typeof value !== 'string');
    expect(groups.map(([name]) => name).filter((name) => !known.has(name))).toEqual([]);
  });
});
