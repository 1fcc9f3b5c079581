import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { COMMANDS } from '../../src/cli/commands.ts';
import { hexapla } from '../support/cli.ts';
import { newFolder } from '../support/folder.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const SCRIPT = join(root, '.github/actions/check/check.sh');
const PROJECT = {
  'docs/hexapla.json': JSON.stringify({
    ...{ sourceLocale: 'en', targetLocales: ['fr', 'hy'], documents: ['locales/en/*.md'] },
  }),
  'docs/locales/en/a.md': '# Hello\n\nAt least 200 people were injured.\n',
};

/** In the place of npx: notes what it was asked, and does it with this very source. */
const RUNS = `#!/usr/bin/env bash
printf '%s\\n' "$@" >>"$ASKED"
while [[ "$1" == -* ]]; do shift; done
shift
exec ${JSON.stringify(process.execPath)} --import ${JSON.stringify(join(root, 'node_modules/tsx/dist/loader.mjs'))} ${JSON.stringify(join(root, 'src/cli/main.ts'))} "$@"
`;
/** The same, but that it only says what it was told to say. */
const SAYS = `#!/usr/bin/env bash
printf '%s\\n' "$@" >>"$ASKED"
printf '::error::from the text of a project'
exit "\${ENDS:-0}"
`;

interface Step {
  readonly status: number | null;
  readonly out: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly asked: readonly string[];
  readonly folder: string;
}

/** Runs the action's script as a runner does. */
function step(
  npx: string,
  inputs: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>> = {},
): Step {
  const folder = newFolder({ ...PROJECT, 'bin/npx': npx, 'temp/.keep': '', ...more });
  chmodSync(join(folder, 'bin/npx'), 0o755);
  for (const path of Object.keys(more)) if (path.includes('.bin/')) chmodSync(join(folder, path), 0o755);
  const files = {
    summary: join(folder, 'summary.md'),
    output: join(folder, 'output'),
    asked: join(folder, 'asked'),
  };
  const { status, stdout } = spawnSync('bash', [SCRIPT], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...{ PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH']}`, HOME: folder, LANG: 'C.UTF-8' },
      ...{
        GITHUB_STEP_SUMMARY: files.summary,
        GITHUB_OUTPUT: files.output,
        RUNNER_TEMP: join(folder, 'temp'),
      },
      ...{ ASKED: files.asked, HEXAPLA_FOLDER: 'docs' },
      ...inputs,
    },
  });
  const read = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');
  const lines = (path: string): string[] =>
    read(path)
      .split('\n')
      .filter((line) => line !== '');
  return {
    ...{ status, out: stdout, folder, summary: read(files.summary), asked: lines(files.asked) },
    outputs: Object.fromEntries(
      lines(files.output).map((line) => [
        line.slice(0, line.indexOf('=')),
        line.slice(line.indexOf('=') + 1),
      ]),
    ),
  };
}

describe('the action for projects', () => {
  it('annotates, summarises and leaves its files, and fails as the check does', async () => {
    const project = newFolder(PROJECT);
    await hexapla(join(project, 'docs'), ['extract']);
    const path = 'locales/en/a.json';
    const { status, out, summary, outputs } = step(
      RUNS,
      { HEXAPLA_LOCALES: 'fr' },
      {
        [`docs/${path}`]: readFileSync(join(project, 'docs', path)).toString(),
      },
    );
    expect(status).toBe(1);
    const commands = out.split('\n').filter((line) => line.startsWith('::'));
    const token = /^::stop-commands::([0-9a-f]{32})$/.exec(commands[0] ?? '')?.[1];
    expect(commands[1]).toBe(`::${token}::`);
    expect(commands[2]).toMatch(/^::error file=[^,]+,.*title=[^:]*\(fr\)::/);
    expect(summary).toMatch(/^# /);
    expect(summary).toContain('`fr`');
    expect(summary).not.toContain('`hy`');
    expect(outputs['exit-code']).toBe('1');
    const sarif = JSON.parse(readFileSync(outputs['sarif'] ?? '', 'utf8')) as { version: string };
    expect(sarif.version).toBe('2.1.0');
    const json = JSON.parse(readFileSync(outputs['json'] ?? '', 'utf8')) as { findings: unknown[] };
    expect(json.findings.length).toBeGreaterThan(0);
    expect(readFileSync(outputs['html'] ?? '', 'utf8')).toMatch(/^<!doctype html>/);
  }, 60_000);

  it('lets nothing in the texts of a project command the runner', () => {
    const { out } = step(SAYS, {});
    const [first = '', second, third = ''] = out.split('\n');
    expect(first).toMatch(/^::stop-commands::[0-9a-f]{32}$/);
    expect(second).toBe('::error::from the text of a project');
    expect(third).toBe(`::${first.slice('::stop-commands::'.length)}::`);
    expect(step(SAYS, {}).out.split('\n')[0]).not.toBe(first);
  });

  it('passes on what it is given as arguments, and runs none of it', () => {
    const { status, asked, folder } = step(SAYS, {
      ...{
        HEXAPLA_VERSION: '1.2.3',
        HEXAPLA_FAIL_ON: 'warning; touch one',
        HEXAPLA_LOCALES: ' fr  hy\n$(touch two)',
      },
      ...{ HEXAPLA_ARGS: '--rule "a * `touch three` && touch four', ENDS: '3' },
    });
    expect(status).toBe(3);
    expect(asked.filter((word) => !word.startsWith('--also='))).toEqual([
      ...['--yes', 'hexapla@1.2.3', 'check', '--fail-on=warning; touch one'],
      ...['--locale=fr', '--locale=hy', '--locale=$(touch', '--locale=two)'],
      ...['--rule', '"a', '*', '`touch', 'three`', '&&', 'touch', 'four'],
    ]);
    expect(['one', 'two', 'three', 'four'].filter((name) => existsSync(join(folder, 'docs', name)))).toEqual(
      [],
    );
  });

  it.each(['file:../evil', '../evil', 'https://example.org/x.tgz', '1.0.0 --call=x', 'git+ssh://x', '@a/b'])(
    'takes no version that names something else: %s',
    (version) => {
      const { status, out, asked } = step(SAYS, { HEXAPLA_VERSION: version });
      expect(status).toBe(2);
      expect(out).toMatch(/^::error title=Hexapla::This is no version: /);
      expect(asked).toEqual([]);
    },
  );

  it('says where there is no such folder', () => {
    const { status, out } = step(SAYS, { HEXAPLA_FOLDER: 'nowhere\n::warning::x' });
    expect(status).toBe(2);
    expect(out).toBe('::error title=Hexapla::There is no such folder: nowhere%0A::warning::x\n');
  });

  it('takes the version that the project has installed, unless another is asked for', () => {
    const installed = { 'docs/node_modules/.bin/hexapla': '#!/bin/sh\n' };
    expect(step(SAYS, {}, installed).asked.slice(0, 2)).toEqual(['--no-install', 'hexapla']);
    expect(step(SAYS, { HEXAPLA_VERSION: '^2' }, installed).asked.slice(0, 2)).toEqual([
      '--yes',
      'hexapla@^2',
    ]);
    expect(step(SAYS, {}).asked.slice(0, 2)).toEqual(['--yes', 'hexapla@latest']);
  });
});

interface Composite {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly { readonly run: string; readonly env: Readonly<Record<string, string>> }[];
  };
}

