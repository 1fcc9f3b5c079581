import { describe, expect, it } from 'vitest';
import { exportStrings, type StringsSource } from '../../../src/exchange/strings/export.ts';
import { readResource } from '../../../src/exchange/strings/json-read.ts';
import type { StringsFormat } from '../../../src/exchange/strings/package.ts';
import { expandKeys } from '../../../src/exchange/strings/plurals.ts';
import type { Resource } from '../../../src/exchange/strings/tree.ts';

const resource = (value: unknown): Resource =>
  readResource(typeof value === 'string' ? value : JSON.stringify(value), 'f.json');

function send(
  value: unknown,
  over: Partial<StringsSource> = {},
  target = 'uk',
  format: StringsFormat = 'xliff-1.2',
) {
  const file = { original: 'en/app.json', source: resource(value), target: null, notes: null, ...over };
  const words = (key: string, values?: Readonly<Record<string, string>>): string =>
    values ? `${key} ${values['category']} ${values['numbers']}` : key;
  const options = { sourceLocale: 'en', targetLocale: target, format, onlyMissing: false, words };
  const { text, files } = exportStrings([file], options);
  const names = [...(text ?? '').matchAll(/ (?:resname|name)="([^"]*)"/g)].map(([, name]) => name);
  return { text: text ?? '', sent: files[0], names };
}

describe('what is sent', () => {
  it('protects interpolations, nestings and tags as inline codes', () => {
    const { text } = send({ a: 'Hi <b>{{name}}</b>, see $t(menu.help)<br/>&nbsp;<1>it</1>' });
    expect(text).toContain(
      '<source>Hi <g id="c1" ctype="bold" equiv-text="&lt;b&gt;"><x id="c2" ctype="x-value" equiv-text="{{name}}"/></g>, ' +
        'see <x id="c3" ctype="x-value" equiv-text="$t(menu.help)"/><x id="c4" ctype="lb" equiv-text="&lt;br/&gt;"/>' +
        '&amp;nbsp;<g id="c5" ctype="x-tag" equiv-text="&lt;1&gt;">it</g></source>',
    );
    const { text: newer } = send({ a: '<b>{{name}}</b>' }, {}, 'uk', 'xliff-2.0');
    expect(newer).toContain(
      '<pc id="c1" type="other" subType="i18n:tag" equivStart="&lt;b&gt;" equivEnd="&lt;/b&gt;"',
    );
  });

  it('leaves ICU messages with forms as text', () => {
    expect(send({ a: '{n, plural, one {<b>#</b>} other {#}}' }).text).toContain(
      '<source>{n, plural, one {&lt;b&gt;#&lt;/b&gt;} other {#}}</source>',
    );
  });

  it('sends tags that are not in pairs one by one', () => {
    expect(send({ a: '<b>x<i>y</b></i>' }).text.match(/<x /g)).toHaveLength(4);
    expect(send({ a: 'Array<string> a < b' }).text).toContain('equiv-text="&lt;string&gt;"/> a &lt; b');
  });

  it('is every text but those of $meta, and no number, true, null or empty text', () => {
    const { names, sent } = send({
      $meta: { origin: 'machine' },
      a: { b: ['x', { c: 'y' }], d: 1, e: null },
      f: '',
      '1': 'z',
    });
    expect(names).toEqual(['[&quot;1&quot;]', 'a.b[0]', 'a.b[1].c']);
    expect(sent).toMatchObject({ strings: 3, kept: 3, refused: [] });
  });

  it('keeps the order of the file, of keys that are numbers too', () => {
    expect(send('{"b":"x","10":"x","2":"x","__proto__":"x","a":"x"}').names).toEqual([
      'b',
      '[&quot;10&quot;]',
      '[&quot;2&quot;]',
      '__proto__',
      'a',
    ]);
  });

  it('names a key that is there twice', () => {
    const { sent, names } = send('{"a":"x","a":"y"}');
    expect(names).toEqual(['a']);
    expect(sent?.refused).toEqual([{ key: 'a', reason: 'twice' }]);
  });

  it('has the target that there is, with the source’s codes, and says that it is a draft', () => {
    const target = resource({ $meta: { origin: 'machine', reviewed: 'no' }, a: '{{b}} і {{a}} {{c}}' });
    const { text } = send({ a: '{{a}} and {{b}}' }, { target });
    expect(text).toContain(
      '<target><x id="c2" ctype="x-value" equiv-text="{{b}}"/> і <x id="c1" ctype="x-value" equiv-text="{{a}}"/> {{c}}</target>',
    );
    expect(text).toContain('<note>note.machineDraft</note>');
  });

  it('has the notes of the groups around it and its own', () => {
    const notes = resource({ menu: { $: 'In the menu.', save: 'A button.' } });
    const { text } = send({ menu: { save: 'Save', open: 'Open' } }, { notes });
    expect(text.match(/<note>[^<]*/g)).toEqual([
      '<note>In the menu.',
      '<note>A button.',
      '<note>In the menu.',
    ]);
  });

  it('carries what XML cannot hold as codes', () => {
    expect(send({ a: 'x\u0001\uD800y\r' }).text).toContain(
      '<source>x<x id="c1" ctype="x-character" equiv-text="U+0001"/><x id="c2" ctype="x-character" equiv-text="U+D800"/>y' +
        '<x id="c3" ctype="x-character" equiv-text="U+000D"/></source>',
    );
  });

  it('is nothing where there is nothing', () => {
    expect(send({ a: 1 }).text).toBe('');
    expect(send({}).sent).toMatchObject({ strings: 0 });
  });
});

