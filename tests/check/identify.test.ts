import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadIdentifier } from '../../src/check/identify/identify.ts';
import type { Edition, FoundInEdition, Identify } from '../../src/check/rule.ts';
import { wrongLanguage } from '../../src/check/rules/wrong-language.ts';
import { wrongScript } from '../../src/check/rules/wrong-script.ts';
import { openDocument } from '../../src/pipeline.ts';
import { checkSettings, viewDocument } from '../../src/pipeline-check.ts';
import { sentences } from '../../src/segments/sentences.ts';
import { pairOf } from '../support/pair.ts';
import { extract, settings } from '../support/settings.ts';
import { UDHR, udhrPieces } from '../support/udhr.ts';

let identify: Identify;
beforeAll(async () => {
  identify = await loadIdentifier();
});

const locales = Object.keys(UDHR).filter((locale) => locale !== 'en');

/** An edition of these targets; the source of each is a text of its own. */
function editionOf(locale: string, targets: readonly string[], withModel = true): Edition {
  const bytes = new TextEncoder().encode('x\n');
  const open = openDocument({ document: 'doc.md', bytes, catalogue: extract('x\n').catalogue, settings });
  const checks = checkSettings(settings, { identify: withModel ? identify : null });
  const pairs = targets.map((target, at) => pairOf(locale, `x${at}`, target, { id: `s${at}` }));
  return { ...viewDocument(open, settings, checks).edition(locale, null), pairs };
}

function foundIn(edition: Edition): readonly FoundInEdition[] {
  return wrongLanguage.check(edition);
}

function sentencesOf(locale: string): string[] {
  const texts = udhrPieces(locale).flatMap(({ text }) => text ?? []);
  return texts.flatMap((text) => sentences(text, locale).map((one) => one.text));
}

describe.each(locales)('the declaration in %s', (locale) => {
  test('is in its language, with the model and by letters alone', () => {
    expect(foundIn(editionOf(locale, sentencesOf(locale)))).toEqual([]);
    expect(foundIn(editionOf(locale, sentencesOf(locale), false))).toEqual([]);
  });

  test('is told from every other language, sentence by sentence', () => {
    const own = sentencesOf(locale);
    const missed: string[] = [];
    let count = 0;
    for (const other of Object.keys(UDHR).filter((one) => one !== locale)) {
      const foreign = sentencesOf(other).filter((text) => (text.match(/\p{L}/gu)?.length ?? 0) >= 20);
      const some = foreign.filter((_, at) => at % 7 === 0);
      const edition = editionOf(locale, [...own.slice(0, 20), ...some]);
      const told = new Set(foundIn(edition).map(({ segment }) => segment));
      for (const [at, pair] of edition.pairs.entries()) {
        if (at < own.slice(0, 20).length) continue;
        count++;
        if (told.has(pair.id) || wrongScript.check(pair, edition.settings).length > 0) continue;
        missed.push(`${other}: ${pair.target.plain}`);
      }
    }
    expect(missed.length / count, missed.join('\n')).toBeLessThan(0.03);
  });
});

test('one foreign sentence in a long paragraph is found where it stands', () => {
  const long = sentencesOf('fr').filter((text) => text.length > 120);
  const foreign = 'Jeder Mensch hat das Recht, am kulturellen Leben der Gemeinschaft frei teilzunehmen.';
  const text = `${long[0]}. ${foreign} ${long[1]}.`;
  const [found, ...more] = foundIn(editionOf('fr', [...long.slice(2, 9), text]));
  expect(more).toEqual([]);
  expect(found?.values).toEqual({ expected: 'fr', found: 'de' });
  expect(text.slice(found?.at?.start, found?.at?.end)).toContain('kulturellen Leben');
});

test('it is an error from three segments on', () => {
  const foreign = sentencesOf('de').filter((text) => text.length > 80);
  const own = sentencesOf('fr');
  const severities = (count: number): (string | undefined)[] =>
    foundIn(editionOf('fr', [...own, ...foreign.slice(0, count)])).map(({ severity }) => severity);
  expect(severities(2)).toEqual(['warning', 'warning']);
  expect(severities(3)).toEqual(['error', 'error', 'error']);
});

test('Chinese and Japanese are told by kana, and the two forms of Chinese where the tag says which', () => {
  const japanese = sentencesOf('ja').filter((text) => text.length > 15);
  const chinese = sentencesOf('zh-Hans').filter((text) => text.length > 15);
  expect(foundIn(editionOf('zh', japanese)).length).toBeGreaterThan(0.9 * japanese.length);
  expect(foundIn(editionOf('ja', chinese)).length).toBeGreaterThan(0.8 * chinese.length);
  expect(foundIn(editionOf('zh-Hant', chinese)).length).toBeGreaterThan(0.8 * chinese.length);
  expect(foundIn(editionOf('zh', chinese))).toEqual([]);
});

test('a language that the model does not know is not taken for a neighbour', () => {
  const welsh =
    'Mae gan bawb yr hawl i addysg. Rhaid i addysg fod yn ddi-dâl, o leiaf yn y cyfnodau elfennol.';
  expect(foundIn(editionOf('cy', [welsh]))).toEqual([]);
  expect(foundIn(editionOf('cy', [sentencesOf('en')[5] ?? '']))).toHaveLength(1);
});

test('the identification orders the languages that it is asked about, and gives nothing for no text', () => {
  expect(
    identify('Alle Menschen sind frei und gleich an Würde geboren.', ['de', 'fr', 'en'])[0]?.language,
  ).toBe('de');
  expect(identify('12, 34', ['de', 'fr'])).toEqual([]);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const scores = identify(text, ['de', 'fr', 'ru']).map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    }),
  );
});
