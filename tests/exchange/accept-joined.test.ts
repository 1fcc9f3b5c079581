import { describe, expect, it } from 'vitest';
import { createJudge, progressOf, standings } from '../../src/catalogue/progress.ts';
import {
  back,
  begin,
  edited,
  filled,
  hashAt,
  idsOf,
  SPACE,
  segment,
  sent,
  unitFile,
  unitOf,
  type World,
  written,
} from '../support/return-world.ts';

const TEXT = 'The council met in **May**. It approved the *plan*. Work begins soon.\n\nSecond paragraph.\n';
const world = begin(TEXT);
const [one = '', two = '', three = ''] = idsOf(world);
const unit = unitOf(world);

const MET = (id = one): string => `The council met in <pc id="${id}-1">May</pc>.`;
const APPROVED = (id = two): string => `It approved the <pc id="${id}-1">plan</pc>.`;
const BOTH = `En <pc id="${one}-1">mai</pc>, le conseil a approuvé le <pc id="${two}-1">plan</pc>.`;
const STORED = 'En <1>mai</1>, le conseil a approuvé le <1001>plan</1001>.';

const covering = (where: World) => [{ id: two, madeFrom: hashAt(where, two) }];
const missing = ({ source, target }: World): number =>
  progressOf(standings(source, target, createJudge(source)), 'initial').missing;

describe('segments that a tool joined', () => {
  const joined = unitFile(
    unit,
    segment(one, `${MET()} ${APPROVED()}`, BOTH) + SPACE + segment(three, 'Work begins soon.', 'Bientôt.'),
  );

  it('are one target that covers the second, and count as translated', () => {
    const after = back(world, joined);
    expect(after.report).toMatchObject({ applied: [one, two, three], rejected: [], conflicts: [] });
    expect(Object.keys(after.target.targets)).toEqual([one, three]);
    expect(after.target.targets[one]).toMatchObject({
      text: STORED,
      madeFrom: hashAt(world, one),
      covers: covering(world),
    });
    expect(missing(world)).toBe(4);
    expect(missing(after)).toBe(1);
    expect(after.report.account[0]).toEqual({
      id: one,
      outcome: 'applied',
      covers: [two],
      before: null,
      after: STORED,
      theirs: null,
      reason: null,
      line: 3,
    });
  });

  it.each([
    ['with the ignorable between them in the source', `${MET()} ${APPROVED()}`, one],
    ['with no space at all', `${MET()}${APPROVED()}`, one],
    ['under the id of the second', `${MET()} ${APPROVED()}`, two],
    ['under a new id', `${MET()} ${APPROVED()}`, 'seg-joined'],
    ['without an id', `${MET()} ${APPROVED()}`, null],
  ])('%s', (_how, source, id) => {
    const after = back(world, unitFile(unit, segment(id, source, BOTH)));
    expect(after.report.applied).toEqual([one, two]);
    expect(after.target.targets[one]?.text).toBe(STORED);
  });

  it('a second time are unchanged', () => {
    const first = back(world, joined);
    const again = back(first, joined);
    expect(again.target).toBe(first.target);
    expect(again.report).toMatchObject({ applied: [], unchanged: [one, two, three] });
  });

  it('take the place of targets that were sent, whose texts and segments stay known', () => {
    const before = written(world, ['Le conseil en <1>mai</1>.', 'Il a approuvé le <1>plan</1>.']);
    const { record } = sent(before);
    const after = back(before, joined, { record });
    expect(after.report.applied).toEqual([one, two, three]);
    expect(after.target.targets[one]).toMatchObject({ text: STORED, covers: covering(world) });
    expect(after.target.targets[two]).toBeUndefined();
    expect(after.target.targets[one]?.was).toMatchObject([
      { text: 'Le conseil en <1>mai</1>.' },
      { text: 'Il a approuvé le <1>plan</1>.', of: two },
    ]);
  });

  it('with the two texts that we have leave our finer division', () => {
    const before = written(world, ['En <1>mai</1>.', 'Le <1>plan</1>.']);
    const source = `${MET()} ${APPROVED()}`;
    const same = `En <pc id="${one}-1">mai</pc>. Le <pc id="${two}-1">plan</pc>.`;
    const after = back(before, unitFile(unit, segment(one, source, same)));
    expect(after.target).toBe(before.target);
    expect(after.report.unchanged).toEqual([one, two]);
  });

  it('are in conflict with a target that is newer than what was sent', () => {
    const { record } = sent(world);
    const ours = written(world, [null, 'Le <1>plan</1> fut adopté.']);
    const after = back(ours, joined, { record });
    expect(after.report).toMatchObject({ applied: [three], conflicts: [{ id: one }] });
    expect(after.target.targets[two]).toBe(ours.target.targets[two]);
    expect(after.target.suggestions[one]).toMatchObject([
      { text: STORED, reason: 'conflict', covers: covering(world) },
    ]);
  });

  it('are rejected where a code of either is lost', () => {
    const lost = unitFile(unit, segment(one, `${MET()} ${APPROVED()}`, 'Tout.'));
    expect(back(world, lost).report.rejected).toEqual([
      { id: one, reason: 'codes-lost', line: 3, codes: ['1', '1001'] },
    ]);
  });

  it('are a stale suggestion where something was inserted between them since', () => {
    const { record } = sent(world);
    const since = edited(world, 'It approved', 'It rained. It approved');
    const after = back(since, joined, { record });
    expect(after.report).toMatchObject({ stale: [one, two], applied: [three] });
    expect(after.target.suggestions[one]).toMatchObject([{ text: STORED, reason: 'stale' }]);
    expect(after.target.targets[one]).toBeUndefined();
  });

  it('are stale as soon as one of them was edited', () => {
    const { record } = sent(world);
    const since = edited(world, 'approved the', 'rejected the');
    const after = back(since, joined, { record });
    expect(after.report).toMatchObject({ stale: [one, two], applied: [three] });
    const list = standings(since.source, after.target, createJudge(since.source));
    expect(list.map(({ holder, stale }) => [holder, stale === null])).toEqual([
      [one, true],
      [one, false],
      [three, true],
      [idsOf(since)[3], true],
    ]);
  });

  it('go out joined again in XLIFF 2, and come back unchanged from every format', () => {
    const after = back(world, joined);
    const { text } = sent(after, 'xliff-2.1');
    expect(text).toContain(`<source>The council met in <pc id="${one}-1"`);
    expect(text).not.toContain(`<segment id="${two}"`);
    expect(text).toMatch(new RegExp(`<target>[^\\n]*<pc id="${two}-1"`));
    for (const format of ['xliff-1.2', 'xliff-2.0', 'xliff-2.1', 'xliff-2.2'] as const) {
      const handoff = sent(after, format);
      for (const record of [handoff.record, null]) {
        const again = back(after, handoff.text, { record });
        expect(again.target).toBe(after.target);
        expect(again.report).toMatchObject({ applied: [], stale: [], conflicts: [], rejected: [] });
      }
    }
  });

  it('come apart again when each comes back with a text of its own', () => {
    const after = back(world, joined);
    const { text, record } = sent(after, 'xliff-1.2');
    const apart = filled(filled(text, one, 'En <g id="1">mai</g>.'), two, 'Le <g id="1">plan</g>.');
    const two_ = back(after, apart, { record });
    expect(two_.report).toMatchObject({ applied: [one, two], conflicts: [], rejected: [] });
    expect(two_.target.targets[one]).toMatchObject({
      text: 'En <1>mai</1>.',
      was: [{ text: STORED, covers: covering(world) }],
    });
    expect(two_.target.targets[one]?.covers).toBeUndefined();
    expect(two_.target.targets[two]?.text).toBe('Le <1>plan</1>.');
  });

  it('stay joined when the one text is mended in a format that cannot join', () => {
    const after = back(world, joined);
    const { text, record } = sent(after, 'xliff-1.2');
    const mended = filled(text, one, 'En <g id="1">mai</g> fut approuvé le <g id="1001">plan</g>.');
    const changed = back(after, mended, { record });
    expect(changed.report).toMatchObject({ applied: [one], rejected: [], unchanged: [two, three] });
    expect(changed.target.targets[one]).toMatchObject({
      text: 'En <1>mai</1> fut approuvé le <1001>plan</1001>.',
      covers: covering(world),
    });
  });
});

