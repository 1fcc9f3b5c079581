import fc from 'fast-check';
import { newText, type ResourceGroup, type ResourceNode } from '../../../src/exchange/strings/tree.ts';

const WORDS = [
  'Hello',
  'a',
  'Ջան',
  'не',
  '世界',
  'שלום',
  '🇦🇲',
  '👩‍👩‍👧',
  'naïve',
  'e\u0301',
  'l’été',
  "it's",
];
const CODES = [
  '{{name}}',
  '{{- raw}}',
  '{{count, number}}',
  '$t(key)',
  '$t(a.b, {"count": {{n}} })',
  '<0/>',
  '<br/>',
  '<br>',
];
const TRAPS = [
  '&',
  '&amp;',
  '&nbsp;',
  '<',
  '>',
  ' < ',
  ']]>',
  '"',
  "'",
  '\n',
  '\t',
  '  ',
  '\r',
  '\r\n',
  '\u0001',
  '\u0085',
  '\u2028',
  '\uFFFE',
  '\uD800',
  '\uDC00',
  '\u0000',
  '{{',
  '}}',
  '<b>',
  '</i>',
  '<!--',
  '<?x',
  '&#10;',
  '\\n',
  '\uE000',
  '%s',
  '{0}',
  '{',
  '}',
  '#',
];

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 3, arbitrary: fc.constant(' ') },
  { weight: 3, arbitrary: fc.constantFrom(...CODES) },
  { weight: 3, arbitrary: fc.constantFrom(...TRAPS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
);

const inner = fc.array(piece, { maxLength: 5 }).map((parts) => parts.join(''));
const tagged = fc
  .tuple(
    fc.constantFrom('1', 'strong', 'a', 'i'),
    fc.constantFrom('', ' class="x"', ' href="{{url}}"'),
    inner,
    inner,
  )
  .map(([name, attributes, before, text]) => `${before}<${name}${attributes}>${text}</${name}>`);
const icu = fc.constantFrom(
  '{count, plural, one {# item} other {# items}}',
  '{n, select, a {<b>A</b>} other {it’s {x}}}',
  'Hello {name}, {when, date, ::yMMMd}',
);

/** A text of a resource file. */
export const arbitraryText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: inner },
  { weight: 3, arbitrary: fc.tuple(tagged, inner).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: icu },
  { weight: 1, arbitrary: fc.constantFrom('', ' ', '\n', '  x  ', 'x\n', '\nx', 'x\n  ') },
);

const key = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'title',
      'menu',
      'items',
      'save',
      'friend',
      'friend_male',
      'a-b',
      'a_b',
      'label',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '404',
      '1',
      '0',
      '10',
      '-1',
      '1.5',
      'a.b',
      'a:b',
      'Hello world!',
      'key[0]',
      '["x"]',
      '🔑',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '__proto__',
      'constructor',
      'toString',
      '',
      ' ',
      'x ',
      '\n',
      '"',
      '\\',
      '\u0001',
      '\uD800',
      '$meta',
      '<b>',
      '&amp;',
      "'",
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'n_one',
      'n_other',
      'n_few',
      'n_zero',
      'm_other',
      'p_ordinal_one',
      'p_ordinal_other',
      'phase_one',
      'phase_two',
    ),
  },
);

/** A resource file's tree. */
export const arbitraryTree: fc.Arbitrary<ResourceGroup> = fc.letrec<{
  group: ResourceGroup;
  node: ResourceNode;
}>((tie) => ({
  group: fc
    .uniqueArray(fc.tuple(key, tie('node')), { maxLength: 6, selector: ([name]) => name })
    .map((entries): ResourceGroup => ({ kind: 'group', entries: new Map(entries) })),
  node: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'tree' },
    { weight: 8, arbitrary: arbitraryText.map(newText) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom('1', '0.50', '1e3', '12345678901234567890', 'true', 'null')
        .map((raw): ResourceNode => ({ kind: 'literal', raw })),
    },
    {
      weight: 2,
      arbitrary: fc
        .array(tie('node'), { maxLength: 3 })
        .map((items): ResourceNode => ({ kind: 'list', items })),
    },
    { weight: 3, arbitrary: tie('group') },
  ),
})).group;
