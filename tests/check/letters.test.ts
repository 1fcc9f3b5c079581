import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CheckSettings, Found, PairRule, TextRule } from '../../src/check/rule.ts';
import { azLetters } from '../../src/check/rules/az-letters.ts';
import { bidiControl } from '../../src/check/rules/bidi-control.ts';
import { invisibleChar } from '../../src/check/rules/invisible-char.ts';
import { kashida } from '../../src/check/rules/kashida.ts';
import { mixedScript } from '../../src/check/rules/mixed-script.ts';
import { mojibake } from '../../src/check/rules/mojibake.ts';
import { notNfc } from '../../src/check/rules/not-nfc.ts';
import { profanityOfMachine } from '../../src/check/rules/profanity-of-machine.ts';
import { roCedilla } from '../../src/check/rules/ro-cedilla.ts';
import { createText } from '../../src/check/text.ts';
import type { Edit } from '../../src/model/finding.ts';
import { checkSettings } from '../../src/pipeline-check.ts';
import { pairOf } from '../support/pair.ts';
import { runs, settings } from '../support/settings.ts';
import { UDHR, udhrPieces } from '../support/udhr.ts';

const checks: CheckSettings = checkSettings(settings);
const TEXT_RULES: readonly TextRule[] = [bidiControl, invisibleChar, kashida, mixedScript, mojibake, notNfc];
const PAIR_RULES: readonly PairRule[] = [azLetters, profanityOfMachine, roCedilla];
const locales = Object.keys(UDHR).filter((locale) => locale !== 'en');

function inText(rule: TextRule, locale: string, text: string): readonly Found[] {
  return rule.check(createText(locale, [{ kind: 'text', text }]), checks);
}

function inPair(rule: PairRule, locale: string, target: string, source = 'x'): readonly Found[] {
  return rule.check(pairOf(locale, source, target), checks);
}

function applied(text: string, edits: readonly Edit[] = []): string {
  return edits
    .toReversed()
    .reduce((out, { start, end, text: by }) => out.slice(0, start) + by + out.slice(end), text);
}

function textsOf(locale: string): string[] {
  return udhrPieces(locale).flatMap(({ text }) => text ?? []);
}

/** Any sentence of the declaration in one of some languages. */
function sentence(...among: string[]): fc.Arbitrary<{ locale: string; text: string }> {
  const all = among.flatMap((locale) => textsOf(locale).map((text) => ({ locale, text })));
  return fc.constantFrom(...all.filter(({ text }) => text.length > 30));
}

describe.each(locales)('nothing is found in the declaration in %s', (locale) => {
  test.each(TEXT_RULES.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
    expect(textsOf(locale).flatMap((text) => inText(rule, locale, text.normalize('NFC')))).toEqual([]);
  });
  test.each(PAIR_RULES.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
    expect(textsOf(locale).flatMap((text) => inPair(rule, locale, text))).toEqual([]);
  });
});

