import fc from 'fast-check';
import type { Code, CodeType } from '../../src/model/content.ts';
import type { UnitNode } from '../../src/model/unit.ts';

/** Scraps of text that a careless writer would turn into markup. */
export const HOSTILE: readonly string[] = [
  '*',
  '**',
  '_',
  '__',
  '`',
  '``',
  '~',
  '~~',
  '~~~',
  '[',
  ']',
  '![',
  '[x](y)',
  '[x]',
  '[^1]',
  '[^1]: ',
  '(',
  ')',
  '!',
  '<b>',
  '<',
  '>',
  '</i>',
  '<!--',
  '<?',
  '&amp;',
  '&#35;',
  '&',
  '&copy',
  '# ',
  '#',
  '##',
  ' #',
  ' ##',
  '|',
  ' | ',
  '- ',
  '+ ',
  '* ',
  '1. ',
  '1) ',
  '1990. ',
  '---',
  '===',
  '- - -',
  '--- | ---',
  ':-:',
  '```',
  '\\',
  '\\*',
  '    ',
  '\t',
  ' ',
  '  ',
  '{',
  '}',
  'https://x.org',
  'www.x.org',
  'a@b.org',
  'mailto:a@b.org',
  '<div>',
  '<!x>',
  '[ ] ',
  '[x] ',
  ': ',
  '://',
  '"',
  "'",
  '\u{a0}',
  '$',
  '=',
  '\u{2028}',
  '…',
  '“',
  '”',
  '—',
  '€',
  '😀',
  '\u{300}',
  ';',
  '\n',
  'http://',
  '.',
  '@',
  '%',
];

const WORDS: readonly string[] = [
  'word',
  'a',
  'snake_case',
  'AT&T',
  '3 * 4',
  'a < b',
  'слово',
  '«слово»',
  'բառ',
  '։',
  'ի',
  'სიტყვა',
  'კი',
  'كلمة',
  '، ',
  '„Wort“',
  '“word”',
  '(word)',
  'word,',
  'word.',
  ' ',
  ' ',
  ' ',
  ' — ',
  '’s',
  '-nın',
  '200',
  '1990.',
  '字',
  '。',
  'é',
  'ß',
];

/** A run of text, half prose and half traps. Never empty. */
export const arbitraryText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...WORDS) },
      { weight: 1, arbitrary: fc.constantFrom(...HOSTILE) },
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((scraps) => scraps.join(''));

const SINGLES: readonly Code[] = [
  { type: 'code', parts: ['`c*`'], text: 'c*' },
  { type: 'image', parts: ['![i](s)'], href: 's' },
  { type: 'autolink', parts: ['<https://y.org>'], href: 'https://y.org', text: 'https://y.org' },
  { type: 'html', parts: ['<kbd>'] },
];

const PAIRS: Readonly<Partial<Record<CodeType, readonly string[]>>> = {
  strong: ['**', '__'],
  emphasis: ['*', '_'],
  strikethrough: ['~~'],
};

function pairs(types: readonly CodeType[]): fc.Arbitrary<Code> {
  return fc
    .constantFrom(...types)
    .chain((type) =>
      type === 'link'
        ? fc.constant<Code>({ type, parts: ['[', '](u)'], href: 'u' })
        : fc.constantFrom(...(PAIRS[type] ?? [])).map((mark): Code => ({ type, parts: [mark, mark] })),
    );
}

const text: fc.Arbitrary<UnitNode> = arbitraryText.map((words) => ({ kind: 'text', text: words }));

function single(inLink: boolean): fc.Arbitrary<UnitNode> {
  return fc
    .constantFrom(...SINGLES.filter(({ type }) => !inLink || type !== 'autolink'))
    .map((code) => ({ kind: 'code', code, children: null }));
}

/** `types`: the spans that may begin here; `again`: those of them that may stand within themselves. */
function nodes(
  depth: number,
  types: readonly CodeType[],
  again: readonly CodeType[],
): fc.Arbitrary<UnitNode[]> {
  const leaf = fc.oneof(
    { weight: 4, arbitrary: text },
    { weight: 1, arbitrary: single(!types.includes('link')) },
  );
  if (depth === 0) return fc.array(leaf, { minLength: 1, maxLength: 4 });
  const paired = pairs(types).chain((code) => {
    const inner = types.filter((type) => type !== code.type || again.includes(type));
    return nodes(depth - 1, inner, again).map((children) => ({ kind: 'code' as const, code, children }));
  });
  const node = fc.oneof({ weight: 3, arbitrary: leaf }, { weight: 2, arbitrary: paired });
  return fc.array(node, { minLength: 1, maxLength: 4 });
}

/** A unit's content: text and spans up to three deep, whose marks touch in every way; none within its like. */
export const arbitraryNodes: fc.Arbitrary<UnitNode[]> = nodes(
  3,
  ['strong', 'emphasis', 'strikethrough', 'link'],
  [],
);

/** The same with emphasis in emphasis and strong in strong, and without what CommonMark does not have. */
export const arbitraryNesting: fc.Arbitrary<UnitNode[]> = nodes(
  3,
  ['strong', 'emphasis', 'link'],
  ['strong', 'emphasis'],
);

/** Content of an alternative text: no links, so that each reader shows what stands in it. */
export const arbitraryAlt: fc.Arbitrary<UnitNode[]> = fc.array(text, { minLength: 1, maxLength: 3 });
