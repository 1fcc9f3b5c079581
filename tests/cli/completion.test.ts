import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMANDS, COMMON_OPTIONS } from '../../src/cli/commands.ts';
import { valuedSpellings } from '../../src/cli/completion-table.ts';
import { TRANSFER_FORMATS } from '../../src/model/transfer.ts';
import { hexapla, hexaplaJson } from '../support/cli.ts';
import { newFolder } from '../support/folder.ts';
import { askBash, askFish, askZsh, isInstalled, type Offers } from '../support/shells.ts';

const FILES = {
  'hexapla.json': JSON.stringify({
    sourceLocale: 'en',
    targetLocales: ['hy', 'fr', 'de'],
    documents: ['docs/**/*.md'],
  }),
  'docs/letter.md': 'One.\n',
  'docs/my report.md': 'Two.\n',
  'docs/more/list.md': 'Three.\n',
  'back.xlf': '',
};

const COMMAND_NAMES = [...new Set(COMMANDS.map(({ name }) => name.split(' ')[0] ?? ''))];
const FORMATS: readonly string[] = TRANSFER_FORMATS;

/** What every shell must offer; lines are typed, and Tab is pressed at their ends. */
const EXPECTED: Offers = {
  'hexapla ex': ['extract', 'export'],
  'hexapla help se': ['segments', 'set', 'sentences'],
  'hexapla strings ': ['export', 'import'],
  'hexapla terms ': ['list', 'add', 'find', 'import', 'export'],
  'hexapla export --format ': FORMATS,
  'hexapla strings export --format ': ['xliff-1.2', 'xliff-2.0'],
  'hexapla check --format ': ['text', 'json'].concat(choicesOf('check', 'format').slice(2)),
  'hexapla export --locale ': ['hy', 'fr', 'de'],
  'hexapla review letter --locale h': ['hy'],
  'hexapla segments m': ['my report', 'more/list'],
  'hexapla classify letter s1 ': ['cosmetic', 'wording', 'meaning'],
  'hexapla -C docs build --pol': ['--policy'],
  'hexapla completion ': ['bash', 'zsh', 'fish'],
  'hexapla segments letter ': [],
};

function choicesOf(command: string, option: string): readonly string[] {
  const options = COMMANDS.find(({ name }) => name === command)?.options ?? [];
  return options.find(({ name }) => name === option)?.choices ?? [];
}

async function script(shell: string, locale = 'en'): Promise<string> {
  const { exit, out, err } = await hexapla('/', ['completion', shell, '--ui-locale', locale]);
  expect([exit, err]).toEqual([0, '']);
  return out;
}

function expectOffers(
  offers: Offers,
  clean: (offer: string) => string = (offer) => offer,
  expected: Offers = EXPECTED,
): void {
  for (const [line, wanted] of Object.entries(expected)) {
    expect([line, (offers[line] ?? ['not asked']).map(clean).sort()]).toEqual([line, [...wanted].sort()]);
  }
}

