import { describe, expect, it } from 'vitest';
import { readTmx } from '../../src/exchange/tmx/read.ts';
import { writeTmx } from '../../src/exchange/tmx/write.ts';
import { formatContent } from '../../src/model/content.ts';
import type { Returned } from '../../src/model/transfer.ts';
import { thrown } from '../support/thrown.ts';
import { letter } from './letter-transfer.ts';
import { content, texts } from './support.ts';
import { fixture, OPTIONS, secondsOf } from './tables-support.ts';

const read = (text: string): Returned[] => readTmx(text, 'f.tmx');

function file(body: string, header = 'srclang="en"'): string {
  return `<tmx version="1.4">\n<header ${header}/>\n<body>\n${body}\n</body>\n</tmx>`;
}

function tu(source: string, target: string): string {
  return `<tu tuid="s1"><tuv xml:lang="en"><seg>${source}</seg></tuv><tuv xml:lang="fr"><seg>${target}</seg></tuv></tu>`;
}

describe('a TMX file that is sent', () => {
  it('is the one in letter.tmx', () => {
    const text = writeTmx([letter('fr'), letter('hy')], { ...OPTIONS, toolVersion: '0.1.0' });
    expect(text).toBe(fixture('letter.tmx'));
  });

  it('comes back as what was sent of each language, joined segments as one', () => {
    const [fr, hy, ...others] = read(fixture('letter.tmx'));
    expect(others).toEqual([]);
    expect([fr?.targetLocale, fr?.handoff, hy?.targetLocale, hy?.handoff]).toEqual([
      'fr',
      '0123456789abcdef',
      'hy',
      'fedcba9876543210',
    ]);
    expect(fr?.segments.map((one) => [one.id, one.state, texts(one).target])).toEqual([
      ['s00000011', 'initial', null],
      ['s00000021', 'reviewed', 'Les deux <1>parties</1> sont d’accord.'],
      ['s00000022', 'initial', null],
      ['s00000023', 'translated', 'Aujourd’hui &amp; demain, 200 « femmes » marcheront sur "Paris".'],
      ['s00000031', 'final', '−1/2'],
    ]);
    expect(fr?.segments.map(({ problem }) => problem)).toEqual([null, null, null, null, null]);
    expect(texts(fr?.segments[3] as never).source).toBe(
      'Today and tomorrow 200 “women” will march on "Paris".',
    );
    expect(fr?.segments[3]?.unit).toBe('u00000002');
  });

  it('names the codes of joined segments by their segments', () => {
    const [, unit] = letter('fr').units;
    const segments = (unit?.segments ?? []).slice(2).map((one, index) => ({
      ...one,
      source: content(index === 0 ? 'One <1>two</1>' : 'three <1>four</1>.'),
      ...(index === 0 && { target: content('Un <1001>quatre</1001> <1>deux</1> trois.') }),
    }));
    const text = writeTmx(
      [{ ...letter('fr'), units: unit ? [{ ...unit, segments, gaps: [' '] }] : [] }],
      OPTIONS,
    );
    expect(text).toContain('<bpt i="1001" x="1001" type="bold">');
    const [segment] = read(text)[0]?.segments ?? [];
    expect(formatContent(segment?.source ?? [])).toBe(
      'One <1>two</1> three <s00000024-1>four</s00000024-1>.',
    );
    expect(formatContent(segment?.target ?? [])).toBe(
      'Un <s00000024-1>quatre</s00000024-1> <1>deux</1> trois.',
    );
  });

  it('offers no stale target as a translation of what it is not', () => {
    const [unit] = letter('fr').units;
    const segments = (unit?.segments ?? []).map(({ previous: _previous, ...segment }) => segment);
    const text = writeTmx([{ ...letter('fr'), units: unit ? [{ ...unit, segments }] : [] }], OPTIONS);
    expect(text).not.toContain('Un titre');
    expect(read(text)[0]?.segments[0]?.target).toBeNull();
  });

  it('tells documents and source languages apart', () => {
    const other = { ...letter('fr'), document: 'b.md' };
    const foreign = { ...letter('fr'), sourceLocale: 'de', document: 'c.md' };
    const text = writeTmx([letter('fr'), other, foreign], OPTIONS);
    expect(text).toContain('<tu tuid="s00000031" srclang="de">');
    expect(read(text).map((one) => [one.document, one.sourceLocale, one.segments.length])).toEqual([
      ['locales/en/letter.md', 'en', 5],
      ['b.md', 'en', 5],
      ['c.md', 'de', 5],
    ]);
  });
});

