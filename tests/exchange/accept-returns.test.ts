import { describe, expect, it } from 'vitest';
import { listSuggestions } from '../../src/catalogue/suggestions.ts';
import { HexaplaError } from '../../src/model/error.ts';
import { handoffsOf } from '../../src/pipeline-exchange.ts';
import {
  back,
  begin,
  edited,
  filled,
  hashAt,
  idsOf,
  sent,
  type World,
  written,
} from '../support/return-world.ts';
import { thrown } from '../support/thrown.ts';

// Each of these is a story: what we have, what was sent, what happened meanwhile, what came back.
const world = begin('The council met on Monday. It approved 200 houses. It rose.\n');
const [met = '', approved = '', rose = ''] = idsOf(world);
const before = written(world, ['Le conseil.', 'Il a approuvé 200 maisons.', null]);
const handoff = sent(before, 'xliff-1.2');
const record = handoff.record;
const textOf = ({ target }: World, id: string): string | undefined => target.targets[id]?.text;

describe('a late return, against an old revision', () => {
  const returned = filled(handoff.text, approved, 'Il a adopté 200 maisons.');

  it('is applied where the edits since were cosmetic', () => {
    const since = edited(before, '200 houses', '200  houses');
    const after = back(since, returned, { record });
    expect(after.report).toMatchObject({ applied: [approved], stale: [] });
    expect(textOf(after, approved)).toBe('Il a adopté 200 maisons.');
  });

  it('is kept as a suggestion with its base where we have translated the new wording', () => {
    const since = edited(before, '200 houses', '300 houses');
    const ours = written(since, [null, 'Il a approuvé 300 maisons.', null]);
    const after = back(ours, returned, { record });
    expect(after.report).toMatchObject({ applied: [], stale: [approved], conflicts: [] });
    expect(textOf(after, approved)).toBe('Il a approuvé 300 maisons.');
    expect(after.target.suggestions[approved]).toEqual([
      {
        text: 'Il a adopté 200 maisons.',
        state: 'translated',
        origin: 'human',
        by: 'Ann',
        madeFrom: hashAt(world, approved),
        base: 'Il a approuvé 200 maisons.',
        reason: 'stale',
      },
    ]);
  });

  it('is a better stale target where ours is the stale one that was sent', () => {
    const since = edited(before, '200 houses', '300 houses');
    const after = back(since, returned, { record });
    expect(after.report).toMatchObject({ applied: [], stale: [approved] });
    expect(after.target.targets[approved]).toMatchObject({
      text: 'Il a adopté 200 maisons.',
      madeFrom: hashAt(world, approved),
      was: [{ text: 'Il a approuvé 200 maisons.' }],
    });
  });

  it('is a stale target where we have none', () => {
    const since = edited(world, 'It rose', 'It sat');
    const after = back(since, filled(sent(world).text, rose, 'Il se leva.'), { record: sent(world).record });
    expect(after.report).toMatchObject({ stale: [rose], missing: [met, approved] });
    expect(after.target.targets[rose]).toMatchObject({ text: 'Il se leva.', madeFrom: hashAt(world, rose) });
  });

  it('is for the wording that was sent, also when the document has gone back to an earlier one', () => {
    const away = edited(before, 'on Monday', 'on Tuesday');
    const sentThen = sent(away, 'xliff-1.2');
    const home = edited(away, 'on Tuesday', 'on Monday');
    const after = back(home, filled(sentThen.text, met, 'Mardi.'), { record: sentThen.record });
    expect(after.report.stale).toEqual([met]);
    expect(textOf(after, met)).toBe('Le conseil.');
  });
});