/** The bash of a macOS is of 2007; what it does not have may not be used. */
const NEW_IN_BASH_4 = /\bmapfile\b|\breadarray\b|declare -A|local -A|\$\{\w+(?:\^|,,)|\|&|&>>/;

describe.skipIf(!isInstalled('bash'))('in bash (needs bash)', () => {
  const lines = Object.keys(EXPECTED);

  it('commands, options and values are completed', async () => {
    const text = await script('bash');
    const folder = newFolder(FILES);
    const offers = askBash(folder, text, [
      ...lines,
      'hexapla ',
      'hexapla export --format=xliff-2.',
      'hexapla export --format=',
      'hexapla export --only missing,s',
      'hexapla export --locale fr,',
      'hexapla import ',
      'hexapla export --',
    ]);
    expectOffers(offers, (offer) => offer.replaceAll('\\', ''));
    expect(offers['hexapla ']).toEqual(COMMAND_NAMES);
    expect(offers['hexapla export --format=xliff-2.']).toEqual(
      FORMATS.filter((one) => one.startsWith('xliff-2.')),
    );
    expect(offers['hexapla export --format=']).toEqual(FORMATS);
    expect(offers['hexapla export --only missing,s']).toEqual(['missing,stale']);
    expect(offers['hexapla export --locale fr,']).toEqual(['fr,hy', 'fr,fr', 'fr,de']);
    // Nothing of its own, so that bash offers the names of files.
    expect(offers['hexapla import ']).toEqual([]);
    const options = ['--locale', '--format', '--only', '--profile', '--bundle', '--findings', '--out'];
    expect(offers['hexapla export --']).toEqual([
      ...options,
      ...COMMON_OPTIONS.map(({ name }) => `--${name}`),
    ]);
    expect(text).not.toMatch(NEW_IN_BASH_4);
  });

  const extra = '/usr/share/bash-completion/bash_completion';
  it.skipIf(!existsSync(extra))('the same with bash-completion (needs bash-completion)', async () => {
    const folder = newFolder(FILES);
    expectOffers(askBash(folder, await script('bash'), lines, `source ${extra}`), (offer) =>
      offer.replaceAll('\\', ''),
    );
  });

  it('a folder that is no project has nothing to offer, in silence', async () => {
    const folder = newFolder({ 'broken/hexapla.json': '{' });
    const asked = ['hexapla segments ', 'hexapla -C broken segments ', 'hexapla export --locale '];
    const offers = askBash(folder, await script('bash'), asked);
    expect(offers).toEqual(Object.fromEntries(asked.map((line) => [line, []])));
  });
});

describe.skipIf(!isInstalled('zsh'))('in zsh (needs zsh)', () => {
  it('commands, options and values are completed', async () => {
    const lines = [
      ...Object.keys(EXPECTED),
      'hexapla ',
      'hexapla export --only missing,',
      'hexapla import b',
    ];
    const offers = askZsh(newFolder(FILES), await script('zsh'), lines);
    // Where no argument is left, zsh offers the options.
    const { 'hexapla segments letter ': _, ...expected } = EXPECTED;
    expectOffers(offers, (offer) => offer.replace(/=$/, '').replaceAll('\\', ''), expected);
    expect(offers['hexapla ']).toEqual(COMMAND_NAMES);
    expect(offers['hexapla export --only missing,']).toEqual(['stale']);
    expect(offers['hexapla import b']).toEqual(expect.arrayContaining(['back.xlf']));
  }, 120_000);

  it('the script is whole in every language', async () => {
    for (const locale of ['en', 'hy', 'fr']) {
      execFileSync('zsh', ['-n'], {
        input: await script('zsh', locale),
        stdio: ['pipe', 'inherit', 'inherit'],
      });
    }
  });
});

describe.skipIf(!isInstalled('fish'))('in fish (needs fish)', () => {
  it('commands, options and values are completed, with what they are', async () => {
    const more = [
      'hexapla ',
      'hexapla export --only missing,',
      'hexapla export --locale=fr,h',
      'hexapla import b',
    ];
    const offers = askFish(newFolder(FILES), await script('fish'), [...Object.keys(EXPECTED), ...more]);
    expectOffers(offers, (offer) => offer.replace(/\t.*/, ''));
    expect((offers['hexapla '] ?? []).map((offer) => offer.split('\t')[0]).sort()).toEqual(
      [...COMMAND_NAMES].sort(),
    );
    expect(offers['hexapla ex']).toContain('export\tWrite a file for each language’s translator.');
    expect((offers['hexapla export --only missing,'] ?? []).map((offer) => offer.split('\t')[0])).toContain(
      'missing,stale',
    );
    expect((offers['hexapla export --locale=fr,h'] ?? []).map((offer) => offer.split('\t')[0])).toEqual([
      '--locale=fr,hy',
    ]);
    expect(offers['hexapla import b']).toEqual(expect.arrayContaining(['back.xlf']));
  });
});

describe('completion', () => {
  it.each(['bash', 'zsh', 'fish'])('for %s names every command and option, with summaries', async (shell) => {
    const text = await script(shell);
    for (const { name, options } of COMMANDS) {
      expect(text).toContain(name.split(' ').at(-1));
      for (const option of options) expect(text).toContain(option.name);
    }
    for (const { name } of COMMON_OPTIONS) expect(text).toContain(name);
    expect(text).not.toMatch(/cli\.|undefined/);
    expect(await script(shell)).toBe(text);
    if (shell !== 'bash') expect(text).toContain('Approve targets.');
  });

  it('lists what the project has, from below it too, and nothing in silence elsewhere', async () => {
    const folder = newFolder({ ...FILES, 'docs/x/y.txt': '' });
    const ask = (place: string, kind: string) => hexapla(place, ['completion', '--values', kind]);
    const documents = 'letter\nmore/list\nmy report\n';
    expect(await ask(folder, 'documents')).toEqual({ exit: 0, out: documents, err: '' });
    expect(await ask(`${folder}/docs/x`, 'locales')).toEqual({ exit: 0, out: 'hy\nfr\nde\n', err: '' });
    const nothing = { exit: 0, out: '', err: '' };
    expect(await ask(newFolder(), 'documents')).toEqual(nothing);
    for (const text of ['{', '[]', '{"documents":5,"targetLocales":7}', '{"documents":["no.md"]}']) {
      const broken = newFolder({ 'hexapla.json': text });
      expect([await ask(broken, 'documents'), await ask(broken, 'locales')]).toEqual([nothing, nothing]);
    }
  });

  it('needs to know the shell', async () => {
    const none = await hexapla('/', ['completion']);
    expect([none.exit, none.err]).toEqual([2, expect.stringContaining('SHELL')]);
    const wrong = await hexapla('/', ['completion', 'fihs']);
    expect([wrong.exit, wrong.err]).toEqual([2, expect.stringContaining('Did you mean fish?')]);
    const { data } = await hexaplaJson<{ script: string }>('/', ['completion', 'zsh']);
    expect(data.script).toBe(await script('zsh'));
  });

  it('may take an option for one with a value whatever the command', () => {
    const table = {
      common: [],
      commands: COMMANDS.map(({ name, options }) => ({
        name,
        summary: '',
        arguments: [],
        options: options.map((option) => ({
          spellings: [`--${option.name}`, ...(option.short ? [`-${option.short}`] : [])],
          value: option.kind === 'flag' ? null : '',
          list: false,
          choices: [],
          holds: 'other' as const,
          summary: '',
        })),
      })),
    };
    const valued = new Set(valuedSpellings(table));
    const flags = COMMANDS.flatMap(({ options }) => options.filter(({ kind }) => kind === 'flag'));
    expect(flags.length).toBeGreaterThan(3);
    expect(flags.filter(({ name, short }) => valued.has(`--${name}`) || valued.has(`-${short}`))).toEqual([]);
  });
});