describe('segments that a tool split', () => {
  it('have their targets put together', () => {
    const pieces = unitFile(
      unit,
      segment(one, 'The council met ', 'Le conseil ') +
        segment(`${one}_2`, `in <pc id="${one}-1">May</pc>.`, `en <pc id="${one}-1">mai</pc>.`),
    );
    const after = back(world, pieces);
    expect(after.report).toMatchObject({ applied: [one], rejected: [] });
    expect(after.target.targets[one]?.text).toBe('Le conseil en <1>mai</1>.');
    expect(after.target.targets[one]?.covers).toBeUndefined();
  });

  it('get the space that the source has between the pieces', () => {
    const source = ['Work', 'begins soon.'];
    const texts = [
      segment(three, `${source[0]} `, 'Le travail') + segment('x', source[1] ?? '', 'commence.'),
      segment(three, source[0] ?? '', 'Le travail') + SPACE + segment('x', source[1] ?? '', 'commence.'),
    ];
    for (const inner of texts) {
      const after = back(world, unitFile(unit, inner));
      expect(after.target.targets[three]?.text).toBe('Le travail commence.');
    }
    const own = `${segment(three, 'Work', 'Arbeit')}<ignorable><source> </source><target/></ignorable>${segment('x', 'begins soon.', 'sbeginn')}`;
    expect(back(world, unitFile(unit, own)).target.targets[three]?.text).toBe('Arbeitsbeginn');
  });

  it('within a code are paired again, in the source and in the target', () => {
    const bold = begin('Read **all of it now** please.\n');
    const [id = ''] = idsOf(bold);
    const inner =
      segment(id, `Read <sc id="${id}-1"/>all of it `, `Lisez <sc id="${id}-1"/>tout `) +
      segment('x', `now<ec startRef="${id}-1"/> please.`, `maintenant<ec startRef="${id}-1"/>.`);
    const after = back(bold, unitFile(unitOf(bold), inner));
    expect(after.report.applied).toEqual([id]);
    expect(after.target.targets[id]?.text).toBe('Lisez <1>tout maintenant</1>.');
  });

  it('are rejected as incomplete where a piece has no target', () => {
    const inner = segment(three, 'Work ', 'Le travail ') + segment('x', 'begins soon.', null);
    const { report, target } = back(world, unitFile(unit, inner));
    expect(report.rejected).toEqual([{ id: three, reason: 'incomplete', line: 3 }]);
    expect(target).toBe(world.target);
  });

  it('are missing where no piece has one', () => {
    const inner = segment(three, 'Work ', null) + segment('x', 'begins soon.', '');
    const { report } = back(world, unitFile(unit, inner));
    expect(report).toMatchObject({ rejected: [], missing: idsOf(world) });
  });

  it('are rejected where the pieces are not the whole', () => {
    const inner = segment(three, 'Work ', 'Le travail ') + segment('x', 'begins late.', 'commence.');
    expect(back(world, unitFile(unit, inner)).report.rejected).toMatchObject([
      { id: three, reason: 'source-changed' },
      { id: 'x', reason: 'unknown-id' },
    ]);
  });
});

