import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { describe, expect, it } from 'vitest';
import { checkstyle } from '../../src/report/checkstyle.ts';
import { csv } from '../../src/report/csv.ts';
import { githubAnnotations } from '../../src/report/github.ts';
import { gitlabCodeQuality } from '../../src/report/gitlab.ts';
import type { ReportedFinding } from '../../src/report/input.ts';
import { junit } from '../../src/report/junit.ts';
import { runs } from '../support/settings.ts';
import { cell, finding, hostileRun, sampleRun, wordsIn } from './support.ts';

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

/** An XML file as a tree; what is not well-formed is thrown. */
function tree(xml: string): Node {
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const stack = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    const node: Node = { name, attributes, children: [], text: '' };
    stack.at(-1)?.children.push(node);
    stack.push(node);
  });
  parser.on('text', (text) => {
    const top = stack.at(-1);
    if (top) top.text += text;
  });
  parser.on('closetag', () => stack.pop());
  parser.write(xml).close();
  return root.children[0] ?? root;
}

const named = (node: Node, name: string): readonly Node[] =>
  node.children.filter((child) => child.name === name);
const english = wordsIn('en');

describe('JUnit XML', () => {
  const suites = named(tree(junit(sampleRun(), 'error')), 'testsuite');
  const caseIn = (suite: string, name: string): Node | undefined =>
    suites
      .find(({ attributes }) => attributes['name'] === suite)
      ?.children.find((one) => one.attributes['name'] === name);

  it('has a suite for each document in each locale, and for a source that something was found in', () => {
    expect(suites.map(({ attributes }) => attributes['name'])).toEqual([
      'locales/en/statement.md',
      ...['locales/en/statement.md fr', 'locales/en/statement.md hy', 'locales/en/statement.md ar'],
      ...['locales/en/annual report.md fr', 'locales/en/annual report.md hy'],
      ...['locales/en/annual report.md ar', 'locales/en/annual report.md zh-Hant'],
    ]);
  });

  it('fails a case for what is grave enough, and says where to look', () => {
    const failed = caseIn('locales/en/statement.md fr', 'numbers s4k7qz2m1');
    const [failure] = failed ? named(failed, 'failure') : [];
    expect(failed?.attributes).toMatchObject({ file: 'locales/fr/statement.json', line: '12' });
    expect(failure?.attributes['message']).toBe('The number 200 is missing, and 2000 is not in the source.');
    expect(failure?.text).toBe(
      [
        'error: The number 200 is missing, and 2000 is not in the source.',
        ...['locales/fr/statement.json:12', '< At least 200 people were injured.'],
        '> Au moins 2000 personnes ont été blessées.',
      ].join('\n'),
    );
    const light = caseIn('locales/en/statement.md hy', 'end-punctuation s5xt6ekqt');
    expect(light?.children.map(({ name }) => name)).toEqual(['system-out']);
    expect(junit(sampleRun(), 'warning').match(/<failure /g)).toHaveLength(6);
    expect(junit(sampleRun(), 'error').match(/<failure /g)).toHaveLength(4);
  });

  it('skips what is let stand, and passes what is clean', () => {
    const stands = caseIn('locales/en/statement.md fr', 'same-as-source s00000009');
    expect(stands?.children.map(({ name, attributes }) => [name, attributes['message']])).toEqual([
      ['skipped', 'The title is the same in French.'],
    ]);
    expect(caseIn('locales/en/annual report.md fr', 'hexapla check')?.children).toEqual([]);
    const [empty] = named(
      tree(junit(sampleRun({ findings: [], matrix: [], waivedFindings: [] }), 'error')),
      'testsuite',
    );
    expect(empty?.attributes).toMatchObject({ name: 'hexapla', tests: '1', failures: '0' });
  });

  it('counts its cases, whatever is in them, and joins what one rule says of one segment', () => {
    const twice = sampleRun({
      findings: [finding(), finding({ severity: 'info' }), finding()],
      matrix: [cell()],
    });
    const [suite] = named(tree(junit(twice, 'error')), 'testsuite');
    expect(suite?.attributes).toMatchObject({ tests: '2', failures: '1', skipped: '1' });
    fc.assert(
      fc.property(hostileRun, fc.constantFrom('error' as const, 'info' as const), (run, least) => {
        const root = tree(junit(run, least));
        const cases = named(root, 'testsuite').flatMap((one) => {
          expect(one.attributes['tests']).toBe(String(one.children.length));
          return one.children;
        });
        expect(root.attributes['tests']).toBe(String(cases.length));
        const failed = cases.filter((one) => named(one, 'failure').length > 0);
        expect(root.attributes['failures']).toBe(String(failed.length));
        const skipped = cases.filter((one) => named(one, 'skipped').length > 0);
        expect(root.attributes['skipped']).toBe(String(skipped.length));
        for (const one of cases) expect(one.children.length).toBeLessThan(3);
      }),
      { numRuns: runs },
    );
  });
});

