import { describe, expect, test } from 'vitest';
import { extractDocument } from '../../src/pipeline.ts';
import { extract, liveIds, settings, statement } from '../support/settings.ts';

const texts = (markdown: string, over = {}): string[] =>
  liveIds(extract(markdown, null, over).catalogue).map(([, text]) => text);

/** Each line: what it shows, the Markdown, and the segments. */
const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'a span over two sentences is closed and reopened',
    '**One here. Two there.** Three.',
    ['<1>One here.</1>', '<1>Two there.</1>', 'Three.'],
  ],
  [
    'a closing mark stays with its sentence',
    'A **bold end.** Then more.',
    ['A <1>bold end.</1>', 'Then more.'],
  ],
  ['an opening mark goes with its sentence', 'One here. **Two** there.', ['One here.', '<1>Two</1> there.']],
  [
    'spans within spans',
    '*One **deep here. Two** there.* End.',
    ['<1>One <2>deep here.</2></1>', '<1><2>Two</2> there.</1>', 'End.'],
  ],
  ['a link over two sentences', '[One here. Two there.](u)', ['<1>One here.</1>', '<1>Two there.</1>']],
  [
    'a footnote follows its sentence',
    'One here.[^a] Two there.\n\n[^a]: Note.',
    ['One here.<1/>', 'Two there.', 'Note.'],
  ],
  ['codes count as words', 'Use `a.b`. Then `c` works.', ['Use <1/>.', 'Then <2/> works.'.replace('2', '1')]],
  ['a code alone is nothing to translate', '`x`\n\n![](i.png)', []],
  [
    'an image’s alternative text is a unit of its own',
    'See ![the logo](i.png) here.',
    ['See <1/> here.', 'the logo'],
  ],
  [
    'a link’s title is a unit of its own',
    'See [it](u "The title") here.',
    ['See <1>it</1> here.', 'The title'],
  ],
  [
    'a hard break is a boundary',
    'One line  \nanother\\\nthird<br>fourth',
    ['One line', 'another', 'third', 'fourth'],
  ],
  ['breaks in a row are one gap', 'One<br><br>two', ['One', 'two']],
  ['a break with nothing before it stays a code', '<br>One two', ['<1/>One two']],
  ['literal angle brackets and ampersands', 'A &lt;b> \\& &copy; c', ['A &lt;b> &amp; © c']],
  [
    'abbreviations and dates do not end sentences',
    'Dr. Smith met on 9 Nov. 2020. He left.',
    ['Dr. Smith met on 9 Nov. 2020.', 'He left.'],
  ],
];

describe('splitting blocks into segments', () => {
  test.each(CASES)('%s', (_, markdown, expected) => {
    expect(texts(`${markdown}\n`)).toEqual(expected);
  });

  test('pieces of one span share a key, others have none', () => {
    const { catalogue } = extract('**One here. Two there.** *Three.*\n');
    const spans = Object.values(catalogue.units[0]?.segments ?? {}).map(({ codes }) => codes['1']?.span);
    expect(spans).toEqual(['a', 'a', undefined]);
  });

  test('one segment a unit when the configuration says so', () => {
    expect(texts('One here. Two there.\n', { segmentation: 'block' })).toEqual(['One here. Two there.']);
  });

  test('sub-units are named in the code that they stand in', () => {
    const { catalogue } = extract('See ![the logo](i.png "Title") here.\n');
    const [unit, alt, title] = catalogue.units;
    const code = Object.values(unit?.segments ?? {})[0]?.codes['1'];
    expect(code?.parts).toEqual(['![', { unit: alt?.id }, '](i.png "', { unit: title?.id }, '")']);
  });
});

describe('soft line breaks', () => {
  const address =
    'A long paragraph that nobody wrapped, of which the lines are as long as they happen to be, and longer.\n\nFirst signatory\nSecond signatory\n';
  const wrapped =
    'This paragraph was wrapped at some margin by\nthe editor of its author, so that its line\nbreaks mean nothing but that the line was at\nits end there.\n';

  test('are boundaries in a document that does not wrap its lines', () => {
    expect(extract(address).catalogue.softBreaks).toBe('boundary');
    expect(texts(address).slice(1)).toEqual(['First signatory', 'Second signatory']);
  });

  test('are spaces in a wrapped one', () => {
    expect(extract(wrapped).catalogue.softBreaks).toBe('space');
    expect(texts(wrapped)).toHaveLength(1);
  });

  test('the decision is stored, and the configuration overrules it', () => {
    const first = extract(wrapped).catalogue;
    expect(extract(address, first).catalogue.softBreaks).toBe('space');
    expect(extract(address, first, { softBreaks: 'boundary' }).catalogue.softBreaks).toBe('boundary');
    expect(texts(wrapped, { softBreaks: 'boundary' })).toHaveLength(4);
  });
});

test('the statement: 27 segments in 15 units, five signatories, no segment but whole sentences', () => {
  const { catalogue, segments } = extractDocument({
    document: 'locales/en/statement.md',
    bytes: statement,
    previous: null,
    settings,
  });
  expect([segments, catalogue.units.length, catalogue.softBreaks]).toEqual([27, 15, 'boundary']);
  expect(catalogue.units.map(({ segments: list }) => Object.keys(list).length)).toEqual([
    1, 1, 3, 3, 2, 1, 1, 1, 3, 1, 1, 1, 2, 1, 5,
  ]);
  expect(
    liveIds(catalogue)
      .slice(-5)
      .map(([, text]) => text),
  ).toEqual([
    '<1>EaP CSF Working Group 1 EaP Coordinator</1>',
    '<1>EaP CSF Working Group 3 EaP Coordinator</1>',
    '<1>EaP CSF Working Group 4 EaP Coordinator</1>',
    '<1>EaP CSF Armenia National Platform Facilitator</1>',
    '<1>EaP CSF Moldova National Platform Facilitator</1>',
  ]);
});
