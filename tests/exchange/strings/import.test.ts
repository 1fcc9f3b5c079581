import { describe, expect, it } from 'vitest';
import { exportStrings } from '../../../src/exchange/strings/export.ts';
import { json, resource, take, trip } from './trip.ts';

const x = (id: string): string => `<x id="${id}" equiv-text="anything"/>`;

describe('what comes back', () => {
  it('goes to its place, in the order of the source', () => {
    const source = { b: { c: 'x', d: ['one', { e: 'two' }, 3] }, a: 'y', n: null };
    const done = trip(source, { 'b.c': 'X', 'b.d[0]': '1', 'b.d[1].e': '2', a: 'Y' });
    expect(done).toMatchObject({ refused: [], missing: [] });
    expect(done.text).toBe(json({ b: { c: 'X', d: ['1', { e: '2' }, 3] }, a: 'Y', n: null }));
  });

  it('needs no source file', () => {
    const done = trip(
      { '10': 'x', b: { c: 'y' }, a: ['z', 'w'] },
      { '[&quot;10&quot;]': 'X', 'b.c': 'Y', 'a[0]': 'Z', 'a[1]': 'W' },
      { known: null },
    );
    expect(done.text).toBe(json({ '10': 'X', b: { c: 'Y' }, a: ['Z', 'W'] }));
  });

  it('puts codes back as the source has them, whatever the return says', () => {
    const source = { a: 'Hi <b class="x">{{name}}</b>!' };
    const done = trip(source, { a: `<g id="c1" equiv-text="&lt;script>">${x('c2')}-ը</g> ՜` });
    expect(done.text).toBe(json({ a: '<b class="x">{{name}}-ը</b> ՜' }));
  });

  it('takes placeholders that were typed as text', () => {
    expect(trip({ a: 'Hi {{name}}' }, { a: '{{name}} hi' }).text).toBe(json({ a: '{{name}} hi' }));
  });

  it('keeps white space and line breaks', () => {
    const done = trip({ a: '{{a}} {{b}}\n' }, { a: `${x('c1')} ${x('c2')}\n  ` });
    expect(done.text).toBe(json({ a: '{{a}} {{b}}\n  ' }));
  });

  it('leaves what the file does not have, and never writes the source as a translation', () => {
    const done = trip({ a: 'x', b: 'y', c: 'z' }, { a: '', b: ' ', c: 'Z' }, { target: { a: 'X', own: 1 } });
    expect(done).toMatchObject({ applied: ['c'], missing: ['a', 'b'], refused: [] });
    expect(done.text).toBe(JSON.stringify({ a: 'X', c: 'Z', own: 1 }, null, 2));
  });

  it('accepts a translation that equals its source', () => {
    expect(trip({ a: 'OK' }, { a: 'OK' })).toMatchObject({ applied: ['a'], text: json({ a: 'OK' }) });
  });

  it('changes nothing where nothing is new', () => {
    expect(trip({ a: 'x', n: 1 }, { a: 'X' }, { target: { a: 'X' } })).toMatchObject({
      text: null,
      unchanged: ['a'],
    });
  });

  it('keeps the layout of the target file, and how its texts are written', () => {
    const target = '{\r\n\t"a": "\\u0041",\r\n\t"b": 1.50\r\n}';
    expect(trip({ a: 'x', c: 'y', b: 1 }, { c: 'Y' }, { target }).text).toBe(
      '{\r\n\t"a": "\\u0041",\r\n\t"c": "Y",\r\n\t"b": 1.50\r\n}',
    );
  });

  it('makes plural forms that the source does not have', () => {
    const source = { n_one: 'One item', n_other: '{{count}} items', z: 'z' };
    const targets = {
      n_one: '{{count}} предмет',
      n_few: `${x('c1')} предмети`,
      n_many: `${x('c1')} предметів`,
      n_other: `${x('c1')} предмета`,
    };
    const done = trip(source, targets, { locale: 'uk' });
    expect(done.refused).toEqual([]);
    expect(Object.keys(JSON.parse(done.text ?? '{}') as object)).toEqual([
      'n_one',
      'n_few',
      'n_many',
      'n_other',
    ]);
  });

  it('is taken and named as stale where its source has changed since', () => {
    const done = trip({ a: 'Old' }, { a: 'X' }, { known: { a: 'New' } });
    expect(done).toMatchObject({ applied: ['a'], stale: ['a'], refused: [] });
    expect(trip({ a: 'Old' }, { a: 'X' }, { known: { a: 'New {{b}}' } }).refused[0]).toMatchObject({
      reason: 'codes-lost',
    });
  });

  it('says who made it where a machine did, or where the file says so already', () => {
    const machine = { origin: 'machine', reviewed: false } as const;
    expect(trip({ a: 'x' }, { a: 'X' }, { options: machine }).text).toBe(
      json({ $meta: { origin: 'machine', reviewed: 'no' }, a: 'X' }),
    );
    const target = { $meta: { origin: 'machine', reviewed: 'no' }, a: 'X' };
    const reviewed = { origin: 'human', reviewed: true } as const;
    expect(JSON.parse(trip({ a: 'x' }, { a: 'Y' }, { target, options: reviewed }).text ?? '')).toEqual({
      $meta: { origin: 'human', reviewed: 'yes' },
      a: 'Y',
    });
  });
});