describe('its description', () => {
  const action = parse(readFileSync(join(root, '.github/actions/check/action.yml'), 'utf8')) as Composite;
  const script = readFileSync(SCRIPT, 'utf8');

  it('gives every input to the script in its environment, and none in its text', () => {
    expect(action.runs.using).toBe('composite');
    const [only, ...others] = action.runs.steps;
    expect(others).toEqual([]);
    expect(only?.run).not.toContain('${{');
    const given = Object.entries(only?.env ?? {});
    expect(given.map(([, value]) => value).sort()).toEqual(
      Object.keys(action.inputs)
        .map((name) => `\${{ inputs.${name} }}`)
        .sort(),
    );
    for (const [name] of given) expect(script).toContain(`\${${name}:-`);
    const written = [...script.matchAll(/for name in (.*); do/g)].flatMap(([, names = '']) =>
      names.split(' '),
    );
    expect(Object.keys(action.outputs).sort()).toEqual(['exit-code', ...written].sort());
  });

  it.each([
    ['the action', '.github/actions/check/check.sh'],
    ['the hook', '.pre-commit-hooks.yaml'],
    ['the snippet', '.ci/hexapla.gitlab-ci.yml'],
  ])('%s uses options that there are', (_, path) => {
    const text = readFileSync(join(root, path), 'utf8');
    const check = COMMANDS.find(({ name }) => name === 'check');
    const known = new Set(check?.options.map(({ name }) => name));
    const used = [...text.matchAll(/"?--([a-z-]+)/g)].map(([, name = '']) => name);
    const own = used.filter((name) => !['yes', 'no-install'].includes(name));
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter((name) => !known.has(name))).toEqual([]);
    const formats = check?.options.find(({ name }) => name === 'format')?.choices ?? [];
    const also = [...text.matchAll(/--also=([a-z-]+)=/g)].map(([, name = '']) => name);
    expect(also.filter((name) => !formats.includes(name))).toEqual([]);
  });
});

describe('the hook and the snippet', () => {
  it('have what pre-commit and GitLab ask for', () => {
    const [hook] = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8')) as Record<
      string,
      unknown
    >[];
    const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      bin: Record<string, string>;
    };
    expect(hook).toMatchObject({ id: 'hexapla-check', language: 'node', pass_filenames: false });
    expect(Object.keys(bin)).toContain(String(hook?.['entry']).split(' ')[0]);
    const files = new RegExp(String(hook?.['files']));
    for (const path of ['hexapla.json', 'locales/en/a.md', 'locales/fr/a.json']) expect(path).toMatch(files);
    const { 'hexapla-check': job } = parse(
      readFileSync(join(root, '.ci/hexapla.gitlab-ci.yml'), 'utf8'),
    ) as Record<
      string,
      { readonly script: readonly string[]; readonly artifacts: { readonly reports: Record<string, string> } }
    >;
    const script = job?.script.join('\n') ?? '';
    for (const file of Object.values(job?.artifacts.reports ?? {})) {
      expect(script).toContain(`=$CI_PROJECT_DIR/${file}"`);
    }
    expect(Object.keys(job?.artifacts.reports ?? {})).toEqual(['codequality', 'junit']);
  });
});
