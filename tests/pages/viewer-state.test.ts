import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderEdition } from '../../src/edition/page-edition.ts';
import { renderInterleaved, renderParallel } from '../../src/edition/parallel.ts';
import type { PublicationFacts, Release } from '../../src/model/publication.ts';
import { chromiumPath } from '../support/browser.ts';
import { hexapla, hexaplaJson } from '../support/cli.ts';
import { edit, idsOf, project, translateAll } from '../support/letter.ts';
import { pageSession } from '../support/page-session.ts';
import { changedInput } from '../support/page-states.ts';

const release: Release = {
  ...{ date: '2023-09-21', by: 'Ani', note: null, source: 'a', edition: 'b', wording: 'c' },
  ...{ segments: 18, machineShare: 0.6 },
};
const facts: PublicationFacts = {
  ...{ locale: 'fr', shows: 'previous', release, last: null, earlier: [], authentic: ['en'] },
  decision: { policy: 'previous', reason: 'stale', alarms: 1, thresholds: [] },
  approvals: [{ by: 'Marie', on: '2023-09-20', state: 'reviewed', segments: ['s1head001'], digest: 'd' }],
  counts: {
    ...{ segments: 18, missing: 5, stale: 1, alarms: 1, fallback: 0, drafts: 7, machineShare: 0.6 },
    ...{ states: { initial: 0, translated: 7, reviewed: 6, final: 0 }, origins: {} },
  },
  since: { changed: 1, meaning: 1, added: 0, removed: 0 },
};
const dates = (date: string, locale: string): string => `${locale}:${date}`;
const published = changedInput({ facts: { fr: facts }, dates });

