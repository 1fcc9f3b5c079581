import fc from 'fast-check';
import type { SegmentFill } from '../../src/edition/assemble-rewrite.ts';
import type { Segment } from '../../src/model/unit.ts';
import { HOSTILE } from '../support/arbitrary-content.ts';
import { mapText } from './assemble-units.ts';

const WORDS = [
  'River',
  'council',
  'of the people',
  'in 2023',
  'said “no”.',
  'We saw it.',
  'Then, on 9 May 2020.',
  'A (small) town',
  'AT&amp;T',
  'x \\* y',
  'and',
  'Who?',
  'e.g. this',
  '3 * 4',
  'snake_case',
  'a < b',
  '&copy; us',
  'last',
];

const word = fc.constantFrom(...WORDS);
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));

const inline: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: words },
  { weight: 1, arbitrary: words.map((text) => `**${text}**`) },
  { weight: 1, arbitrary: words.map((text) => `*${text}*`) },
  { weight: 1, arbitrary: words.map((text) => `_${text}_`) },
  { weight: 1, arbitrary: words.map((text) => `~~${text}~~`) },
  { weight: 1, arbitrary: fc.tuple(words, words).map(([a, b]) => `***${a}** ${b}*`) },
  {
    weight: 1,
    arbitrary: fc.tuple(words, words).map(([a, b]) => `[${a} *${b}*](https://x.org/a_b "The ${b}")`),
  },
  { weight: 1, arbitrary: words.map((text) => `[${text}][ref]`) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '[Ref]',
      '[ref][]',
      '![Ref]',
      '`a * b`',
      '<https://x.org>',
      'https://y.org/z',
      'mail@x.org',
      '[^1]',
      '<b>bold</b>',
      '<br>',
      '![An *image*](i.png)',
      "![Alt text](i.png 'Its title')",
      '[![Badge](b.svg)](u (Badge title))',
    ),
  },
);

const line = fc.array(inline, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));
const startingWell = line.map((text) => (/^[A-Za-z]/.test(text) ? text : `So ${text}`));

const indent = (text: string, by: string): string => text.replaceAll('\n', `\n${by}`);

const leaf: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(startingWell, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')),
  },
  {
    weight: 1,
    arbitrary: fc.array(startingWell, { minLength: 2, maxLength: 3 }).map((lines) => lines.join('  \n')),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 6 }), line)
      .map(([level, text]) => `${'#'.repeat(level)} ${text}`),
  },
  { weight: 1, arbitrary: startingWell.map((text) => `${text}\n---`) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(words, words, fc.array(fc.tuple(line, line), { maxLength: 3 }))
      .map(([a, b, rows]) =>
        [`| ${a} | ${b} |`, '|:--|--:|', ...rows.map(([x, y]) => `| ${x} | ${y} |`)].join('\n'),
      ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('```js\n*code*\n```', '<div>\n*html*\n</div>', '***', '    indented'),
  },
);

const container = (depth: number): fc.Arbitrary<string> => {
  if (depth === 0) return leaf;
  const inner = fc.array(container(depth - 1), { minLength: 1, maxLength: 2 });
  const between = fc.constantFrom('\n', '\n\n');
  return fc.oneof(
    { weight: 5, arbitrary: leaf },
    { weight: 1, arbitrary: inner.map((blocks) => `> ${indent(blocks.join('\n\n'), '> ')}`) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          fc.array(inner, { minLength: 1, maxLength: 3 }),
          fc.constantFrom('- ', '1. ', '- [ ] ', '+ '),
          between,
        )
        .map(([items, mark, gap]) => {
          const by = ' '.repeat(mark.startsWith('1') ? 3 : 2);
          return items.map((blocks) => mark + indent(blocks.join('\n\n'), by)).join(gap);
        }),
    },
  );
};

/** A document with what Markdown has: containers, tables, images, references, a footnote, front matter. */
export const arbitraryMarkdown: fc.Arbitrary<string> = fc
  .tuple(
    fc.option(fc.tuple(words, fc.constantFrom('', '"', "'")), { nil: null }),
    fc.array(container(2), { minLength: 1, maxLength: 5 }),
    line,
    fc.constantFrom('', '\n', '\n\n'),
  )
  .map(([title, blocks, note, end]) => {
    const front = title
      ? `---\ntitle: ${title[1]}${title[0].replace(/["'\\#:]/g, '')}${title[1]}\ntags: [one, two]\n---\n\n`
      : '';
    return `${front}${blocks.join('\n\n')}\n\n[ref]: https://x.org/ref "Ref title"\n\n[^1]: ${note}${end}`;
  });

/** Makes the change of one run of text; `pick` gives whole numbers below its argument. */
export type Change = (text: string, pick: (below: number) => number) => string;

const SUFFIXES = ['ի', '։', '-նın', '»', '«', 'კი', '،', '؟', '.', ',', '”', '„', '(', '…'];

/** The three ways of translating: letters replaced, traps inserted, and words of other scripts with their punctuation. */
export const CHANGES: Readonly<Record<string, Change>> = {
  letters: (text) => text.replace(/\p{L}/gu, (letter) => (letter === letter.toLowerCase() ? 'ж' : 'Ж')),
  traps: (text, pick) => {
    const trap = (): string => HOSTILE[pick(HOSTILE.length)] ?? '';
    const at = pick(text.length + 1);
    const middle = pick(2) ? text.slice(0, at) + trap() + text.slice(at) : text;
    return (pick(2) ? trap() : '') + middle + (pick(2) ? trap() : '');
  },
  scripts: (text, pick) => {
    const scripts = ['բառ', 'слово', 'სიტყვა', 'كلمة'];
    const suffix = (): string => (pick(2) ? (SUFFIXES[pick(SUFFIXES.length)] ?? '') : '');
    return suffix() + text.trim().replace(/\p{L}+/gu, () => scripts[pick(4)] ?? '') + suffix();
  },
};

/** Numbers that look random and are the same in every run. */
export function picker(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Translates every run of text that is more than white space. */
export function translator(
  change: Change,
  pick: (below: number) => number,
): (segment: Segment) => SegmentFill {
  return ({ content, codes }) => ({
    content: mapText(content, (text) => (text.trim() === '' ? text : change(text, pick))),
    codes,
  });
}