describe('Checkstyle XML', () => {
  it('has the findings of each file that is to be edited', () => {
    const root = tree(checkstyle(sampleRun({ prefix: 'docs/' })));
    expect(root.name).toBe('checkstyle');
    expect(root.children.map(({ attributes, children }) => [attributes['name'], children.length])).toEqual([
      ['docs/locales/fr/statement.json', 3],
      ...[
        ['docs/locales/hy/statement.json', 1],
        ['docs/locales/ar/statement.json', 1],
      ],
      ...[
        ['docs/locales/hy/annual report.json', 1],
        ['docs/locales/en/statement.md', 1],
      ],
      ['docs/locales/ar/annual report.json', 1],
    ]);
    expect(root.children[2]?.children[0]?.attributes).toEqual({
      ...{ line: '8', column: '3', severity: 'error', source: 'hexapla.bidi-control' },
      message: 'The text turns its own direction by a control character (U+202E). (s1para001)',
    });
  });

  it('is well-formed, whatever is found', () => {
    fc.assert(
      fc.property(hostileRun, (run) => {
        const errors = tree(checkstyle(run)).children.flatMap(({ children }) => children);
        expect(errors).toHaveLength(run.findings.length);
      }),
      { numRuns: runs },
    );
  });
});

/** Reads an annotation as GitHub's runner does. */
function readCommand(line: string): { name: string; properties: Record<string, string>; message: string } {
  const [, name = '', list = '', message = ''] = /^::(\w+) (.*?)::(.*)$/s.exec(line) ?? [];
  const data = (text: string): string =>
    text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
  const value = (text: string): string =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
  const properties = list.split(',').map((pair) => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), value(pair.slice(at + 1))];
  });
  return {
    name,
    properties: Object.fromEntries(properties) as Record<string, string>,
    message: data(message),
  };
}