describe('a second return', () => {
  it('of the same file changes nothing', () => {
    const returned = filled(handoff.text, rose, 'Il se leva.');
    const first = back(before, returned, { record });
    const second = back(first, returned, { record });
    expect(first.report.applied).toEqual([rose]);
    expect(second.target).toBe(first.target);
    expect(second.report).toMatchObject({ applied: [], unchanged: [met, approved, rose] });
  });

  it('of the same file, corrected, is in conflict with the first: ours is what came first', () => {
    const first = back(before, filled(handoff.text, rose, 'Il se leva.'), { record });
    const second = back(first, filled(handoff.text, rose, 'La séance fut levée.'), { record });
    expect(second.report.conflicts).toEqual([
      { id: rose, ours: 'Il se leva.', theirs: 'La séance fut levée.' },
    ]);
  });

  it('by another translator of the same language keeps both texts', () => {
    const ann = back(before, filled(handoff.text, approved, 'Texte d’Ann.'), { record, by: 'Ann' });
    const bob = back(ann, filled(handoff.text, approved, 'Texte de Bob.'), { record, by: 'Bob' });
    expect(bob.report).toMatchObject({ conflicts: [{ id: approved, ours: 'Texte d’Ann.' }] });
    expect(textOf(bob, approved)).toBe('Texte d’Ann.');
    expect(listSuggestions(bob.source, bob.target)).toMatchObject([
      { id: approved, number: 1, text: 'Texte de Bob.', by: 'Bob', why: 'conflict' },
    ]);
  });

  it('by another translator with the same text is no conflict', () => {
    const returned = filled(handoff.text, approved, 'Le même.');
    const bob = back(back(before, returned, { record }), returned, { record, by: 'Bob' });
    expect(bob.report).toMatchObject({ conflicts: [], unchanged: [met, approved] });
    expect(bob.target.targets[approved]?.by).toBe('Ann');
  });

  it('of other segments by another translator goes beside the first', () => {
    const ann = back(before, filled(handoff.text, approved, 'Texte d’Ann.'), { record });
    const bob = back(ann, filled(handoff.text, rose, 'Il se leva.'), { record, by: 'Bob' });
    expect(bob.report).toMatchObject({ applied: [rose], conflicts: [] });
    expect([textOf(bob, approved), textOf(bob, rose)]).toEqual(['Texte d’Ann.', 'Il se leva.']);
  });
});

describe('a return whose record is gone', () => {
  const returned = filled(filled(handoff.text, approved, 'Il a adopté 200 maisons.'), rose, 'Il se leva.');

  it('fills what is missing, and never what we have', () => {
    const after = back(before, returned);
    expect(after.report).toMatchObject({ applied: [rose], conflicts: [{ id: approved }], rejected: [] });
    expect(textOf(after, approved)).toBe('Il a approuvé 200 maisons.');
    expect(after.target.suggestions[approved]?.[0]).not.toHaveProperty('base');
  });

  it('takes the place of what is stale when it is made from the current wording', () => {
    const since = edited(before, '200 houses', '300 houses');
    const fresh = filled(sent(since, 'xliff-1.2').text, approved, 'Il a approuvé 300 maisons.');
    const after = back(since, fresh);
    expect(after.report.applied).toEqual([approved]);
    expect(after.target.targets[approved]?.was).toMatchObject([{ text: 'Il a approuvé 200 maisons.' }]);
  });
});

describe('segments that changed meanwhile', () => {
  it('a source that somebody edited in the file is rejected', () => {
    const returned = filled(handoff.text, rose, 'Il se leva.').replace('It rose.', 'It rose late.');
    const { report, target } = back(before, returned, { record });
    expect(report.rejected).toEqual([{ id: rose, reason: 'source-changed', line: expect.any(Number) }]);
    expect(target).toBe(before.target);
    expect(report.account.at(-1)).toMatchObject({
      id: rose,
      outcome: 'rejected',
      reason: 'source-changed',
      before: null,
      after: null,
      theirs: 'Il se leva.',
    });
  });

  it('a retired id is rejected, its new text kept and offered to the heirs', () => {
    const since = edited(before, ' It rose.', '');
    const after = back(since, filled(handoff.text, rose, 'Il se leva.'), { record });
    expect(after.report.rejected).toMatchObject([{ id: rose, reason: 'retired-id' }]);
    expect(listSuggestions(after.source, after.target)).toMatchObject([
      { id: rose, retired: true, text: 'Il se leva.', why: 'stale', ours: null },
    ]);
    expect(back(after, filled(handoff.text, rose, 'Il se leva.'), { record }).target).toBe(after.target);
  });

  it('a lost code is rejected by name', () => {
    const bold = begin('Read **this** now.\n');
    const [id = ''] = idsOf(bold);
    const returned = filled(sent(bold, 'xliff-1.2').text, id, 'Lisez ceci.');
    expect(back(bold, returned).report.rejected).toMatchObject([{ id, reason: 'codes-lost', codes: ['1'] }]);
  });
});

