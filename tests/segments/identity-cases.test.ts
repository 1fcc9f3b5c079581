import { describe, expect, test } from 'vitest';
import { formatSource } from '../../src/catalogue/json.ts';
import { parseSource } from '../../src/catalogue/parse.ts';
import type { SourceCatalogue } from '../../src/model/catalogue.ts';
import { extract, liveIds } from '../support/settings.ts';

/** Extracts one revision after the other, each from what was stored of the one before. */
function revisions(...texts: readonly string[]): SourceCatalogue[] {
  const list: SourceCatalogue[] = [];
  for (const text of texts) {
    const previous = list.at(-1);
    const stored = previous ? parseSource(formatSource(previous), 'doc.json') : null;
    list.push(extract(text, stored).catalogue);
  }
  return list;
}

const ids = (catalogue: SourceCatalogue | undefined): string[] =>
  catalogue ? liveIds(catalogue).map(([id]) => id) : [];
const units = (catalogue: SourceCatalogue | undefined): string[] =>
  catalogue?.units.map(({ id }) => id) ?? [];
const texts = (catalogue: SourceCatalogue | undefined): string[] =>
  catalogue ? liveIds(catalogue).map(([, text]) => text) : [];
const entry = (catalogue: SourceCatalogue | undefined, id = '') =>
  catalogue?.units.find(({ segments }) => segments[id])?.segments[id];

const LONG =
  'The council met on Monday in the old hall, and nobody spoke about the new bridge near the mill.';
const FIRST = 'The council met on Monday in the old hall.';
const SECOND = 'Nobody spoke about the new bridge near the mill.';

describe('boundaries that come back', () => {
  test('lines that were segments, in a document that was wrapped anew meanwhile, in a unit that was edited', () => {
    const verse = ['To the council', 'Members of the forum', 'Brussels in spring'];
    const poem = `${verse.join('\n')}\n\n${LONG}\n`;
    const wrapped = (head: string): string =>
      `${head}\n\n${LONG.replaceAll(', ', ',\n').replaceAll(' in ', ' in\n')}\n`;
    const [first, second, third] = revisions(
      poem,
      wrapped('To the council and the members of the forum, Brussels in spring'),
      poem,
    );
    expect([texts(first).slice(0, 3), second?.softBreaks]).toEqual([verse, 'space']);
    expect(liveIds(third as SourceCatalogue)).toEqual(liveIds(first as SourceCatalogue));
  });
});

describe('splits and merges across the borders of units', () => {
  test('a paragraph cut in two, one half edited on the way', () => {
    const cut = `${FIRST}\n\nThen hardly anybody spoke about the new bridge near the mill.\n`;
    const [whole, halves] = revisions(`${LONG}\n`, cut);
    const [first, second] = ids(halves);
    expect(first).toBe(ids(whole)[0]);
    expect(entry(halves, second)?.from).toBe(first);
  });

  test('a heading comes between the halves', () => {
    const [whole, halves] = revisions(`${LONG}\n`, `${FIRST}\n\n## The bridge\n\n${SECOND}\n`);
    const [first, , second] = ids(halves);
    expect(first).toBe(ids(whole)[0]);
    expect(entry(halves, second)?.from).toBe(first);
  });

  test('two paragraphs joined into one sentence', () => {
    const [two, one] = revisions(`${FIRST}\n\n${SECOND}\n`, `${LONG}\n`);
    const [first, second] = ids(two);
    expect(ids(one)).toEqual([first]);
    expect(one?.retired[second ?? '']?.became).toEqual([first]);
  });

  test('a text that says something else is new, and the old one says what stands in its place', () => {
    const [before, after] = revisions(
      `Opening words.\n\n${FIRST}\n\nClosing words.\n`,
      'Opening words.\n\nPlease bring your passports and arrive an hour before departure.\n\nClosing words.\n',
    );
    const old = ids(before)[1] ?? '';
    expect(ids(after)[1]).not.toBe(old);
    expect(entry(after, ids(after)[1])).not.toHaveProperty('from');
    expect(after?.retired[old]?.became).toEqual([ids(after)[1]]);
  });

  test('a sentence between two others is no part of their join', () => {
    const a = 'The museum mentioned the village and the ledger of Kutaisi under protest for a mission.';
    const b = 'In public a court restored the festival after a telegram near Ganja.';
    const c = 'A market rejected passports after the museum closed, said a notary near Chisinau in winter.';
    const [before, after] = revisions(`${a} ${b} ${c}\n`, `${a.slice(0, -1)}; ${c.replace('A m', 'a m')}\n`);
    const [first = '', between = '', last = ''] = ids(before);
    expect(ids(after)).toEqual([first]);
    expect(after?.retired[last]?.became).toEqual([first]);
    expect(after?.retired[between]?.became).toBeUndefined();
  });
});

describe("author's anchors", () => {
  test('a heading with its anchor keeps its id under any title and in any place', () => {
    const [before, after] = revisions(
      '# One {#one}\n\nText about one.\n\n# Two {#two}\n\nText about two.\n',
      '# Second matters {#two}\n\nText about two.\n\n# First matters {#one}\n\nText about one.\n',
    );
    const [one, oneText, two, twoText] = ids(before);
    expect(ids(after)).toEqual([two, twoText, one, oneText]);
  });

  test('a heading that is given an anchor is the same heading', () => {
    const [before, after] = revisions(
      '# Colour contrast\n\nText.\n',
      '# Colour contrast {#colour-contrast-of-text}\n\nText.\n',
    );
    expect(ids(after)).toEqual(ids(before));
  });

  test('equal names of other headings are no evidence', () => {
    const [before, after] = revisions(
      'Start.\n\n# Usage {#usage-notes}\n\nText.\n',
      'Start.\n\n# Install {#install-notes}\n\nText.\n',
    );
    expect(ids(after)[1]).not.toBe(ids(before)[1]);
  });

  test('an HTML id in the heading counts as well', () => {
    const [before, after] = revisions(
      '# <a id="terms"></a>Terms\n\nText.\n',
      '# <a id="terms"></a>Our conditions of use\n\nText.\n',
    );
    expect(ids(after)).toEqual(ids(before));
  });
});