describe('annotations of GitHub', () => {
  const many = (severity: ReportedFinding['severity'], count: number): ReportedFinding[] =>
    Array.from({ length: count }, (_, index) => finding({ severity, segment: `s${index}` }));
  const names = (findings: readonly ReportedFinding[]): string[] =>
    githubAnnotations(sampleRun({ findings }), english)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => readCommand(line).name);

  it('name the file, the line, the rule and the language, the gravest first', () => {
    const lines = githubAnnotations(sampleRun({ prefix: 'docs/' }), english).split('\n');
    expect(lines[0]).toBe(
      '::error file=docs/locales/fr/statement.json,line=12,title=numbers (fr)::The number 200 is missing, and 2000 is not in the source. [s4k7qz2m1]',
    );
    expect(lines[1]).toBe(
      '::error file=docs/locales/ar/statement.json,line=8,col=3,title=bidi-control (ar)::The text turns its own direction by a control character (U+202E). [s1para001]',
    );
    expect(lines[2]).toMatch(/^::error file=docs\/locales\/hy\/annual report\.json,title=missing \(hy\)::/);
  });

  it('are no more than GitHub shows; the rest is counted in one of them', () => {
    expect(names([...many('info', 10), ...many('warning', 10), ...many('error', 10)])).toEqual([
      ...[...Array(10).fill('error'), ...Array(10).fill('warning'), ...Array(10).fill('notice')],
    ]);
    const cut = [...many('info', 10), ...many('error', 25)];
    expect(names(cut)).toEqual([...Array(10).fill('error'), ...Array(10).fill('notice')]);
    const text = githubAnnotations(sampleRun({ findings: cut }), english);
    expect(text.trimEnd().split('\n').at(-1)).toBe(
      '::notice title=Hexapla::16 more findings are not shown here.',
    );
  });

  it('let no text begin a command of its own, and give every text back', () => {
    fc.assert(
      fc.property(hostileRun, (run) => {
        const lines = githubAnnotations(run, english).split(/\r\n|\r|\n/);
        expect(lines.pop()).toBe('');
        expect(lines).toHaveLength(run.findings.length);
        for (const line of lines) {
          const { properties, message } = readCommand(line);
          const same = run.findings.some(
            (one) =>
              (properties['file'] ?? '') === one.file &&
              message === (one.segment === null ? one.message : `${one.message} [${one.segment}]`),
          );
          expect(same).toBe(true);
        }
      }),
      { numRuns: runs },
    );
  });
});

describe('the code quality report of GitLab', () => {
  it('has what GitLab asks for, each under a name of its own', () => {
    const issues = JSON.parse(gitlabCodeQuality(sampleRun({ prefix: 'docs/' }))) as Record<string, unknown>[];
    expect(issues[1]).toEqual({
      description: 'The number 200 is missing, and 2000 is not in the source. (fr, s4k7qz2m1)',
      check_name: 'numbers',
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown,
      severity: 'critical',
      location: { path: 'docs/locales/fr/statement.json', lines: { begin: 12 } },
    });
    expect(new Set(issues.map(({ severity }) => severity))).toEqual(new Set(['info', 'critical', 'major']));
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
    expect(gitlabCodeQuality(sampleRun({ findings: [] }))).toBe('[]\n');
  });
});

describe('CSV', () => {
  const read = (text: string): string[][] => parse(text, { bom: true, record_delimiter: '\r\n' });

  it('is a table of the findings, the gravest first', () => {
    const rows = read(csv(sampleRun()));
    expect(rows[0]).toEqual(
      'severity rule locale document segment message source target draft file line'.split(' '),
    );
    expect(rows[1]).toEqual([
      ...['error', 'numbers', 'fr', 'locales/en/statement.md', 's4k7qz2m1'],
      'The number 200 is missing, and 2000 is not in the source.',
      ...['At least 200 people were injured.', 'Au moins 2000 personnes ont été blessées.'],
      ...['', 'locales/fr/statement.json', '12'],
    ]);
    expect(rows.map(([severity]) => severity).slice(5)).toEqual(['warning', 'warning', 'info', 'info']);
  });

  it('lets no spreadsheet run anything, and gives every text back', () => {
    fc.assert(
      fc.property(hostileRun, (run) => {
        const rows = read(csv(run)).slice(1);
        expect(rows).toHaveLength(run.findings.length);
        for (const cells of rows) for (const text of cells) expect(text).not.toMatch(/^\s*[=+\-@]|^[\t\r]/);
        // What is no character is U+FFFD in a file.
        const plain = (text: string): string => text.replace(/^'/, '').replace(/[\uD800-\uDFFF]/gu, '\uFFFD');
        const told = rows.map((cells) => plain(cells[5] ?? '')).sort();
        expect(told).toEqual(run.findings.map(({ message }) => plain(message)).sort());
      }),
      { numRuns: runs },
    );
  });
});
