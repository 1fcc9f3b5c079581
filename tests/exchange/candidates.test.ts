import { describe, expect, it } from 'vitest';
import { makeTransfer, type TransferInput } from '../../src/exchange/transfer.ts';
import { readXliff } from '../../src/exchange/xliff/read.ts';
import { writeXliff } from '../../src/exchange/xliff/write.ts';
import type { SourceCatalogue, SourceEntry, Target, TargetCatalogue } from '../../src/model/catalogue.ts';
import { type Codes, formatContent } from '../../src/model/content.ts';
import type { MemoryMatch, MemoryPair, MemoryQuery } from '../../src/model/memory.ts';
import type { Transfer, TransferSegment } from '../../src/model/transfer.ts';
import { catalogue, content, hash, isStale, PLAIN } from './support.ts';

const STRONG = { type: 'strong', parts: ['**', '**'] } as const;
const link = (href: string) => ({ type: 'link', parts: ['[', `](${href})`], href }) as const;
const CODE = { type: 'code', parts: ['`x`'], text: 'x' } as const;

const target = (targets: TargetCatalogue['targets']): TargetCatalogue => ({
  document: 'locales/en/statement.md',
  locale: 'fr',
  targets,
  suggestions: {},
});
const made = (text: string, from: SourceEntry | string, more: Partial<Target> = {}): Target => ({
  text,
  state: 'reviewed',
  origin: 'human',
  madeFrom: typeof from === 'string' ? from : hash(from),
  ...more,
});

function transfer(source: SourceCatalogue, more: Partial<TransferInput>): Transfer {
  const words: TransferInput['words'] = (key, values) =>
    `${key} ${Object.values(values ?? {}).join('|')}`.trim();
  const gaps = (): string[] => [' ', ' ', ' '];
  return makeTransfer({
    source,
    target: null,
    targetLocale: 'fr',
    only: null,
    instruction: null,
    gaps,
    isStale,
    hash,
    words,
    ...more,
  });
}

/** A memory that gives what it is told to, and remembers what it was asked. */
function memoryOf(...found: readonly Partial<MemoryPair>[]) {
  const asked: MemoryQuery[] = [];
  const candidates = (query: MemoryQuery): readonly MemoryMatch[] => {
    asked.push(query);
    const pairs = found.map((pair) => ({
      pair: { ...PAIR, ...pair },
      similarity: 87,
      kind: 'fuzzy' as const,
    }));
    return [...query.previous.map((pair) => ({ pair, similarity: 90, kind: 'previous' as const })), ...pairs];
  };
  return { asked, memory: { candidates } };
}
const PAIR: MemoryPair = {
  document: 'a & b.md',
  id: 's00000009',
  source: '',
  target: '',
  codes: {},
  state: 'translated',
  origin: 'machine',
  before: null,
  after: null,
};

function offered(codes: Codes, text: string, pair: Partial<MemoryPair>): [string, string][] {
  const { memory } = memoryOf(pair);
  const { units } = transfer(catalogue([{ s1: { text, codes } }]), { memory });
  return (units[0]?.segments[0]?.candidates ?? []).map((one) => [
    formatContent(one.source),
    formatContent(one.target),
  ]);
}

describe('the codes of what is offered', () => {
  it('become those of the segment: the same first, then those of one kind', () => {
    const codes = { '3': link('y'), '7': link('x'), '8': STRONG };
    const theirs = { '1': link('x'), '2': link('z'), '5': STRONG };
    expect(
      offered(codes, '<3>a</3> <7>b</7> <8>c</8>', {
        codes: theirs,
        source: '<1>b</1> <2>z</2> <5>c</5>',
        target: '<5>C</5> <2>Z</2> <1>B</1>',
      }),
    ).toEqual([['<7>b</7> <3>z</3> <8>c</8>', '<8>C</8> <3>Z</3> <7>B</7>']]);
  });

  it('are left out, and their text stays, where the segment has none', () => {
    const theirs = { '1': STRONG, '2': link('x'), '3': CODE };
    expect(
      offered({ '1': STRONG }, 'One <1>code</1>', {
        codes: theirs,
        source: 'a <2>b <1>c</1></2> d<3/>',
        target: 'A <2>B <1>C</1></2> D<3/>',
      }),
    ).toEqual([['a b <1>c</1> d', 'A B <1>C</1> D']]);
  });

  it('are single where the segment’s are, and each is used once', () => {
    const html = (part: string) => ({ type: 'html', parts: [part] }) as const;
    expect(
      offered({ '1': html('<br>'), '2': STRONG }, '<1/><2>x</2>', {
        codes: { '1': html('<wbr>'), '2': STRONG, '3': STRONG },
        source: '<1/>a <2>b</2> <3>c</3>',
        target: '<1/>A <3>C</3> <2>B</2>',
      }),
    ).toEqual([['a <2>b</2> c', 'A C <2>B</2>']]);
  });

  it('leave nothing to offer where there is nothing else', () => {
    expect(offered({}, 'x', { codes: { '1': CODE }, source: '<1/>', target: '<1/>' })).toEqual([]);
  });
});