describe('duplicates', () => {
  test('a heading and its entry in the table of contents are not taken for one another', () => {
    const body = '# Data retention\n\nWe keep data.\n\n# Your rights today\n\nYou have rights.\n';
    const [before, after] = revisions(body, `* [Data retention](#a)\n* [Your rights today](#b)\n\n${body}`);
    expect(ids(after).slice(2)).toEqual(ids(before));
  });

  test('sections that change places take their short lines along', () => {
    const one = '# Lyon\n\nNote.\n\nThe court of Lyon is closed.\n';
    const two = '# Odesa\n\nNote.\n\nThe harbour of Odesa is open.\n';
    const [before, after] = revisions(`${one}\n${two}`, `${two}\n${one}`);
    const [a, b, c, d, e, f] = ids(before);
    expect(ids(after)).toEqual([d, e, f, a, b, c]);
  });

  test('edited neighbours tell them apart as well', () => {
    const [before, after] = revisions(
      'The first table shows the harvest of apples.\n\nSee below.\n\nThe second table shows the price of bread.\n\nSee below.\n',
      'The second table shows the price of rye bread.\n\nSee below.\n',
    );
    expect(ids(after)).toEqual(ids(before).slice(2));
  });

  test('a copy says what it is a copy of, and goes before its original does', () => {
    const [before, twice, once] = revisions(
      `Opening words.\n\n${FIRST}\n`,
      `${FIRST}\n\nOpening words.\n\n${FIRST}\n`,
      `${FIRST}\n\nOpening words.\n`,
    );
    const original = ids(before)[1] ?? '';
    const copy = ids(twice).find((id) => entry(twice, id)?.copyOf) ?? '';
    expect(entry(twice, copy)?.copyOf).toBe(original);
    expect(ids(once)).toContain(original);
    expect(ids(once)).not.toContain(copy);
  });
});

describe('there and back', () => {
  test('retired duplicates come back where they stood', () => {
    const page = 'One. Yes.\n\nTwo. Yes.\n\nThree. Yes.\n';
    const [before, , between, after] = revisions(
      page,
      'One.\n\nTwo.\n\nThree.\n',
      'One.\n\nTwo. Yes.\n\nThree.\n',
      page,
    );
    expect(ids(between)[2]).toBe(ids(before)[3]);
    expect(ids(after)).toEqual(ids(before));
  });

  test('units get their ids back after paragraphs were joined, cut and joined again', () => {
    const page = 'Ann sings. Bob reads.\n\nCarl sleeps.\n\nDora swims.\n';
    const [before, , , after] = revisions(
      page,
      'Ann sings. Bob reads. Carl sleeps.\n\nDora swims.\n',
      'Ann sings.\n\nBob reads. Carl sleeps. Dora swims.\n',
      page,
    );
    expect(ids(after)).toEqual(ids(before));
    expect(units(after)).toEqual(units(before));
  });

  test('a wording that is back is the segment it was, though its words are all others', () => {
    const page = 'Opening words.\n\nFees {#fees}\n\nClosing words.\n';
    const [before, between, after] = revisions(page, page.replace('Fees', 'What it costs'), page);
    expect(ids(between)).toEqual(ids(before));
    expect(ids(after)).toEqual(ids(before));
  });
});

describe('lines wrapped anew', () => {
  const long = Array.from(
    { length: 6 },
    (_, k) =>
      `Paragraph ${k} tells of the ${k}th council that met in the old hall near the mill, and of its long and tedious vote.`,
  );
  const wrap = (text: string): string => text.replace(/(.{40,60}?) /g, '$1\n');

  test('an unwrapped document that is wrapped keeps its segments, edited ones too', () => {
    const [before, after] = revisions(
      `${long.join('\n\n')}\n`,
      `${long.map((text) => wrap(text.replace('tedious', 'angry'))).join('\n\n')}\n`,
    );
    expect(before?.softBreaks).toBe('boundary');
    expect(after?.softBreaks).toBe('space');
    expect(ids(after)).toEqual(ids(before));
  });

  test('lines that are meant stay segments in a document that is wrapped', () => {
    const address = 'The Registry\n12 Mill Street\nGyumri';
    const [before, after] = revisions(
      `${long.join('\n\n')}\n\n${address}\n`,
      `${long.map(wrap).join('\n\n')}\n\n${address}\n`,
    );
    expect(texts(after)).toEqual([...long, 'The Registry', '12 Mill Street', 'Gyumri']);
    expect(ids(after)).toEqual(ids(before));
  });

  test('lines that are meant are told by their like', () => {
    const poem = 'The river knows\nthe name of the town\nand keeps it\nunder the ice\n';
    const [before, after] = revisions(poem, poem.replace('under', 'beneath'));
    expect(ids(after)).toEqual(ids(before));
    expect(after?.softBreaks).toBe('boundary');
  });
});
