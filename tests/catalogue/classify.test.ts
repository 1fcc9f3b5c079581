import { describe, expect, test } from 'vitest';
import { classifyEdit, occurrencesIn } from '../../src/catalogue/classify.ts';
import { countWords } from '../../src/catalogue/words.ts';

const plain = (text: string) => ({ text, codes: {} });
const none = occurrencesIn(() => []);

/** Each line: the class, the earlier wording, the later one. */
const PAIRS: readonly (readonly [string, string, string])[] = [
  ['cosmetic', 'He said "stop" - and left.', 'He said “stop” – and left.'],
  ['cosmetic', 'A  line   wrapped\noddly.', 'A line wrapped oddly.'],
  ['cosmetic', 'Wait...', 'Wait…'],
  ['cosmetic', "The EU's role", 'The EU’s role'],
  ['wording', 'We demand an immediate stop.', 'We demand a prompt stop.'],
  ['wording', 'The attack was severe.', 'The attack was severe!'],
  [
    'meaning',
    'It is confirmed that 200 people were killed.',
    'It is confirmed that 2000 people were killed.',
  ],
  ['meaning', 'Justice for all.', 'Injustice for none.'],
  ['meaning', 'The parties shall withdraw.', 'The parties may withdraw.'],
  ['meaning', 'They will withdraw.', 'They will not withdraw.'],
  ['meaning', 'The talks in Brussels failed.', 'The talks in Geneva failed.'],
  ['meaning', 'On 9 November 2020 it ended.', 'On 10 November 2020 it ended.'],
  ['meaning', 'We met at 14:30 there.', 'We met at 15:30 there.'],
];

describe('classes of edits', () => {
  test.each(PAIRS)('%s: %s → %s', (expected, from, to) => {
    expect(classifyEdit(plain(from), plain(to), 'en', none)).toBe(expected);
  });

  test('a link that leads elsewhere is a change of meaning; new emphasis is wording', () => {
    const link = (href: string) => ({
      text: 'See <1>this</1>.',
      codes: { '1': { type: 'link' as const, parts: ['[', `](${href})`], href } },
    });
    expect(classifyEdit(link('#a'), link('#b'), 'en', none)).toBe('meaning');
    const bold = {
      text: 'See <1>this</1>.',
      codes: { '1': { type: 'strong' as const, parts: ['**', '**'] } },
    };
    expect(classifyEdit(plain('See this.'), bold, 'en', none)).toBe('wording');
    const underscores = { ...bold, codes: { '1': { type: 'strong' as const, parts: ['__', '__'] } } };
    expect(classifyEdit(bold, underscores, 'en', none)).toBe('cosmetic');
  });

  test('a mended misspelling is cosmetic only towards a word the document has elsewhere', () => {
    const [from, to] = [plain('The council suported the plan.'), plain('The council supported the plan.')];
    const elsewhere = occurrencesIn(() => [to.text, 'Nobody supported it.']);
    expect(classifyEdit(from, to, 'en', elsewhere)).toBe('cosmetic');
    expect(
      classifyEdit(
        from,
        to,
        'en',
        occurrencesIn(() => [to.text]),
      ),
    ).toBe('wording');
    const still = occurrencesIn(() => [to.text, 'Nobody supported it.', 'They suported us.']);
    expect(classifyEdit(from, to, 'en', still)).toBe('wording');
  });
});

test.each([
  ['The attack’s 24 hours — so-called.', 6],
  ['', 0],
  ['9 November 2020', 3],
  ['Мы требуем 1,5 года', 4],
  ['我们是人', 4],
  ['a/b c', 3],
])('counts the words of %j: %i', (text, words) => {
  expect(countWords(text)).toBe(words);
});