const EDITED: SourceEntry = {
  text: 'It has 2000 pages.',
  codes: {},
  was: [{ text: 'It has 200 pages.', codes: {}, edit: 'meaning' }],
};
const BEFORE = hash({ text: 'It has 200 pages.', codes: {} });

describe('what the memory is asked', () => {
  const source = catalogue(
    [
      { s1: EDITED, s2: { text: 'Second.', codes: {} }, s3: { text: 'Third.', codes: {}, from: 's1' } },
      { s4: { text: 'Fourth.', codes: {} } },
    ],
    { s9: { text: 'Gone.', codes: {}, became: ['s4'] } },
  );

  it('is what has to be translated, with what was there before', () => {
    const { asked, memory } = memoryOf();
    const held = {
      s1: made('Il a 200 pages.', BEFORE),
      s2: made('Deux.', { text: 'Second.', codes: {} }),
      s9: made('Parti.', { text: 'Gone.', codes: {} }),
    };
    const { units } = transfer(source, { target: target(held), memory });
    expect(
      asked.map(({ id, before, after, previous }) => [id, before, after, previous.map((one) => one.target)]),
    ).toEqual([
      ['s1', null, 'Second.', ['Il a 200 pages.']],
      ['s3', 'Second.', 'Fourth.', ['Il a 200 pages.']],
      ['s4', 'Third.', null, ['Parti.']],
    ]);
    expect(units[0]?.segments[0]?.candidates).toMatchObject([
      { kind: 'previous', segment: 's1', similarity: 90, source: content('It has 200 pages.') },
    ]);
  });

  it('is nothing of what is kept or covered, and nothing where there is no memory', () => {
    const { asked, memory } = memoryOf();
    const covers = [{ id: 's2', madeFrom: hash({ text: 'Second.', codes: {} }) }];
    const held = { s1: made('Tout.', EDITED, { covers }) };
    const isKept = (text: string): boolean => text === 'Third.';
    transfer(source, { target: target(held), memory, isKept });
    expect(asked.map(({ id }) => id)).toEqual(['s4']);
    expect(
      transfer(source, {}).units.flatMap(({ segments }) => segments.flatMap((one) => one.candidates ?? [])),
    ).toEqual([]);
  });
});