describe('what is refused by name', () => {
  it.each<[string, unknown, string, string, string[]]>([
    ['a lost interpolation', 'Hi {{name}}', 'Hi', 'codes-lost', ['{{name}}']],
    ['an invented one', 'Hi', 'Hi {{name}}', 'codes-invented', ['{{name}}']],
    ['one that is no longer escaped', '{{a}}', '{{- a}}', 'codes-lost', ['{{a}}']],
    ['a code that nobody knows', 'Hi {{name}}', `${x('c1')}${x('c7')}`, 'codes-invented', ['c7']],
    ['a lost tag', '<b>x</b>', 'x', 'codes-lost', ['<b>', '</b>']],
    ['an invented tag', 'x', '&lt;script&gt;x&lt;/script&gt;', 'codes-invented', ['<script>', '</script>']],
    [
      'tags that cross',
      '<b>x</b><i>y</i>',
      '&lt;b&gt;&lt;i&gt;xy&lt;/b&gt;&lt;/i&gt;',
      'codes-nesting',
      ['<b>', '</b>'],
    ],
    ['a lost ICU argument', '{a} of {b}', '{a}', 'codes-lost', ['{b}']],
    ['an argument quoted by an apostrophe', 'de {a}', "d'{a}", 'icu', []],
    ['broken ICU', '{n, plural, one {x} other {y}}', '{n, plural, one {x} other {y}', 'icu', []],
    ['a plural without other', '{n, plural, one {x} other {y}}', '{n, plural, one {x}}', 'icu', []],
    [
      'another choice',
      '{n, select, a {x} other {y}}',
      '{n, select, b {x} other {y}}',
      'codes-lost',
      ['{n select a other}'],
    ],
  ])('%s', (_, text, target, reason, codes) => {
    const done = trip({ k: text }, { k: target }, { target: { k: 'earlier' } });
    expect(done).toMatchObject({ text: null, applied: [] });
    expect(done.refused).toMatchObject([{ key: 'k', reason, codes }]);
    expect(done.refused[0]?.line).toBeGreaterThan(3);
  });

  it('accepts more plural forms, an argument in another place and tags in each form', () => {
    const done = trip(
      { k: '{n, plural, one {<b>#</b> x} other {<b>#</b> y}}' },
      {
        k: '{n, plural, one {&lt;b>#&lt;/b>} few {&lt;b>#&lt;/b>} many {&lt;b>#&lt;/b>} other {&lt;b>#&lt;/b>}}',
      },
    );
    expect(done.refused).toEqual([]);
  });

  it('a list of which only some items are translated; the rest goes on', () => {
    const done = trip({ a: ['x', 'y'], b: 'z' }, { 'a[0]': 'X', b: 'Z' });
    expect(done.refused).toMatchObject([{ key: 'a[0]', reason: 'list-incomplete' }]);
    expect(done.text).toBe(json({ b: 'Z' }));
    expect(trip({ a: ['x', 'y'] }, { 'a[0]': 'X' }, { target: { a: ['1', '2'] } }).applied).toEqual(['a[0]']);
  });

  it('a text where the target file has something else', () => {
    const done = trip(
      { a: { b: 'x' }, c: 'y' },
      { 'a.b': 'X', c: 'Y' },
      { target: { a: 'text', c: { d: 'group' } } },
    );
    expect(done.refused.map(({ key, reason }) => [key, reason])).toEqual([
      ['a.b', 'shape'],
      ['c', 'shape'],
    ]);
  });

  const unit = (name: string, target = 'X', more = ''): string =>
    `<trans-unit id="k" resname="${name}"><source>x</source><target>${target}</target>${more}</trans-unit>`;
  const file = (...units: string[]): string =>
    `<xliff version="1.2"><file original="a.json" source-language="en"><body>${units.join('')}</body></file></xliff>`;

  it('texts that the source does not have, $meta, and prototypes of objects', () => {
    const known = resource({ a: 'x', n: 1 });
    const done = take(
      file(...['b', 'n', '$meta.origin', '__proto__.polluted', 'a.b', 'a', 'a'].map((name) => unit(name))),
      known,
    );
    expect(done.applied).toEqual(['a']);
    expect(done.refused.map(({ key, reason }) => `${key} ${reason}`)).toEqual([
      'b unknown-key',
      'n unknown-key',
      '$meta.origin unknown-key',
      '__proto__.polluted unknown-key',
      'a.b unknown-key',
      'a duplicate-key',
    ]);
    const alone = take(
      file(unit('__proto__.polluted'), unit('$meta.origin'), unit('a[99999999]'), unit('a[5000]')),
      null,
    );
    expect(alone.text).toBe('{\n  "__proto__": {\n    "polluted": "X"\n  }\n}\n');
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
    expect(alone.refused.map(({ reason }) => reason)).toEqual(['shape', 'unknown-key', 'shape']);
  });

  it('finds a text by its id where a tool has lost its name', () => {
    const sent = exportStrings(
      [{ original: 'a.json', source: resource({ a: { b: 'x' } }), target: null, notes: null }],
      {
        sourceLocale: 'en',
        targetLocale: 'hy',
        format: 'xliff-2.0',
        onlyMissing: false,
        words: String,
      },
    );
    const xml = (sent.text ?? '')
      .replace(/ name="[^"]*"/, '')
      .replace('</source>', '</source><target>X</target>');
    expect(take(xml, resource({ a: { b: 'x' } })).text).toBe(json({ a: { b: 'X' } }));
    expect(take(xml, null).refused).toMatchObject([{ reason: 'unknown-key' }]);
  });
});
