import { describe, expect, it } from 'vitest';
import { NOTE_KEYS } from '../../src/exchange/notes.ts';
import { makeRecord } from '../../src/exchange/record.ts';
import { makeTransfer, type TransferInput } from '../../src/exchange/transfer.ts';
import type { Target, TargetCatalogue } from '../../src/model/catalogue.ts';
import type { Transfer } from '../../src/model/transfer.ts';
import { catalogue, content, hash, isStale } from './support.ts';

const source = catalogue([
  {
    s1: {
      text: 'Now <1>new</1>.',
      codes: { '1': { type: 'strong', parts: ['**', '**'] } },
      was: [
        {
          text: 'Old &amp; <1>x</1>',
          codes: { '1': { type: 'strong', parts: ['**', '**'] } },
          edit: 'wording',
        },
      ],
    },
    s2: { text: 'Second.', codes: {} },
    s3: { text: 'Third.', codes: {}, from: 's1' },
  },
  { s4: { text: 'Fourth.', codes: {} } },
]);

const STRONG = { '1': { type: 'strong', parts: ['**', '**'] } } as const;
const made = (text: string, more: Partial<Target> = {}): Target => ({
  text,
  state: 'reviewed',
  origin: 'human',
  madeFrom: hash({ text: 'Now <1>new</1>.', codes: STRONG }),
  ...more,
});

const locale = (targets: TargetCatalogue['targets']): TargetCatalogue => ({
  document: source.document,
  locale: 'fr',
  targets,
  suggestions: {},
});

function transfer(more: Partial<TransferInput>): Transfer {
  return makeTransfer({
    source,
    target: null,
    targetLocale: 'fr',
    only: null,
    instruction: null,
    gaps: () => [' ', ''],
    isStale,
    hash,
    words: (key, values) => {
      expect(NOTE_KEYS).toContain(key);
      return values === undefined ? key : `${key} ${JSON.stringify(values)}`;
    },
    ...more,
  });
}

const stale = made('Ancien <1>x</1>.', { madeFrom: hash({ text: 'Old &amp; <1>x</1>', codes: STRONG }) });

