import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { badgeJson, badgeOf, badgeSvg } from '../../src/report/badge.ts';
import { runs } from '../support/settings.ts';
import { cell, finding, hostileText, sampleRun, wordsIn } from './support.ts';

const english = wordsIn('en');
const run = sampleRun();

/** The contrast of white text on a colour. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrastOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

describe('badges', () => {
  it.each([
    ['ready', null, 'translations', '64% ready'],
    ['translated', null, 'translations', '67% translated'],
    ['ready', 'fr', 'French', '97% ready'],
    ['translated', 'hy', 'Armenian', '11% translated'],
    ['findings', null, 'translations', '4 errors'],
    ['findings', 'hy', 'Armenian', '1 error'],
    ['findings', 'zh-Hant', 'Traditional Chinese', 'clean'],
  ] as const)('tell how it is: %s of %s', (kind, locale, label, message) => {
    expect(badgeOf(run, english, { kind, locale })).toMatchObject({ label, message });
  });

  it('never round up to what is not there yet', () => {
    const almost = sampleRun({ matrix: [cell({ segments: 1000, final: 999, ready: 999, missing: 1 })] });
    expect(badgeOf(almost, english, { kind: 'ready', locale: null }).message).toBe('99% ready');
    const exact = sampleRun({ matrix: [cell({ segments: 100, final: 29, ready: 29, missing: 71 })] });
    expect(badgeOf(exact, english, { kind: 'ready', locale: null }).message).toBe('29% ready');
  });

  it('can be read: white on their colours, and aloud', () => {
    const light = sampleRun({ findings: [finding({ severity: 'warning' })] });
    const badges = [run, light, sampleRun({ findings: [] })].flatMap((one) =>
      (['ready', 'translated', 'findings'] as const).map((kind) =>
        badgeOf(one, english, { kind, locale: null }),
      ),
    );
    const drawn = badges.flatMap((badge) => [...badgeSvg(badge).matchAll(/fill="(#[0-9a-f]{6})"/g)]);
    const colours = [...new Set(drawn.map(([, colour = '']) => colour))];
    expect(colours.length).toBe(4);
    expect(colours.filter((colour) => contrastOf(colour) < 4.5)).toEqual([]);
    expect(badgeSvg(badgeOf(run, english, { kind: 'ready', locale: 'fr' }))).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^>]*role="img" aria-label="French: 97% ready"><title>French: 97% ready<\/title>/,
    );
  });

  it('are as wide as their texts', () => {
    const widthOf = (message: string): number =>
      Number(/ width="(\d+)"/.exec(badgeSvg({ label: 'a', message, colour: '#000000' }))?.[1]);
    expect(widthOf('97% ready')).toBeGreaterThan(widthOf('7% ready'));
    expect(widthOf('WWWWWW')).toBeGreaterThan(widthOf('iiiiii') + 20);
    expect(widthOf('e\u0301')).toBe(widthOf('é'));
  });

  it('are for shields.io too', () => {
    expect(JSON.parse(badgeJson(badgeOf(run, english, { kind: 'findings', locale: null })))).toEqual({
      schemaVersion: 1,
      label: 'translations',
      message: '4 errors',
      color: 'b03018',
      labelColor: '4a4a4a',
    });
  });

  it('let no text become markup', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (label, message) => {
        const svg = badgeSvg({ label, message, colour: '#22723b' });
        expect([...svg.matchAll(/<([a-zA-Z]+)/g)].map(([, name]) => name)).toEqual(
          'svg title path path g text text'.split(' '),
        );
      }),
      { numRuns: runs },
    );
  });
});