describe('a file that was cut off', () => {
  it.each([0.2, 0.5, 0.8, 0.99])(
    'after %d of its length is one error, and nothing of it is taken',
    (part) => {
      const whole = filled(handoff.text, rose, 'Il se leva.');
      const cut = whole.slice(0, Math.floor(whole.length * part));
      const error = thrown(() => back(before, cut, { record }));
      expect(error).toBeInstanceOf(HexaplaError);
      expect(error).toMatchObject({ code: 'xml-syntax', place: { file: 'f.xlf' } });
    },
  );
});

describe('the account of a return', () => {
  it('says of each segment what stood there and what stands there now', () => {
    const ours = written(before, [null, 'Il vota 200 maisons.', null]);
    const returned = filled(
      filled(filled(handoff.text, met, 'Le conseil siégea.'), approved, 'Il a adopté 200 maisons.'),
      rose,
      '',
    );
    const { account } = back(ours, returned, { record }).report;
    expect(
      account.map(({ id, outcome, before: was, after, theirs, reason }) => [
        id,
        outcome,
        was,
        after,
        theirs,
        reason,
      ]),
    ).toEqual([
      [met, 'applied', 'Le conseil.', 'Le conseil siégea.', null, null],
      [
        approved,
        'conflict',
        'Il vota 200 maisons.',
        'Il vota 200 maisons.',
        'Il a adopté 200 maisons.',
        'conflict',
      ],
      [rose, 'missing', null, null, null, null],
    ]);
  });
});

describe('what handoffs are out', () => {
  const status = (at: World, records = [record]) =>
    handoffsOf({ records, source: at.source, target: at.target });

  it('are those of which something is missing, or older than what was sent', () => {
    expect(status(before)).toEqual([
      {
        handoff: record.digest,
        document: 'doc.md',
        locale: 'fr',
        format: 'xliff-1.2',
        segments: 3,
        out: true,
        missing: [rose],
        stale: [],
        returned: [],
        untouched: [met, approved],
        retired: [],
      },
    ]);
    const after = back(before, filled(handoff.text, rose, 'Il se leva.'), { record });
    expect(status(after)).toMatchObject([{ out: false, returned: [rose], untouched: [met, approved] }]);
    const since = edited(after, '200 houses', '300 houses');
    expect(status(since)).toMatchObject([{ out: false, stale: [approved] }]);
    const again = sent(since, 'xliff-1.2', ['stale']);
    expect(status(since, [record, again.record])).toMatchObject([{ out: false }, { out: true }]);
    const later = edited(since, '300 houses', '400 houses');
    expect(status(later, [again.record])).toMatchObject([{ out: true, stale: [approved] }]);
    const late = back(later, filled(again.text, approved, 'Il a approuvé 300 maisons.'), {
      record: again.record,
    });
    expect(status(late, [again.record])).toMatchObject([{ out: false, stale: [approved] }]);
    expect(status(edited(after, ' It rose.', ''))).toMatchObject([{ out: false, retired: [rose] }]);
  });

  it('count a segment that another one’s target covers with that one', () => {
    const target = {
      ...world.target,
      targets: {
        [met]: {
          text: 'Tout.',
          state: 'translated',
          origin: 'human',
          madeFrom: hashAt(world, met),
          covers: [
            { id: approved, madeFrom: hashAt(world, approved) },
            { id: rose, madeFrom: 'older' },
          ],
        },
      },
    } as const;
    expect(status({ ...world, target })).toMatchObject([{ stale: [rose], returned: [met, approved] }]);
  });
});
