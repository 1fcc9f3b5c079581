import { fc } from '@fast-check/vitest';

const STARTS = [
  '> ',
  '>',
  '- ',
  '* ',
  '+ ',
  '1. ',
  '2. ',
  '10) ',
  '# ',
  '## ',
  '    ',
  '  ',
  ' ',
  '\t',
  '```',
  '~~~',
  '---',
  '===',
  '***',
  '[foo]: /u',
  '[foo]: <> "t"',
  '[^n]: ',
  '<div>',
  '</div>',
  '<img />',
  '<!-- x -->',
  '-',
  '1.',
  '| a | b |',
  '|---|:-:|',
  '[ ] ',
  '[x] ',
];

const INLINES = [
  '*',
  '**',
  '_',
  '__',
  '~',
  '~~',
  '`',
  '``',
  '[',
  ']',
  '(',
  ')',
  '![',
  '](u)',
  '](<u v> "t")',
  "](u '\\' q')",
  '[foo]',
  '[foo][]',
  '[a][foo]',
  '![alt *x*](i "t")',
  '[^n]',
  '<b>',
  '</b>',
  '<br>',
  '<a href="x">',
  '</a>',
  '&amp;',
  '&#42;',
  '\\',
  '\\*',
  '\\|',
  '|',
  '!',
  'http://x.y/z',
  'www.a.b',
  'q@w.e',
  '<http://a.b>',
  'é',
  '“',
  ':',
  '<',
  '"',
];

const WORDS = ['a', 'word', 'Two words.', 'Ընկեր', '你好', '𝒳', '.', ' ', '  '];

const inline = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...INLINES) },
  { weight: 2, arbitrary: fc.constantFrom(...WORDS) },
);
const inlineText = fc.array(inline, { minLength: 1, maxLength: 9 }).map((parts) => parts.join(''));
const line = fc
  .tuple(fc.array(fc.constantFrom(...STARTS), { maxLength: 2 }), fc.option(inlineText, { freq: 4 }))
  .map(([starts, text]) => starts.join('') + (text ?? ''));

/** Markdown made of marks in any order: most of it well meant by nobody. */
export const markdownText: fc.Arbitrary<string> = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 7 }), fc.boolean())
  .map(([lines, defined]) => `${lines.join('\n')}\n${defined ? '\n[foo]: /url "t"\n\n[^n]: Note.\n' : ''}`);