describe('a TMX file from another tool', () => {
  const returned = read(fixture('letter.okapi.tmx'));

  it('gives a return for each document and language', () => {
    expect(returned.map((one) => [one.document, one.sourceLocale, one.targetLocale, one.handoff])).toEqual([
      ['locales/en/letter.md', 'en-US', 'fr-FR', '0123456789abcdef'],
      ['locales/en/letter.md', 'EN', 'fr-FR', '0123456789abcdef'],
      ['locales/en/letter.md', 'EN', 'hy', 'fedcba9876543210'],
      ['locales/en/letter.md', 'en-US', 'fr-FR', null],
      [null, 'en-US', 'de', null],
      [null, 'en-US', 'fr-FR', null],
    ]);
  });

  it('reads its codes, its languages and its lines', () => {
    const segments = returned.flatMap((one) => one.segments);
    expect(segments.map((one) => [one.id, one.line, texts(one).target, one.problem])).toEqual([
      ['s00000021', 10, 'Les deux <1>parties</1> sont d’accord.', null],
      ['s00000022', 24, 'Utilisez <2/> &amp; arrêtez.', null],
      ['s00000022', 19, null, null],
      ['s00000023', 29, 'Un code.', 'code-unpaired'],
      ['', 32, 'Ohne Quelle', 'no-source'],
      ['', 33, 'Sans source', 'no-source'],
    ]);
    expect(texts(segments[0] as never).source).toBe('Both <1>parties</1> agree.');
    expect(segments.map(({ state }) => state)).toEqual([null, null, 'initial', null, null, null]);
  });

  it.each([
    ['an unknown element', tu('A', '<b>B</b>'), 'element'],
    ['a code without a number', tu('A', '<ph>x</ph>'), 'code-id'],
    ['an end without a start', tu('A', 'B<ept i="1"/>'), 'code-unpaired'],
    [
      'codes that cross',
      tu('A', '<bpt i="1" x="1"/><bpt i="2" x="2"/><ept i="1"/><ept i="2"/>'),
      'code-overlap',
    ],
    [
      'two texts of one language',
      '<tu tuid="s1"><tuv xml:lang="en"><seg>A</seg></tuv><tuv xml:lang="fr"><seg>A</seg><seg>B</seg></tuv></tu>',
      'twice',
    ],
    ['isolated ends that belong together', tu('A', '<it pos="begin" x="1"/>B<it pos="end" x="1"/>'), null],
    ['nothing at all', tu('A', ''), null],
  ])('says of one segment alone what is wrong with it: %s', (_name, body, problem) => {
    expect(read(file(body))[0]?.segments.map((one) => one.problem)).toEqual([problem]);
  });

  it('takes the first language for the source where any may be, and a variety where it is the only one', () => {
    expect(read(file(tu('A', 'B'), 'srclang="*all*"'))[0]).toMatchObject({
      sourceLocale: 'en',
      targetLocale: 'fr',
    });
    expect(read(file(tu('A', 'B'), 'srclang="EN-gb"'))[0]).toMatchObject({
      sourceLocale: 'en',
      targetLocale: 'fr',
    });
    const two =
      '<tu tuid="s1"><tuv xml:lang="en-GB"><seg>A</seg></tuv><tuv xml:lang="en-US"><seg>B</seg></tuv></tu>';
    expect(read(file(two)).flatMap(({ segments }) => segments.map((one) => one.problem))).toEqual([
      'no-source',
      'no-source',
    ]);
  });
});

describe('a TMX file that cannot be read', () => {
  it.each([
    ['another format', '<xliff version="2.0"/>', 'return-invalid', 'format'],
    ['no tu', file(''), 'return-invalid', 'rows'],
    ['an end too early', file(tu('A', 'B')).slice(0, 120), 'xml-syntax', 'unclosed'],
    ['nothing', '', 'xml-syntax', 'cut-off'],
    ['entities', `<!DOCTYPE tmx [<!ENTITY a "aaaa">]>${file(tu('&a;', 'B'))}`, 'xml-doctype', undefined],
    [
      'a second document type',
      `<!DOCTYPE tmx SYSTEM "a"><!DOCTYPE tmx SYSTEM "b">${file('')}`,
      'xml-doctype',
      undefined,
    ],
    ['an entity', file(tu('&lol;', 'B')), 'xml-entity', undefined],
    ['depth', file(tu('<hi>'.repeat(300), 'B')), 'xml-depth', undefined],
  ])('%s: one error', (_name, text, code, reason) => {
    const error = thrown(() => read(text));
    expect([error.code, error.values['reason'], error.place.file]).toEqual([code, reason, 'f.tmx']);
  });

  it.each([
    ['tu', file(tu('A', 'B').repeat(50_000))],
    ['tuv', file(`<tu tuid="s1">${'<tuv xml:lang="fr"><seg>A</seg></tuv>'.repeat(100_000)}</tu>`)],
    [
      'prop',
      file(
        `<tu tuid="s1">${'<prop type="x-missing" xml:lang="a">b</prop>'.repeat(100_000)}<tuv xml:lang="en"><seg>A</seg></tuv></tu>`,
      ),
    ],
    ['codes', file(tu('<ph x="1"/>'.repeat(100_000), `${'<bpt i="1" x="1"/>'.repeat(100_000)}`))],
    ['comments before it', `<!--${'-a'.repeat(1_000_000)}-->${file(tu('A', 'B'))}`],
    [
      'instructions before it',
      `${'<?a ?>'.repeat(200_000)}<!DOCTYPE tmx SYSTEM "${'a'.repeat(1_000_000)}">${file(tu('A', 'B'))}`,
    ],
  ])('takes no more time than its length: many %s', (_name, text) => {
    expect(secondsOf(() => expect(read(text).length).toBeGreaterThan(0))).toBeLessThan(5);
  });
});
