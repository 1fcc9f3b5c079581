import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizeOf } from '../../src/catalogue/measure.ts';
import { countWords } from '../../src/catalogue/words.ts';
import { isUndated } from '../../src/check/completeness/dated.ts';
import type { Gathered, ProjectFacts } from '../../src/check/rule.ts';
import { noLocales } from '../../src/check/rules/no-locales.ts';
import { orderFindings } from '../../src/check/rules/order.ts';
import { orphanLanguage } from '../../src/check/rules/orphan-language.ts';
import { surplusFile } from '../../src/check/rules/surplus-file.ts';
import { type Example, findIn } from '../support/rule-page.ts';
import { runs } from '../support/settings.ts';
import { UDHR, UDHR_MORE, udhrPieces } from '../support/udhr.ts';

describe('words', () => {
  it('are counted as ICU counts them, Chinese and Japanese by character', () => {
    const alone = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/gu;
    for (const locale of [...Object.keys(UDHR), ...Object.keys(UDHR_MORE)]) {
      const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
      for (const { text } of udhrPieces(locale)) {
        if (text === null) continue;
        const singles = text.match(alone)?.length ?? 0;
        const words = [...segmenter.segment(text.replace(alone, ' '))].filter(({ isWordLike }) => isWordLike);
        expect([text, countWords(text)]).toEqual([text, words.length + singles]);
      }
    }
  });

  it('are those of ICU for any mixture of letters, digits and marks', () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
    const piece = fc.constantFrom(
      ...[...'aéжբქאب1٣_.,:;\'’"-‐/ @#$%՞՛։·½'],
      // Marks stand behind a letter: what the platform makes of others depends on its version.
      ...['𝒜', '😀', 'ไทย', '״', '׳', '…', '\u00a0', 'a\u0301', 'ب\u200c', 'a\u00ad', 'a\u200bb'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        // Where Thai touches other letters the dictionary's words are those of the platform.
        fc.pre(!/ไทย[^\s]|[^\s]ไทย/u.test(text));
        const words = [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike);
        expect([text, countWords(text)]).toEqual([text, words.length]);
      }),
      { numRuns: runs * 4 },
    );
  });

  it('are told apart in Korean with Latin letters and figures', () => {
    expect(countWords('KBS는 2020년에 한국어를 A팀과 배웠다')).toBe(8);
  });

  it('are measured with characters, codes left aside', () => {
    const size = (text: string) => sizeOf({ text, codes: {} });
    expect(size('<1>Peace</1> &amp; 😀 <2/>now')).toEqual({ segments: 1, words: 2, characters: 13 });
    expect(size('我们是人')).toEqual({ segments: 1, words: 4, characters: 4 });
  });
});

const PROJECT: ProjectFacts = {
  targetLocales: ['hy', 'fr', 'ka'],
  documents: ['a.md', 'b.md'],
  required: null,
  absent: [],
  surplus: [],
};
const NOTHING: readonly Gathered[] = [];

describe('files', () => {
  it('that are absent are told once a language, or by document', () => {
    const absent = [
      { document: 'a.md', locale: 'fr' },
      { document: 'b.md', locale: 'fr' },
      { document: 'b.md', locale: 'ka' },
    ];
    const found = orphanLanguage.judge(NOTHING, { ...PROJECT, absent });
    expect(found.map(({ locale, document, values }) => [locale, document, values['kind']])).toEqual([
      ['fr', '', 'all'],
      ['ka', 'b.md', 'some'],
    ]);
    expect(orphanLanguage.judge(NOTHING, PROJECT)).toEqual([]);
    const required = orphanLanguage.judge(NOTHING, { ...PROJECT, absent, required: ['hy', 'ka'] });
    expect(required.map(({ severity }) => severity)).toEqual(['warning', undefined]);
  });

  it('that nothing uses are named', () => {
    const found = surplusFile.judge(NOTHING, { ...PROJECT, surplus: ['locales/xx/a.json'] });
    expect(found.map(({ values }) => values)).toEqual([{ path: 'locales/xx/a.json' }]);
  });

  it('of no language are told for each document', () => {
    expect(noLocales.judge(NOTHING, PROJECT)).toEqual([]);
    expect(noLocales.judge(NOTHING, { ...PROJECT, targetLocales: [] })).toHaveLength(2);
  });
});