describe('other boundaries between the same sentences', () => {
  it('make one target of all that lies between two boundaries that both have', () => {
    const inner =
      segment(one, `${MET()} It approved`, `En <pc id="${one}-1">mai</pc> il a approuvé`) +
      SPACE +
      segment(two, `the <pc id="${two}-1">plan</pc>.`, `le <pc id="${two}-1">plan</pc>.`) +
      SPACE +
      segment(three, 'Work begins soon.', 'Bientôt.');
    const after = back(world, unitFile(unit, inner));
    expect(after.report).toMatchObject({ applied: [one, two, three], rejected: [] });
    expect(after.target.targets[one]).toMatchObject({
      text: 'En <1>mai</1> il a approuvé le <1001>plan</1001>.',
      covers: covering(world),
    });
    expect(after.target.targets[three]?.covers).toBeUndefined();
  });

  it('never give a text under another segment’s id to the segment that it looks like', () => {
    const inner = segment('s0000000x', 'Work begins soon.', 'Bientôt.');
    expect(back(world, unitFile(unit, inner)).report.rejected).toMatchObject([{ reason: 'unknown-id' }]);
  });

  it('do not take a segment twice', () => {
    const inner =
      segment(one, `${MET()} ${APPROVED()}`, BOTH) +
      segment(two, APPROVED(), `Le <pc id="${two}-1">plan</pc>.`);
    expect(back(world, unitFile(unit, inner)).report).toMatchObject({
      applied: [one, two],
      rejected: [{ id: two, reason: 'duplicate-id' }],
    });
  });
});

describe('a code that spans two segments', () => {
  it('joins them where it can be paired', () => {
    const inner =
      segment(one, MET(), `Le <sc id="${one}-1"/>conseil a siégé`) +
      SPACE +
      segment(two, APPROVED(), `en mai<ec startRef="${one}-1"/> et approuvé le <pc id="${two}-1">plan</pc>.`);
    const after = back(world, unitFile(unit, inner));
    expect(after.report).toMatchObject({ applied: [one, two], rejected: [] });
    expect(after.target.targets[one]).toMatchObject({
      text: 'Le <1>conseil a siégé en mai</1> et approuvé le <1001>plan</1001>.',
      covers: covering(world),
    });
  });

  it.each([
    ['never ends', `Le <sc id="${one}-1"/>conseil`, `Le <pc id="${two}-1">plan</pc>.`],
    ['never begins', `Le conseil<ec startRef="${one}-1"/>`, `Le <pc id="${two}-1">plan</pc>.`],
    [
      'overlaps another',
      `Le <sc id="${one}-1"/>conseil`,
      `<sc id="${two}-1"/>et<ec startRef="${one}-1"/> le plan<ec startRef="${two}-1"/>.`,
    ],
  ])('is rejected where it %s', (_how, first, second) => {
    const inner = segment(one, MET(), first) + SPACE + segment(two, APPROVED(), second);
    const { report } = back(world, unitFile(unit, inner));
    expect(report.rejected[0]).toMatchObject({ id: one, reason: 'unreadable' });
    expect(report.applied).not.toContain(one);
  });
});

describe('a unit in very many pieces', () => {
  it('is refused piece by piece, and in bounded time', () => {
    const long = begin(`${'a'.repeat(5000)}\n`);
    const pieces = Array.from({ length: 5000 }, (_, index) => segment(`p${index}`, 'a', 'b')).join('');
    const { report } = back(long, unitFile(unitOf(long), pieces));
    expect(report).toMatchObject({ applied: [], missing: idsOf(long) });
    expect(report.rejected).toHaveLength(5000);
  });
});
