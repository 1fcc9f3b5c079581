import { describe, expect, it } from 'vitest';
import { hexapla, hexaplaJson } from '../support/cli.ts';
import { allFiles } from '../support/folder.ts';
import { idsOf, project } from '../support/letter.ts';
import { comesBack, type Imports, lines, revised, sentTo, stored } from '../support/returns.ts';

interface Waiting {
  readonly suggestions: readonly { id: string; number: number; why: string; text: string; ours: string }[];
}

/** The letter with its translator Ann: all of it is translated into French. */
async function translated(): Promise<{ folder: string; ids: [string, string, string]; handoff: string }> {
  const folder = await project();
  const ids = await idsOf(folder);
  const handoff = await sentTo(folder, 'fr');
  comesBack(folder, 'ann.xlf', handoff, {
    [ids[0]]: 'Nous exigeons la paix.',
    [ids[2]]: 'Il compte 200 pages.',
  });
  expect((await hexapla(folder, ['import', 'ann.xlf', '--by', 'Ann'])).exit).toBe(0);
  return { folder, ids, handoff };
}

const importing = (folder: string, ...words: string[]) => hexaplaJson<Imports>(folder, ['import', ...words]);
const waiting = async (folder: string): Promise<Waiting['suggestions']> =>
  (await hexaplaJson<Waiting>(folder, ['suggestions'])).data.suggestions;

describe('a statement that is edited while two translators have it', () => {
  it('loses no text, from the first return to the last decision', async () => {
    const { folder, ids, handoff } = await translated();
    const [peace, , pages] = ids;

    // The source moves on, and Ann translates the new wording.
    await revised(folder, '200 pages', '300 pages');
    const second = await sentTo(folder, 'fr');
    comesBack(folder, 'ann-2.xlf', second, { [pages]: 'Il compte 300 pages.' });
    const { data: renewed } = await importing(folder, 'ann-2.xlf', '--by', 'Ann');
    expect(renewed.files[0]).toMatchObject({ applied: [pages], stale: [], conflicts: [] });

    // Zoé had the first file all the time.
    comesBack(folder, 'zoe.xlf', handoff, {
      [peace]: 'Nous demandons la paix.',
      [pages]: 'Il fait 200 pages.',
    });
    const { exit, data } = await importing(folder, 'zoe.xlf', '--by', 'Zoé');
    expect(exit).toBe(1);
    expect(data.files[0]).toMatchObject({
      applied: [],
      stale: [pages],
      conflicts: [{ id: peace, ours: 'Nous exigeons la paix.', theirs: 'Nous demandons la paix.' }],
      rejected: [],
    });
    const zoes = await waiting(folder);
    expect(zoes).toMatchObject([
      {
        id: peace,
        number: 1,
        why: 'conflict',
        text: 'Nous demandons la paix.',
        ours: 'Nous exigeons la paix.',
      },
      { id: pages, number: 1, why: 'stale', text: 'Il fait 200 pages.', ours: 'Il compte 300 pages.' },
    ]);

    // The same file once more brings nothing new.
    const before = stored(folder, 'fr');
    const again = await importing(folder, 'zoe.xlf', '--by', 'Zoé');
    expect([again.exit, stored(folder, 'fr')]).toEqual([0, before]);

    // One is taken, one dropped; the file brings neither again.
    expect((await hexapla(folder, ['suggestions', '--take', peace])).exit).toBe(0);
    expect((await hexapla(folder, ['suggestions', '--drop', pages])).exit).toBe(0);
    expect(await waiting(folder)).toEqual([]);
    const decided = stored(folder, 'fr');
    for (const text of ['Nous exigeons la paix.', 'Nous demandons la paix.', 'Il fait 200 pages.']) {
      expect(decided).toContain(text);
    }
    const third = await importing(folder, 'zoe.xlf', '--by', 'Zoé');
    expect([third.exit, stored(folder, 'fr')]).toEqual([0, decided]);
  });

  it('has an old translation as a stale target where there was none yet, and asks for it again', async () => {
    const folder = await project();
    const [, , pages] = await idsOf(folder);
    const handoff = await sentTo(folder, 'fr');
    comesBack(folder, 'late.xlf', handoff, { [pages]: 'Il compte 200 pages.' });
    await revised(folder, '200 pages', '300 pages');
    const dry = await hexapla(folder, ['import', 'late.xlf', '--dry-run']);
    expect(lines(dry.out).slice(4, 6)).toEqual([
      expect.stringMatching(new RegExp(`^late.xlf:[0-9]+ \\| ${pages} \\| stale$`)),
      '+ Il compte 200 pages.',
    ]);
    const { exit, data } = await importing(folder, 'late.xlf');
    expect([exit, data.files[0]?.stale, await waiting(folder)]).toEqual([0, [pages], []]);
    const { data: status } = await hexaplaJson<object>(folder, ['status']);
    expect(status).toMatchObject({ documents: [{ locales: { fr: { missing: 2, stale: 1, alarms: 1 } } }] });
  });
});