describe('the order of a file', () => {
  const source = fc.uniqueArray(
    fc.integer({ min: 0, max: 999 }).map((n) => `s${n}`),
    { minLength: 2, maxLength: 40 },
  );

  it('is right where the document’s is kept, whatever is left out or new', () => {
    fc.assert(
      fc.property(source, fc.infiniteStream(fc.boolean()), (ids, keep) => {
        const file = ids.filter(() => keep.next().value).flatMap((id) => [id, `new-${id}`]);
        expect(orderFindings({ file, source: ids })).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  it('tells a segment that was moved, and one that is there twice', () => {
    fc.assert(
      fc.property(source, fc.nat(), fc.nat(), (ids, a, b) => {
        const from = a % ids.length;
        const [id = ''] = ids.slice(from);
        const rest = ids.filter((one) => one !== id);
        const to = b % ids.length;
        const moved = [...rest.slice(0, to), id, ...rest.slice(to)];
        const found = orderFindings({ file: moved, source: ids });
        expect(found).toHaveLength(to === from ? 0 : 1);
        const twice = orderFindings({ file: [...ids, id], source: ids });
        expect(twice).toEqual([{ segment: id, values: { kind: 'twice', id } }]);
      }),
      { numRuns: runs },
    );
  });
});

describe('what is served besides the text', () => {
  const own = (over: Partial<Example>): Example => ({
    ...{ segments: [], source: 'en', settings: {}, context: {}, finds: null },
    ...over,
  });

  it('is a remark while a project is being translated, or for a language that is not required', () => {
    const segments = [{ en: 'See ![two people at a well](well.jpg).', fr: ['Voir <1/>.', null] }];
    const severities = (context: Example['context']) =>
      findIn('metadata', own({ segments, context })).map(({ severity }) => severity);
    expect(severities({})).toEqual(['warning']);
    expect(severities({ stage: 'draft' })).toEqual(['info']);
  });

  it('may be a name, or what the project keeps', () => {
    const segments = [
      {
        en: 'See ![Anna Example](a.jpg) ![a red house](b.jpg).',
        fr: ['Voir <1/> <2/>.', 'Anna Example', 'a red house'],
      },
    ];
    expect(findIn('metadata', own({ segments }))).toHaveLength(1);
    const keep = { texts: ['a red house'], kinds: [] };
    expect(findIn('metadata', own({ segments, settings: { keep } }))).toEqual([]);
  });

  it('has a date or a version', () => {
    expect(isUndated('---\ntitle: A\n---\n\nText\n')).toBe(true);
    for (const line of [
      'date: 2025-01-01',
      'lastmod: 2025',
      'version: 3',
      'published_on: x',
      '"updated": 1',
    ]) {
      expect(isUndated(`---\ntitle: A\n${line}\n---\n`)).toBe(false);
    }
    expect(isUndated('# Title\n')).toBe(false);
    expect(isUndated('---\nlayout: page\n---\n')).toBe(false);
  });
});

describe('structure', () => {
  it('tells a finding a kind, with its numbers', () => {
    const segments = [
      { en: '# One', fr: 'Un' },
      { en: '## Two', fr: null },
      { en: '## Three', fr: null },
      { en: '- a', fr: 'a' },
      { en: '- b', fr: null },
    ];
    const found = findIn('structure', { segments, source: 'en', settings: {}, context: {}, finds: null });
    expect(found.map(({ values: { kind, level, have, want } }) => [kind, level, have, want])).toEqual([
      ['heading', '2', 0, 2],
      ['item', '', 1, 2],
    ]);
  });
});