describe('a handoff', () => {
  it('has every live segment, in its unit, with the gaps', () => {
    const { units, notes, handoff } = transfer({ instruction: 'Be plain.' });
    expect(units.map(({ id, segments, gaps }) => [id, segments.map((segment) => segment.id), gaps])).toEqual([
      ['u00000000', ['s1', 's2', 's3'], [' ', '']],
      ['u00000001', ['s4'], []],
    ]);
    expect(units[0]?.notes).toEqual([{ category: 'kind', text: 'note.kind.paragraph' }]);
    expect(units[0]?.segments[0]).toMatchObject({ target: null, state: 'initial', stale: false, notes: [] });
    expect(notes).toEqual([{ category: 'instruction', text: 'Be plain.' }]);
    expect(handoff).toBe('');
  });

  it('sends a stale target as initial, with the wording that it was made from', () => {
    const segment = transfer({ target: locale({ s1: stale }) }).units[0]?.segments[0];
    expect(segment).toMatchObject({ target: content(stale.text), state: 'initial', stale: true });
    expect(segment?.notes).toEqual([
      { category: 'previous-source', text: 'note.stale {"text":"Old & x"}' },
      { category: 'context', text: 'note.change {"change":"[-Old & x-]{+Now new.+}"}' },
      { category: 'previous-target', text: 'note.staleTarget {"text":"Ancien x."}' },
    ]);
    expect(segment?.previous).toEqual(content('Old &amp; <1>x</1>'));
    const lost = transfer({ target: locale({ s1: { ...stale, madeFrom: '?' } }) }).units[0]?.segments[0];
    expect(lost?.notes).toEqual([{ category: 'context', text: 'note.staleUnknown' }]);
  });

  it('sends a current target in its state, and says which are drafts', () => {
    const target = locale({
      s1: made('<1>a</1>', {
        origin: 'machine',
        state: 'translated',
        comments: [{ by: 'Ann', text: 'Hm.' }],
      }),
    });
    const { units, notes } = transfer({ target });
    expect(units[0]?.segments[0]).toMatchObject({ state: 'translated', stale: false });
    expect(units[0]?.segments[0]?.notes).toEqual([
      { category: 'context', text: 'note.machineDraft' },
      { category: 'comment', text: 'note.comment {"text":"Hm.","by":"Ann"}' },
    ]);
    expect(notes).toEqual([{ category: 'context', text: 'note.machineDrafts {"count":1}' }]);
  });

  it('sends on what was remarked where there was no target', () => {
    const target = { ...locale({}), remarks: { s2: [{ text: 'Which one?' }] } };
    expect(transfer({ target }).units[0]?.segments.map(({ notes }) => notes)).toEqual([
      [],
      [{ category: 'comment', text: 'note.comment {"text":"Which one?","by":"none"}' }],
      [],
    ]);
  });

  it('offers the other half of a split the target of the whole', () => {
    const third = transfer({ target: locale({ s1: made('Tout <1>x</1>') }) }).units[0]?.segments[2];
    expect(third?.notes).toEqual([{ category: 'previous-target', text: 'note.splitFrom {"text":"Tout x"}' }]);
  });

  it('offers a segment that took others in what they were translated by, until it has a current target', () => {
    const merged = { ...source, retired: { s9: { text: 'Gone.', codes: {}, became: ['s2', 's3'] } } };
    const [first, second] = [made('<1>a</1>'), made('Partie.')];
    const offered = (targets: TargetCatalogue['targets']) =>
      transfer({ source: merged, target: locale(targets) }).units[0]?.segments.map(({ notes }) => notes);
    const note = { category: 'previous-target', text: 'note.tookIn {"text":"Partie."}' };
    expect(offered({ s1: first, s9: second })).toEqual([
      [],
      [note],
      [{ category: 'previous-target', text: 'note.splitFrom {"text":"a"}' }, note],
    ]);
    const current = made('Deux.', { madeFrom: hash({ text: 'Second.', codes: {} }) });
    expect(offered({ s2: current, s9: second })?.[1]).toEqual([]);
  });

  it('sends a covered segment with a note, and is stale where a covered one is', () => {
    const covers = [{ id: 's2', madeFrom: hash({ text: 'Second.', codes: {} }) }];
    const whole = transfer({ target: locale({ s1: made('<1>a</1>', { covers }) }) }).units[0]?.segments;
    expect(whole?.[0]?.stale).toBe(false);
    expect(whole?.[1]).toMatchObject({ target: null, notes: [{ text: 'note.covered {"segment":"s1"}' }] });
    const old = [{ id: 's2', madeFrom: '?' }];
    expect(
      transfer({ target: locale({ s1: made('<1>a</1>', { covers: old }) }) }).units[0]?.segments[0]?.stale,
    ).toBe(true);
  });

  it.each([
    [['missing'], ['s3', 's4']],
    [['stale'], ['s1', 's2']],
    [
      ['missing', 'stale'],
      ['s1', 's2', 's3', 's4'],
    ],
  ] as const)('with only %j', (only, ids) => {
    const target = locale({ s1: { ...stale, covers: [{ id: 's2', madeFrom: '?' }] } });
    const { units } = transfer({ only, target });
    expect(units.flatMap(({ segments }) => segments.map(({ id }) => id))).toEqual(ids);
    for (const { segments, gaps } of units) expect(gaps).toHaveLength(segments.length - 1);
  });
});

describe('its record', () => {
  const sent = transfer({ target: locale({ s1: stale }) });

  it('holds what was sent', () => {
    expect(makeRecord(sent, 'xliff-1.2', hash)).toEqual({
      document: source.document,
      locale: 'fr',
      sourceLocale: 'en',
      format: 'xliff-1.2',
      digest: expect.stringMatching(/^[0-9a-f]{16}$/),
      segments: {
        s1: {
          source: 'Now <1>new</1>.',
          hash: hash({ text: 'Now <1>new</1>.', codes: STRONG }),
          target: stale.text,
          state: 'initial',
        },
        s2: { source: 'Second.', hash: '#Second.#' },
        s3: { source: 'Third.', hash: '#Third.#' },
        s4: { source: 'Fourth.', hash: '#Fourth.#' },
      },
    });
  });

  it('has a digest of its content alone', () => {
    const { digest } = makeRecord(sent, 'xliff-1.2', hash);
    expect(makeRecord(transfer({ target: locale({ s1: stale }) }), 'xliff-1.2', hash).digest).toBe(digest);
    expect(makeRecord(sent, 'xliff-2.0', hash).digest).not.toBe(digest);
    expect(makeRecord(transfer({}), 'xliff-1.2', hash).digest).not.toBe(digest);
  });
});
