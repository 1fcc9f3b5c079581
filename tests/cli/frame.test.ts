import { execFile, execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../../src/cli/arguments.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { commandTable } from '../../src/cli/help.ts';
import { loadCommand } from '../../src/cli/load.ts';
import { commandWords } from '../../src/cli/words.ts';
import { hexapla, hexaplaJson } from '../support/cli.ts';
import { newFolder } from '../support/folder.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { words } = commandWords('en');

describe('help', () => {
  it('lists every command with its summary', async () => {
    const { exit, out } = await hexapla('/', ['--help']);
    expect(exit).toBe(0);
    for (const { name } of COMMANDS) expect(out).toContain(`  ${name} `);
    expect(out).not.toContain('cli.');
  });

  it.each(COMMANDS.map((command) => [command.name, command] as const))(
    'explains %s',
    async (name, command) => {
      const { exit, out } = await hexapla('/', [name, '--help']);
      expect(exit).toBe(0);
      for (const option of command.options) expect(out).toContain(`--${option.name}`);
      for (const argument of command.arguments) expect(out).toContain(argument.name);
      expect(out).not.toMatch(/cli\.|\bundefined\b/);
      expect(await loadCommand(command)).toHaveProperty('run');
    },
  );

  it('makes a table for the README', () => {
    const table = commandTable(words);
    expect(table.split('\n').length).toBe(COMMANDS.length + 3);
    expect(table).toContain('| `hexapla set DOC ID --locale L [--by NAME]');
  });

  it('gives the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };
    expect((await hexapla('/', ['--version'])).out).toMatch(
      new RegExp(`^${version}\\n\\n.* nobody has reviewed: .*Ukrainian\\.\\n$`),
    );
  });
});

describe('the start', () => {
  it('loads nothing that help does not need', () => {
    const seen = new Set<string>();
    const waiting = ['cli/main.ts'];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      if (seen.has(at)) continue;
      seen.add(at);
      const code = at.endsWith('.ts') ? readFileSync(`${root}src/${at}`, 'utf8') : '';
      for (const [, name = ''] of code.matchAll(/^(?:import|\} from) (?!type\b)[^;]*?'([^']+)';/gms)) {
        waiting.push(name.startsWith('.') ? join(dirname(at), name) : name);
      }
    }
    const libraries = [...seen].filter((name) => !name.endsWith('.ts') && !name.startsWith('node:'));
    expect(libraries).toEqual([]);
    expect(seen.size).toBeLessThan(22);
  });
});

describe('the command line', () => {
  it('takes lists with commas or one by one, and leaves commas within braces', () => {
    const { values, args } = readCommandLine(['export', 'a', '--locale=hy,fr', 'b', '-l', 'de']);
    expect(values.get('locale')).toEqual(['hy', 'fr', 'de']);
    expect(args).toEqual(['a', 'b']);
    const pattern = readCommandLine(['init', '--documents', 'a/{b,c}.md,d.md']);
    expect(pattern.values.get('documents')).toEqual(['a/{b,c}.md', 'd.md']);
  });

  it.each<[string[], string, string]>([
    [[], 'missing-argument', 'COMMAND'],
    [['extrat'], 'unknown-command', 'Did you mean extract?'],
    [['zzzzzz'], 'unknown-command', 'no command zzzzzz'],
    [['--jsno', 'extract'], 'unknown-option', 'Did you mean --json?'],
    [['extract', '--dryrun'], 'unknown-option', 'Did you mean --dry-run?'],
    [['extract', '-z'], 'unknown-option', '-z'],
    [['check', '--format', 'jsn'], 'bad-option-value', 'Did you mean json?'],
    [['check', '--format', 'sarrif'], 'bad-option-value', 'sarif'],
    [['check', '--format'], 'missing-argument', 'FORMAT'],
    [['check', '--format', '--fail-on', 'error'], 'missing-argument', 'FORMAT'],
    [['check', '--format=json', '--format=text'], 'usage', 'text'],
    [['verify', 'statement'], 'usage', 'statement'],
    [['check', '--json=yes'], 'bad-option-value', 'yes'],
    [['set', 'a'], 'missing-argument', 'ID'],
    [['set', 'a', 'b'], 'missing-argument', '--locale L'],
    [['set', 'a', 'b', '--locale', ''], 'bad-option-value', '--locale'],
    [['review', 'a', '-l', 'hy', '--by', 'x'], 'missing-argument', '--all'],
    [['sentences', '-l', 'not a tag'], 'bad-option-value', 'not a tag'],
    [['classify', 'a', 's1', 'cosmetc'], 'bad-option-value', 'Did you mean cosmetic?'],
  ])('%j is %s', async (line, code, hint) => {
    const { exit, out, err } = await hexapla('/', line);
    expect([exit, out]).toEqual([2, '']);
    expect(err).toContain(hint);
    expect(err.split('\n').length).toBe(2);
    const json = await hexaplaJson<{ error: { code: string; message: string } }>('/', line);
    expect(json.data.error.code).toBe(code);
    expect(Object.keys(json.data.error)).toEqual(['code', 'message', 'file', 'line', 'segment']);
    expect(json.exit).toBe(2);
  });

  it('works in another folder with -C', async () => {
    const folder = newFolder({ 'sub/hexapla.json': '{' });
    expect((await hexapla(folder, ['status'])).err).toContain('no hexapla.json');
    expect((await hexapla(folder, ['status', '-C', 'sub'])).err).toContain(
      'hexapla.json:1:2: This is not JSON',
    );
    expect((await hexapla(folder, ['status', '-C', 'nowhere'])).exit).toBe(2);
  });

  it('calls a mistake of its own a bug', async () => {
    const input = (): Promise<string> => Promise.reject(new TypeError('broken'));
    const { exit, err } = await hexapla('/', ['sentences', '--locale', 'en'], { input });
    expect(exit).toBe(70);
    expect(err).toContain('TypeError: broken');
  });
});

describe('the program', () => {
  const main = ['--import', 'tsx', `${root}src/cli/main.ts`];
  const program = (args: string[], input: string | Buffer): string =>
    execFileSync(process.execPath, [...main, ...args], { cwd: root, encoding: 'utf8', input, stdio: 'pipe' });

  it('reads standard input and writes JSON', () => {
    const out = program(['sentences', '--locale', 'en', '--json'], 'One. Two.\n');
    expect(JSON.parse(out)).toEqual({
      sentences: [
        { text: 'One.', start: 0, end: 4 },
        { text: 'Two.', start: 5, end: 9 },
      ],
    });
  });

  it('gives exit codes', async () => {
    const code = await new Promise((resolve) => {
      execFile(process.execPath, [...main, 'extrat'], { cwd: root }, (error) => resolve(error?.code));
    });
    expect(code).toBe(2);
  });

  it('says where input is not UTF-8', async () => {
    const bytes = Buffer.from([0x41, 0xff]);
    const ran = () => program(['sentences', '--locale', 'en'], bytes);
    expect(ran).toThrow(/not UTF-8/);
  });

  it('ends quietly when nobody reads on', () => {
    const command = `"${process.execPath}" --import tsx src/cli/main.ts --help | head -n 1; echo "\${PIPESTATUS[0]}"`;
    expect(execFileSync('bash', ['-c', command], { cwd: root, encoding: 'utf8' })).toMatch(
      /^Hexapla .*\n0\n$/,
    );
  });
});