describe.skipIf(chromiumPath() === null)('the states of texts (needs Chromium)', () => {
  const session = pageSession({
    table: renderParallel(published),
    flow: renderInterleaved(published),
    review: renderParallel(changedInput({ review: true })),
    edition: renderEdition(published, 'fr'),
  });

  test('V16: on review each text tells its state, and only one', async () => {
    const page = await session.open('table', { checked: ['review'] });
    const told = await page.locator('tbody tr[id] td').evaluateAll((cells) =>
      cells.map((cell) => {
        const after = getComputedStyle(cell, '::after').content;
        const marks = [...cell.querySelectorAll('.d, .mark')].filter((mark) => mark.checkVisibility());
        return [cell.getAttribute('lang'), after === 'none' ? 0 : 1, marks.length, cell.className] as const;
      }),
    );
    expect(told).toHaveLength(72);
    for (const [lang, after, marks, name] of told) {
      if (lang === 'en') expect([after, marks, name]).toEqual([0, 0, '']);
      // An outdated draft is both: what it is, and that it is outdated.
      else expect([lang, name, after + marks > 0 && after + marks < 3]).toEqual([lang, name, true]);
    }
    const approved = await page
      .locator('#s1head001 td[lang=fr]')
      .evaluate((cell) => getComputedStyle(cell, '::after').content);
    expect(approved).toBe('"✓ approved"');
  });

  test.each([
    ['f-missing', ['s1item001', 's1item002', 's1cell001'], [true, true, false]],
    ['f-stale', ['s1para001', 's1last001', 's1item001'], [true, true, false]],
    ['f-approved', ['s1head001', 's1quot001', 's1last001', 's1cell003'], [true, true, true, false]],
  ] as const)('V16: rows are looked for by state: %s', async (filter, ids, visible) => {
    for (const [name, box] of [
      ['table', 'tbody tr'],
      ['flow', 'article'],
    ] as const) {
      const page = await session.open(name, { checked: [filter] });
      const seen = await Promise.all(ids.map((id) => page.locator(`${box}[id="${id}"]`).isVisible()));
      expect(seen).toEqual(visible);
      await page.locator('#l-fr').uncheck();
      if (filter === 'f-approved') expect(await page.locator(`${box}[id=s1head001]`).isVisible()).toBe(false);
      await page.locator('#f-all').check();
      expect(await page.locator(`${box}[id=s1cell003]`).isVisible()).toBe(true);
    }
  });

  test('V17: an outdated cell opens the difference of its source, with words for what colours show', async () => {
    for (const name of ['table', 'flow']) {
      const page = await session.open(name);
      const details = page.locator('[id=s1para001] [lang=fr] details');
      expect(await details.locator('ins').first().isVisible()).toBe(false);
      await details.locator('summary').focus();
      await page.keyboard.press('Enter');
      expect(await details.locator('del').allTextContents()).toEqual(['removed: former', 'removed: 13']);
      expect(await details.locator('ins').allTextContents()).toEqual(['added: earlier', 'added: 23']);
      expect(await details.locator('.change').getAttribute('lang')).toBe('en');
      expect(await details.locator('ins').first().isVisible()).toBe(true);
    }
    const page = await session.open('edition');
    await page.locator('#s1para001 a:has(.mark)').click();
    expect(await page.locator('#d-s1para001 del').first().isVisible()).toBe(true);
    expect(page.url()).toContain('#d-s1para001');
  });

  test('V18, V20: each language tells how far it is, since when, by whom and which text is authentic', async () => {
    for (const media of ['screen', 'print'] as const) {
      const page = await session.open('table', { media });
      const line = page.locator('footer li:has([lang=fr])');
      const text = await line.textContent();
      for (const part of [
        '12 of 18 current',
        'Published en:2023-09-21 by Ani.',
        'Approved by Marie (en:2023-09-20).',
      ]) {
        expect([media, text]).toEqual([media, expect.stringContaining(part)]);
      }
      expect(text).toContain('Authentic text: English.');
      expect(text).toContain('60% translated by machine');
      expect(await page.locator('footer .version').textContent()).toBe('Version 3f9a1c07.');
      expect(await page.locator('#s1item001 td[lang=fr] .mark').isVisible()).toBe(true);
    }
    const page = await session.open('edition');
    expect(await page.locator('.banner').textContent()).toContain('12 of 18 current');
    expect(await page.locator('.notice').textContent()).toContain('This is the edition of en:2023-09-21.');
  });

  test('V19: a reader sees only what must be known, a reviewer all', async () => {
    const marks = async (name: string, checked: readonly string[] = []) => {
      const page = await session.open(name, { checked });
      const visible = await page
        .locator('tbody .d, tbody .mark')
        .evaluateAll((all) =>
          all.filter((one) => one.getBoundingClientRect().width > 2).map((one) => one.className),
        );
      const after = await page
        .locator('tbody td')
        .evaluateAll(
          (all) => all.filter((one) => getComputedStyle(one, '::after').content !== 'none').length,
        );
      return { marks: new Set(visible), after };
    };
    const reader = await marks('table');
    expect([...reader.marks].sort()).toEqual(['mark mark-fallback', 'mark mark-missing', 'mark mark-stale']);
    expect(reader.after).toBe(0);
    const reviewer = await marks('table', ['review']);
    expect(reviewer.marks).toContain('d');
    expect(reviewer.after).toBeGreaterThan(4);
    expect(await marks('review')).toEqual(reviewer);
  });
});

test('V16: the page counts what hexapla status counts', async () => {
  const folder = await project();
  await translateAll(folder, 'hy');
  const [, second] = await idsOf(folder);
  await hexapla(folder, ['review', 'a', second, '--locale', 'hy', '--by', 'Ani']);
  edit(folder, '200 pages', '300 pages');
  await hexapla(folder, ['extract']);
  await hexapla(folder, ['build', '--policy', 'fallback']);
  interface Status {
    readonly documents: readonly { readonly locales: Record<string, Record<string, number>> }[];
  }
  const { data } = await hexaplaJson<Status>(folder, ['status']);
  const html = readFileSync(join(folder, 'editions/parallel/a.html'), 'utf8');
  const footer = /<footer>[\s\S]*<\/footer>/.exec(html)?.[0] ?? '';
  const line =
    footer
      .split('<li>')
      .slice(1)
      .find((one) => one.includes('>հայերեն<')) ?? '';
  const english = line.replace(/<[^>]*>/g, ' ');
  const counts = data.documents[0]?.locales['hy'] ?? {};
  const { segments = 0, missing = 0, stale = 0, reviewed = 0, final = 0 } = counts;
  expect({ segments, stale, reviewed }).toEqual({ segments: 3, stale: 1, reviewed: 1 });
  expect(english).toContain(`${segments - missing - stale} of ${segments} current`);
  expect(english).toContain(`${reviewed + final} approved`);
  expect(english).toContain(`${stale} outdated`);
});
