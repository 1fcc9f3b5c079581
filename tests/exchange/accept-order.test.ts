import { describe, expect, it } from 'vitest';
import { contentOf } from '../../src/catalogue/hash.ts';
import { createJudge, standings } from '../../src/catalogue/progress.ts';
import { undoImport } from '../../src/catalogue/undo.ts';
import { pageWords } from '../../src/cli/words.ts';
import { fillsOf } from '../../src/edition/fills.ts';
import { rowsOf } from '../../src/edition/rows.ts';
import { buildDocument } from '../../src/pipeline-build.ts';
import {
  back,
  begin,
  idsOf,
  opened,
  SPACE,
  segment,
  sent,
  unitFile,
  unitOf,
  type World,
  written,
} from '../support/return-world.ts';
import { settings } from '../support/settings.ts';

const world = begin('First **one**. Second one. Third one.\n');
const [one = '', two = '', three = ''] = idsOf(world);
const unit = unitOf(world);

// Segments stand at places 1, 3 and 5: the ignorables count.
const reordered = unitFile(
  unit,
  segment(one, `First <pc id="${one}-1">one</pc>.`, `<pc id="${one}-1">Un</pc>.`, ' order="5"') +
    SPACE +
    segment(two, 'Second one.', 'Deux.', ' order="1"') +
    SPACE +
    segment(three, 'Third one.', 'Trois.', ' order="3"'),
);

const markdownOf = (at: World): string => filesOf(at)[0] ?? '';
const pageOf = (at: World): string => filesOf(at)[1] ?? '';

function filesOf(at: World): string[] {
  const build = buildDocument({
    open: opened(at),
    name: 'doc',
    targets: { fr: at.target },
    settings: { ...settings, minState: 'translated' },
    ...pageWords(['en', 'fr']),
  });
  const files = build.editions.find(({ locale }) => locale === 'fr')?.files ?? [];
  return files.map(({ bytes }) => new TextDecoder().decode(bytes));
}

describe('targets in another order', () => {
  const after = back(world, reordered);

  it('are stored as their unit’s order, which assembly keeps', () => {
    expect(after.report).toMatchObject({ applied: [one, two, three], reordered: [unit] });
    expect(after.target.orders).toEqual({ [unit]: { ids: [two, three, one], was: [{ ids: [] }] } });
    expect(markdownOf(after)).toContain('Deux. Trois. **Un**.');
    expect(pageOf(after).replace(/<[^>]+>/g, '')).toContain('Deux. Trois. Un.');
  });

  it('go out in that order and come back unchanged', () => {
    for (const format of ['xliff-1.2', 'xliff-2.0', 'xliff-2.1', 'xliff-2.2'] as const) {
      const { text, record } = sent(after, format);
      expect(text.includes('<target order="5">')).toBe(format !== 'xliff-1.2');
      for (const known of [record, null])
        expect(back(after, text, { record: known }).target).toBe(after.target);
    }
    expect(sent(after, 'xliff-2.1').record.orders).toEqual({ [unit]: [two, three, one] });
    expect(sent(world, 'xliff-2.1').record.orders).toBeUndefined();
  });

  it('go back to the source’s order when the translator takes the order out', () => {
    const { text, record } = sent(after, 'xliff-2.1');
    const plain = back(after, text.replace(/ order="[0-9]"/g, ''), { record });
    expect(plain.report).toMatchObject({ reordered: [unit], applied: [] });
    expect(plain.target.orders?.[unit]?.ids).toEqual([]);
    expect(markdownOf(plain)).toContain('**Un**. Deux. Trois.');
  });

  it('leave an order that we changed since', () => {
    const before = written(world, ['<1>Un</1>.', 'Deux.', 'Trois.']);
    const { record } = sent(before);
    const ours = { ...before, target: { ...before.target, orders: { [unit]: { ids: [three, one, two] } } } };
    expect(back(ours, reordered, { record }).target).toBe(ours.target);
  });

  it('are not taken where one of the texts is not', () => {
    const bad = reordered.replace(`<pc id="${one}-1">Un</pc>`, 'Un');
    const { report, target } = back(world, bad);
    expect(report).toMatchObject({ rejected: [{ id: one }], reordered: [] });
    expect(target.orders).toBeUndefined();
  });

  it('do not mind an order that is no number, or twice the same', () => {
    const odd = reordered.replace('order="5"', 'order="x"').replace('order="3"', 'order="1"');
    expect(back(world, odd).target.orders?.[unit]?.ids).toBeUndefined();
    const twice = reordered.replace('order="3"', 'order="5"');
    expect(back(world, twice).target.orders?.[unit]?.ids).toEqual([two, one, three]);
  });

  it('are undone with the import', () => {
    const marked = back(written(world, ['<1>Un</1>.', 'Deux.', 'Trois.']), reordered, {
      mark: '1-0123456789abcdef',
    });
    expect(marked.target.orders?.[unit]?.import).toBe('1-0123456789abcdef');
    expect(undoImport(marked.target, { number: 1 }).target.orders).toBeUndefined();
  });
});

describe('a row that a locale joined', () => {
  const joined = back(
    world,
    unitFile(
      unit,
      segment(one, `First <pc id="${one}-1">one</pc>. Second one.`, `Tous deux <pc id="${one}-1">ici</pc>.`) +
        SPACE +
        segment(three, 'Third one.', 'Trois.'),
    ),
  );
  const other = written(world, ['<1>Eins</1>.', 'Zwei.', 'Drei.']);
  const list = (at: World) =>
    new Map(standings(at.source, at.target, createJudge(at.source)).map((one) => [one.id, one]));
  const rows = rowsOf(
    {
      sourceLocale: 'en',
      units: opened(world).units,
      standings: new Map([
        ['fr', list(joined)],
        ['de', list(other)],
      ]),
      read: contentOf,
      codesFor: (codes) => codes,
    },
    { publishable: null },
  );

  it('is one row for every locale, and keeps the other locales’ texts apart in their editions', () => {
    expect(rows.map(({ ids }) => ids)).toEqual([[one, two], [three]]);
    expect(rows[0]?.cells['de']?.parts?.map(({ ids }) => ids)).toEqual([[one], [two]]);
    expect(rows[0]?.cells['fr']?.parts).toBeUndefined();
    const shown = (locale: string): string[] =>
      [...fillsOf(rows, locale, () => ({ before: '', after: '' })).values()].map(({ content }) =>
        JSON.stringify(content.map((node) => (node.kind === 'text' ? node.text : node.children))),
      );
    expect(shown('de')[1]).toBe('["Zwei."]');
    expect(shown('fr')[1]).toBe('[]');
  });

  it('is written into the document once', () => {
    expect(markdownOf(joined)).toContain('Tous deux **ici**. Trois.');
  });
});