test('a letter replaced by its double is found and put right', () => {
  const doubles: Readonly<Record<string, string>> = {
    ...{ а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', х: 'x', А: 'A', В: 'B', О: 'O' },
    ...{ օ: 'o', ո: 'n', հ: 'h', ս: 'u' },
  };
  fc.assert(
    fc.property(sentence('ru', 'hy'), fc.nat(), ({ locale, text }, nth) => {
      const places = [...text.matchAll(/(?<=\p{L})[аеорсхАВОօոհս](?=\p{L})/gu)];
      fc.pre(places.length > 0);
      const { 0: letter = '', index = 0 } = places[nth % places.length] ?? {};
      const broken = `${text.slice(0, index)}${doubles[letter] ?? ''}${text.slice(index + 1)}`;
      const [found, ...more] = inText(mixedScript, locale, broken);
      expect(more).toEqual([]);
      expect(applied(broken, found?.fix)).toBe(text);
    }),
    { numRuns: runs },
  );
});

test('no fix is offered where a letter has no double in the language', () => {
  const [found] = inText(mixedScript, 'ru', 'Новая мiра, сборnик.');
  expect(found?.values).toMatchObject({ word: 'мiра' });
  expect(inText(mixedScript, 'ru', 'сборnик').map(({ fix }) => fix)).toEqual([undefined]);
});

test('what is put apart is found and joined, whatever the letters', () => {
  fc.assert(
    fc.property(sentence(...locales), ({ locale, text }) => {
      const apart = text.normalize('NFD');
      const found = inText(notNfc, locale, apart);
      const mended = applied(apart, found[0]?.fix);
      expect(inText(notNfc, locale, mended)).toEqual([]);
      expect(mended.normalize('NFC')).toBe(text.normalize('NFC'));
    }),
    { numRuns: runs },
  );
});

test('an invisible character anywhere in a text is found, and its removal gives the text', () => {
  const chars = fc.constantFrom('\u00ad', '\u2060', '\ufeff', '\u{e0041}', '\ufffb');
  fc.assert(
    fc.property(sentence('fr', 'hy', 'fa', 'hi', 'ja'), fc.nat(), chars, ({ locale, text }, nth, char) => {
      const at = nth % text.length;
      const broken = text.slice(0, at) + char + text.slice(at);
      const [found] = inText(invisibleChar, locale, broken);
      expect(applied(broken, found?.fix)).toBe(text);
    }),
    { numRuns: runs },
  );
});

test.each([
  ...['windows-1252', 'windows-1251', 'windows-1250', 'macintosh'].map(
    (name) => [name, ['hy', 'ka', 'ru', 'ar', 'he', 'hi', 'ja']] as const,
  ),
  ['ibm866', ['ru', 'hy', 'he']] as const,
])('UTF-8 read as %s is found in every script', (name, among) => {
  const wrong = new TextDecoder(name);
  fc.assert(
    fc.property(sentence(...among), ({ locale, text }) => {
      expect(inText(mojibake, locale, wrong.decode(new TextEncoder().encode(text)))).not.toEqual([]);
    }),
    { numRuns: runs },
  );
});

test.each([
  ['pt', 'MAÇÃ” e “IRMÔ, SÃO JOÃO, 10 ª'],
  ['fr', 'À « É », LIBERTÉ… CAFÉ™, l’été’, Ê – Ç'],
  ['de', '„Ä“, „Ö“ und ÜBER…'],
  ['ro', 'Î. ÎNTÂI: «Â», «Ă»'],
  ['uk', 'СІРІ, Рівне, «Є», Її, ріє…'],
  ['sr', 'ЂАК и Ђорђе, Љубав Њен'],
  ['et', 'jäääär ja öö'],
  ['el', 'ΆΝΟΙΞΗ; «Ή», ΚΑΙΡΌΣ…'],
  ['is', 'Ð og Þ, ÞÓRÐUR'],
])('real letters of %s are no mojibake', (locale, text) => {
  expect(inText(mojibake, locale, text)).toEqual([]);
});

test.each([
  ['en', '\u202dabc', 'override'],
  ['he', 'אב\u202aגד', 'unbalanced'],
  ['he', 'אב\u2067גד\u202c', 'unbalanced'],
  ['he', 'אב\u2067ג\u202bד\u2069', 'unbalanced'],
  ['fr', 'ab\u2068c\u2069', 'stray'],
])('%s: %j has a control that is %s', (locale, text, kind) => {
  expect(inText(bidiControl, locale, text)).toMatchObject([{ values: { kind } }]);
});

test('closed controls around text of another direction are right', () => {
  expect(inText(bidiControl, 'he', 'אב\u2068C++\u2069ג\u202aD\u202c\u200f')).toEqual([]);
  expect(inText(bidiControl, 'fr', 'le mot \u2068שלום\u2069')).toEqual([]);
});

test('Azerbaijani typed without its letters is found', () => {
  const bare = textsOf('az').map((text) => text.replace(/[əƏ]/gu, 'e').replaceAll('ı', 'i'));
  const long = bare.filter((text) => text.length > 40);
  const found = long.filter((text) => inPair(azLetters, 'az', text).length > 0);
  expect(found.length / long.length).toBeGreaterThan(0.98);
});

test('what the source has too is no leftover of a machine', () => {
  expect(inPair(profanityOfMachine, 'fr', 'Écrivez {{nom}} [[1]]', 'Write {{name}} [[1]]')).toEqual([]);
  expect(inPair(profanityOfMachine, 'fr', 'Écrivez {{nom}} [[2]]', 'Write [[1]]')).toHaveLength(2);
  expect(inPair(profanityOfMachine, 'de', 'Als KI kann ich helfen.', 'As an AI, I can help.')).toEqual([]);
  expect(inPair(profanityOfMachine, 'de', 'Als KI kann ich helfen.', 'The hall is open.')).toHaveLength(1);
});