describe('import --dry-run', () => {
  it('writes nothing, and shows each segment that would change, to a person and as JSON', async () => {
    const { folder, ids, handoff } = await translated();
    const [peace, report, pages] = ids;
    await revised(folder, '200 pages', '300 pages');
    await hexapla(folder, ['set', 'a', pages, '-l', 'fr'], { stdin: 'Il compte 300 pages.' });
    comesBack(folder, 'zoe.xlf', handoff, {
      [peace]: 'La paix !',
      [report]: 'Lisez le rapport.',
      [pages]: 'Il fait 200 pages.',
    });
    const before = allFiles(folder);
    const dry = await hexapla(folder, ['import', 'zoe.xlf', '--dry-run', '--by', 'Zoé']);
    expect(allFiles(folder)).toEqual(before);
    expect(dry.exit).toBe(1);
    expect(lines(dry.out).map((line) => line.replace(/:[0-9]+ /, ': '))).toEqual([
      'file | document | language | applied | unchanged | stale | conflicts | rejected | missing',
      'zoe.xlf | locales/en/a.md | fr | 0 | 0 | 1 | 1 | 1 | 1',
      `zoe.xlf: | ${peace} | waits: newer target`,
      '− Nous exigeons la paix.',
      '+ La paix !',
      `zoe.xlf: | ${report} | inline codes are lost (1)`,
      '+ Lisez le rapport.',
      `zoe.xlf: | ${pages} | waits: source changed`,
      '− Il compte 300 pages.',
      '+ Il fait 200 pages.',
      'Nothing was written.',
      'Next: hexapla import zoe.xlf --by Zoé',
    ]);
    const { data } = await importing(folder, 'zoe.xlf', '--dry-run', '--by', 'Zoé');
    expect(data.files[0]?.account).toEqual([
      {
        id: peace,
        outcome: 'conflict',
        covers: [],
        before: 'Nous exigeons la paix.',
        after: 'Nous exigeons la paix.',
        theirs: 'La paix !',
        reason: 'conflict',
        line: expect.any(Number),
      },
      {
        id: report,
        outcome: 'rejected',
        covers: [],
        before: null,
        after: null,
        theirs: 'Lisez le rapport.',
        reason: 'codes-lost',
        line: expect.any(Number),
      },
      {
        id: pages,
        outcome: 'stale',
        covers: [],
        before: 'Il compte 300 pages.',
        after: 'Il compte 300 pages.',
        theirs: 'Il fait 200 pages.',
        reason: 'stale',
        line: expect.any(Number),
      },
    ]);
    expect(allFiles(folder)).toEqual(before);
    // What it says is what then happens.
    const { data: done } = await importing(folder, 'zoe.xlf', '--by', 'Zoé');
    expect(done).toEqual(data);
  });

  it('counts what stays as it is, and shows what would be applied', async () => {
    const { folder, ids, handoff } = await translated();
    comesBack(folder, 'more.xlf', handoff, {
      [ids[0]]: 'Nous exigeons la paix.',
      [ids[1]]: 'Voir le <g id="1">rapport</g>.',
    });
    const { exit, out } = await hexapla(folder, ['import', 'more.xlf', '--dry-run']);
    expect(exit).toBe(0);
    expect(lines(out).slice(2)).toEqual([
      expect.stringContaining(`${ids[1]} | applied`),
      '+ Voir le <1>rapport</1>.',
      '2 segments are unchanged and not listed.',
      'Nothing was written.',
      'Next: hexapla import more.xlf',
    ]);
  });
});

describe('import', () => {
  it('names each text that waits, and where to decide', async () => {
    const { folder, ids, handoff } = await translated();
    const [peace, , pages] = ids;
    await revised(folder, '200 pages', '300 pages');
    await hexapla(folder, ['set', 'a', pages, '-l', 'fr'], { stdin: 'Il compte 300 pages.' });
    comesBack(folder, 'zoe.xlf', handoff, { [peace]: 'La paix !', [pages]: 'Il fait 200 pages.' });
    const { out } = await hexapla(folder, ['import', 'zoe.xlf']);
    expect(
      lines(out)
        .slice(2)
        .map((line) => line.replace(/:[0-9]+ /, ': ')),
    ).toEqual([
      `zoe.xlf: | ${peace} | in conflict with a newer target`,
      '− Nous exigeons la paix.',
      '+ La paix !',
      `zoe.xlf: | ${pages} | waits: source changed`,
      '− Il compte 300 pages.',
      '+ Il fait 200 pages.',
      'Next: hexapla suggestions',
    ]);
  });

  it('asks for the same file again only where something in it must be mended', async () => {
    const { folder, ids, handoff } = await translated();
    comesBack(folder, 'broken.xlf', handoff, { [ids[1]]: 'Lisez le rapport.' });
    const { exit, out } = await hexapla(folder, ['import', 'broken.xlf']);
    expect(exit).toBe(1);
    expect(lines(out).slice(2)).toEqual([
      expect.stringContaining(`${ids[1]} | inline codes are lost (1)`),
      'Mend the segments named above in the file, and import it again.',
      'Next: hexapla import broken.xlf',
    ]);
  });
});