describe('plurals', () => {
  const forms = (keys: Readonly<Record<string, string>>, source: string, target: string) => {
    const texts = new Map(Object.entries(keys));
    const { keys: found, unused } = expandKeys(texts, source, target, (key) => texts.has(key));
    return { sent: found.map(({ key, from }) => (key === from ? key : `${key} < ${from}`)), unused };
  };
  const items = { items_one: '{{count}} item', items_other: '{{count}} items' };

  it.each([
    ['uk', ['items_one', 'items_few < items_other', 'items_many < items_other', 'items_other'], []],
    ['hy', ['items_one', 'items_other'], []],
    ['ja', ['items_other'], ['items_one']],
    [
      'ar',
      [
        'items_one',
        ...['zero', 'two', 'few', 'many'].map((one) => `items_${one} < items_other`),
        'items_other',
      ],
      [],
    ],
  ])('are sent in the forms of %s', (target, sent, unused) => {
    expect(forms(items, 'en', target)).toEqual({ sent, unused });
  });

  it('with ordinals, contexts, zero and the key without a form', () => {
    const ordinals = {
      p_ordinal_one: '{{count}}st',
      p_ordinal_two: '{{count}}nd',
      p_ordinal_few: 'x',
      p_ordinal_other: 'y',
    };
    expect(forms(ordinals, 'en', 'uk').sent).toEqual(['p_ordinal_few', 'p_ordinal_other']);
    expect(forms({ f_male_one: 'x', f_male_other: 'y' }, 'en', 'ja').sent).toEqual(['f_male_other']);
    expect(forms({ n_zero: 'none', ...items }, 'en', 'ja').sent).toEqual(['n_zero', 'items_other']);
    expect(forms({ n_one: 'one', n: '{{n}} of them' }, 'en', 'uk').sent).toEqual([
      'n_few < n',
      'n_many < n',
      'n_one',
      'n',
    ]);
  });

  it('are not seen in keys that only look like forms', () => {
    const keys = { phase_one: 'First', phase_two: 'Second', contact_other: 'Another', one: 'x', _other: 'y' };
    expect(forms(keys, 'en', 'uk')).toEqual({ sent: Object.keys(keys), unused: [] });
  });

  it('tell the translator which numbers a form is for', () => {
    expect(send(items).text).toContain('<note>note.pluralForm many 0, 5, 6, 7, 8</note>');
    expect(send(items).text).toContain('<note>note.pluralForm other 1.5</note>');
  });
});