describe('a handoff with candidates, terms, limits and kept texts', () => {
  const source: SourceCatalogue = {
    ...catalogue([
      { s1: EDITED, s2: { text: 'EaP CSF', codes: {} } },
      { s3: { text: 'EaP CSF', codes: {} } },
      { s4: { text: 'See <1>it</1>.', codes: { '1': link('x') } } },
    ]),
  };
  const made3 = transfer(
    {
      ...source,
      units: source.units.map((unit, index) => (index === 2 ? { ...unit, kind: 'title' } : unit)),
    },
    {
      target: target({ s1: made('Il a 200 pages.', BEFORE) }),
      memory: memoryOf({
        source: 'See <4>it</4> &amp; go.',
        target: 'Voir <4>ceci</4>.',
        codes: { '4': link('y') },
      }).memory,
      isKept: (text) => text === 'EaP CSF',
      sizeLimits: { title: 60 },
      terms: (text) =>
        text.includes('pages')
          ? [{ id: 'page', term: 'page', definition: 'A side.', translations: ['page'], forbidden: ['p.'] }]
          : [],
    },
  );
  const write = (format: 'xliff-1.2' | 'xliff-2.1'): string =>
    writeXliff({ ...made3, handoff: '0123456789abcdef' }, { ...PLAIN, format });

  it('is complete in its own terms', () => {
    const segments = new Map(
      made3.units.flatMap((unit) => unit.segments).map((one): [string, TransferSegment] => [one.id, one]),
    );
    expect(segments.get('s2')).toMatchObject({
      translate: false,
      state: 'final',
      target: content('EaP CSF'),
      stale: false,
    });
    expect(segments.get('s2')?.notes).toEqual([{ category: 'context', text: 'note.keep' }]);
    expect(segments.get('s4')).toMatchObject({ sizeLimit: 60 });
    expect(made3.units[2]?.notes.map(({ text }) => text)).toEqual(['note.kind.title', 'note.sizeLimit 60']);
    expect(made3.units[0]?.terms?.map(({ id }) => id)).toEqual(['page']);
    expect(segments.get('s1')?.notes.map(({ text }) => text)).toEqual([
      'note.stale It has 200 pages.',
      'note.change It has [-200-]{+2000+} pages.',
      'note.staleTarget Il a 200 pages.',
      'note.term page|page|p.|A side.',
    ]);
  });

  it('leaves kept segments out of what is missing', () => {
    const only = transfer(source, { only: ['missing'], isKept: (text) => text === 'EaP CSF' });
    expect(only.units.flatMap(({ segments }) => segments.map(({ id }) => id))).toEqual(['s1', 's4']);
  });

  it('offers a stale target for a decision, even of a kept text', () => {
    const held = target({ s2: made('FSC', 'before') });
    const { units } = transfer(source, { target: held, isKept: () => true });
    expect(units[0]?.segments[1]).toMatchObject({ stale: true, state: 'initial' });
    expect(units[0]?.segments[1]?.translate).toBeUndefined();
  });

  it('is written in XLIFF 1.2', () => {
    const xml = write('xliff-1.2');
    expect(xml).toContain(
      '<trans-unit id="s2" translate="no" xml:space="preserve">\n          <source>EaP CSF</source>\n          <target state="final">EaP CSF</target>',
    );
    expect(xml).toContain('<trans-unit id="s4" maxwidth="60" size-unit="char" xml:space="preserve">');
    expect(
      xml,
    ).toContain(`          <alt-trans match-quality="90" origin="locales/en/statement.md s1" alttranstype="previous-version" tool-id="hexapla" xml:space="preserve">
            <source>It has 200 pages.</source>
            <target state="signed-off" state-qualifier="id-match">Il a 200 pages.</target>
          </alt-trans>`);
    expect(
      xml,
    ).toContain(`          <alt-trans match-quality="87" origin="a &amp; b.md s00000009" tool-id="hexapla" xml:space="preserve">
            <source>See <g id="1" ctype="link">it</g> &amp; go.</source>
            <target state="translated" state-qualifier="mt-suggestion">Voir <g id="1" ctype="link">ceci</g>.</target>
          </alt-trans>`);
  });

  it('is written in XLIFF 2', () => {
    const xml = write('xliff-2.1');
    expect(xml).toContain('    <slr:profiles generalProfile="xliff:codepoints"/>\n');
    expect(xml).toContain('type="hexapla:title" slr:sizeRestriction="60" ');
    expect(xml).toContain('<unit id="u00000001" type="hexapla:paragraph" translate="no" ');
    expect(xml).toContain(`<source><mrk id="s2-keep" translate="no">EaP CSF</mrk></source>
        <target><mrk id="s2-keep" translate="no">EaP CSF</mrk></target>`);
    expect(
      xml,
    ).toContain(`        <mtc:match id="s4-m1" ref="#s4" type="tm" subType="hexapla:draft" similarity="87" origin="a &amp; b.md s00000009">
          <source>See <pc id="s4-1" canCopy="no" canDelete="no" type="link">it</pc> &amp; go.</source>
          <target>Voir <pc id="s4-1" canCopy="no" canDelete="no" type="link">ceci</pc>.</target>
        </mtc:match>`);
    expect(xml).toContain('<mtc:match id="s1-m1" ref="#s1" type="idm" similarity="90"');
    expect(xml).toContain(`        <gls:glossEntry id="page">
          <gls:term>page</gls:term>
          <gls:translation>page</gls:translation>
          <gls:definition>A side.</gls:definition>
        </gls:glossEntry>`);
  });

  it.each(['xliff-1.2', 'xliff-2.1'] as const)(
    'is read back from %s without what is beside the segments',
    (format) => {
      const [read] = readXliff(write(format), 'f.xlf');
      expect(
        read?.segments.map(({ id, source: from, target: to, problem }) => [
          id,
          formatContent(from),
          formatContent(to ?? []),
          problem,
        ]),
      ).toEqual([
        ['s1', 'It has 2000 pages.', 'Il a 200 pages.', null],
        ['s2', 'EaP CSF', 'EaP CSF', null],
        ['s3', 'EaP CSF', 'EaP CSF', null],
        ['s4', 'See <1>it</1>.', '', null],
      ]);
    },
  );
});
