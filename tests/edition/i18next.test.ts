import fc from 'fast-check';
import { createInstance } from 'i18next';
import { describe, expect, test } from 'vitest';
import { i18nextResource } from '../../src/edition/i18next.ts';
import { type Content, formatContent, parseContent } from '../../src/model/content.ts';
import type { Cell, Row } from '../../src/model/row.ts';
import { arbitraryText } from '../support/arbitrary-content.ts';
import { runs } from '../support/settings.ts';

const FACTS = { document: 'doc.md', locale: 'hy', sourceLocale: 'en', version: '0123456789ab' };

function cell(content: Content, more: Partial<Cell> = {}): Cell {
  return {
    ...{ locale: 'hy', status: 'target', content, codes: {}, textLocale: 'hy' },
    ...{ state: 'reviewed', origin: 'human', stale: null },
    ...more,
  } as Cell;
}

function row(ids: readonly string[], hy: Cell): Row {
  return { ids, unit: 'u00000001', kind: 'paragraph', block: 0, cells: { hy } };
}

function load(text: string): ReturnType<typeof createInstance> {
  const i18n = createInstance();
  const resources = { hy: { doc: JSON.parse(text) } };
  void i18n.init({ lng: 'hy', fallbackLng: false, ns: 'doc', defaultNS: 'doc', initAsync: false, resources });
  return i18n;
}

const words = (text: string): Content => [{ kind: 'text', text }];

describe('an i18next resource', () => {
  test('gives every text back in the stored form, whatever stands in it', () => {
    const nested = fc
      .tuple(arbitraryText, arbitraryText, arbitraryText)
      .map(
        ([a, b, c]): Content => [
          ...words(a),
          { kind: 'code', id: '1', children: words(b) },
          { kind: 'code', id: '2', children: null },
          ...words(c),
        ],
      );
    const trap = fc.constantFrom('{{x}}', '$t(s00000000)', '{{- x, number}}', 'a | b', '<1>', '&lt;');
    const contents = fc.oneof(nested, arbitraryText.map(words), trap.map(words));
    fc.assert(
      fc.property(fc.array(contents, { minLength: 1, maxLength: 8 }), (list) => {
        const ids = list.map((_, index) => `s0000000${index}`);
        const rows = list.map((content, index) => row([ids[index] ?? ''], cell(content)));
        const i18n = load(i18nextResource(rows, FACTS));
        for (const [index, content] of list.entries()) {
          const stored = formatContent(content);
          const found = i18n.t(ids[index] ?? '', { skipInterpolation: true });
          expect(found).toBe(stored);
          expect(parseContent(found)).not.toBeNull();
        }
      }),
      { numRuns: runs },
    );
  });

  test('lists the texts in which i18next would see its own marks', () => {
    const list = ['plain', 'Write {{name}} here', 'Call $t(plain)', 'A price in $ (US)', '{ } $t'];
    const text = i18nextResource(
      list.map((one, index) => row([`s${index}`], cell(words(one)))),
      FACTS,
    );
    const i18n = load(text);
    const listed = JSON.parse(text).$meta.skipInterpolation;
    expect(listed).toEqual(['s1', 's2']);
    const changed = list
      .map((_, index) => `s${index}`)
      .filter((id, index) => i18n.t(id, { name: 'X' }) !== list[index]);
    expect(changed).toEqual(listed);
    for (const [index, one] of list.entries()) {
      expect(i18n.t(`s${index}`, { name: 'X', skipInterpolation: true })).toBe(one);
    }
  });

  test('leaves out what is not in its language, and empties what stands with an earlier segment', () => {
    const text = i18nextResource(
      [
        row(['s1', 's2'], cell(words('Երկուսը միասին'))),
        row(['s3'], cell(words('Not yet'), { status: 'fallback', textLocale: 'en' })),
        row(['s4'], cell([], { status: 'missing' })),
      ],
      FACTS,
    );
    const { $meta, ...texts } = JSON.parse(text);
    expect(texts).toEqual({ s1: 'Երկուսը միասին', s2: '' });
    expect($meta).toEqual({ hexapla: 1, ...FACTS, joined: { s2: 's1' } });
    expect(load(text).t('s2')).toBe('');
  });

  test('tells machine drafts, and what the numbers stand for', () => {
    const codes = {
      '1': { type: 'link', parts: ['[', '](x)'], href: 'https://example.org/' },
      '2': { type: 'code', parts: ['`x`'], text: 'x' },
      '3': { type: 'strong', parts: ['**', '**'] },
    } as const;
    const content = parseContent('<1>a</1> &lt;3> <2/>') ?? [];
    const draft = { origin: 'machine', state: 'translated' } as const;
    const reviewed = { origin: 'machine', state: 'reviewed' } as const;
    const text = i18nextResource(
      [row(['s1'], cell(content, { codes, ...draft })), row(['s2'], cell(words('b'), reviewed))],
      FACTS,
    );
    expect(text.split('\n')).toEqual([
      '{',
      '"$meta": {"hexapla":1,"document":"doc.md","locale":"hy","sourceLocale":"en","version":"0123456789ab",' +
        '"machine":["s1"],"codes":{"s1":{"1":{"type":"link","href":"https://example.org/"},"2":{"type":"code","text":"x"}}}},',
      '"s1": "<1>a</1> &lt;3> <2/>",',
      '"s2": "b"',
      '}',
      '',
    ]);
  });
});
