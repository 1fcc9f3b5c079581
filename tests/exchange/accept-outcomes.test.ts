import { describe, expect, it } from 'vitest';
import { acceptReturn } from '../../src/exchange/accept.ts';
import type { State } from '../../src/model/catalogue.ts';
import type { ImportReport } from '../../src/model/transfer.ts';
import {
  back,
  type Given,
  hashOf,
  inputFor,
  MINE,
  NEW,
  NOW,
  OLD,
  outcome,
  SENT,
  source,
  target,
} from './accept-support.ts';
import { content } from './support.ts';

describe('states', () => {
  const state = (given: Given): State | undefined => outcome(given).target?.state;

  it('are a hint: an applied target is translated', () => {
    expect(state({ back: back(NEW, { state: 'final' }) })).toBe('translated');
    expect(state({ back: back(NEW, { state: 'initial' }) })).toBe('translated');
  });

  it('are believed with --accept-state', () => {
    expect(state({ back: back(NEW, { state: 'final' }), acceptState: true })).toBe('final');
    expect(state({ back: back(NEW, { state: 'initial' }), acceptState: true })).toBe('initial');
    expect(state({ back: back(NEW), acceptState: true })).toBe('translated');
  });

  it('raised on the same text approve it, with --accept-state alone', () => {
    const given: Given = {
      ours: target(SENT),
      sent: { target: SENT, state: 'translated' },
      back: back(SENT, { state: 'final' }),
    };
    expect(outcome(given)).toMatchObject({ list: 'unchanged', target: { state: 'translated' } });
    expect(outcome({ ...given, acceptState: true })).toMatchObject({
      list: 'applied',
      target: { state: 'final' },
    });
    const lower = { ...given, ours: target(SENT, { state: 'final' }), acceptState: true };
    expect(outcome({ ...lower, back: back(SENT, { state: 'reviewed' }) }).list).toBe('unchanged');
  });

  it('raised on a stale text confirm it', () => {
    const ours = target(SENT, { state: 'reviewed', madeFrom: hashOf(OLD) });
    const given: Given = {
      ours,
      sent: { target: SENT, state: 'initial' },
      back: back(SENT, { state: 'translated' }),
    };
    expect(outcome(given)).toMatchObject({ list: 'unchanged', target: ours });
    expect(outcome({ ...given, back: back(SENT, { state: 'initial' }), acceptState: true }).list).toBe(
      'unchanged',
    );
    expect(outcome({ ...given, acceptState: true })).toEqual({
      list: 'applied',
      target: { ...ours, state: 'translated', madeFrom: hashOf(NOW.text), was: [ours] },
      suggestion: undefined,
    });
    const old = back(SENT, { state: 'translated', from: OLD });
    expect(outcome({ ...given, back: old, acceptState: true })).toMatchObject({
      list: 'unchanged',
      target: ours,
    });
  });
});

describe('what is rejected', () => {
  const rejected = (given: Given): ImportReport['rejected'] => acceptReturn(inputFor(given)).report.rejected;

  it.each([
    ['unknown-id', back(NEW, { id: 's8' })],
    ['unknown-id', back(NEW, { id: '__proto__' })],
    ['unreadable', back(NEW, { problem: 'element' })],
    ['source-changed', back(NEW, { from: 'Else.' })],
  ])('%s', (reason, segment) => {
    expect(rejected({ back: segment })).toEqual([{ id: segment.id, reason, line: 7 }]);
  });

  it.each([
    ['codes-lost', 'Deux mots.', ['1']],
    ['codes-invented', '<1>Deux</1> mots<3/>.', ['3']],
    ['codes-nesting', '<1/>Deux mots.', ['1']],
  ])('%s', (reason, text, codes) => {
    expect(rejected({ back: back(text) })).toEqual([{ id: 's1', reason, line: 7, codes }]);
  });

  it('a code that stands twice, or has no number', () => {
    const twice = [content('<1>a</1>'), content('<1>b</1>')].flat();
    expect(rejected({ back: back(null, { target: twice }) })).toEqual([
      { id: 's1', reason: 'codes-invented', line: 7, codes: ['1'] },
    ]);
    const odd = [{ kind: 'code', id: '1/>x<2', children: null } as const, ...content(NEW)];
    expect(rejected({ back: back(null, { target: odd }) })).toMatchObject([{ codes: ['1/>x<2'] }]);
  });

  it('an id that stands twice with two texts', () => {
    const segments = [back(NEW, { line: 3 }), back(MINE, { line: 5 })];
    const { report, target: after } = acceptReturn(inputFor({ back: segments }));
    expect(report.rejected).toEqual([
      { id: 's1', reason: 'duplicate-id', line: 3 },
      { id: 's1', reason: 'duplicate-id', line: 5 },
    ]);
    expect(after.targets).toEqual({});
    expect(report.missing).toEqual(['s1', 's2', 's3']);
  });

  it('but not one whose copies say the same or nothing', () => {
    const copies = [back(null), back(NEW, { state: 'final' }), back(NEW, { state: 'reviewed' })];
    const { report, target: after } = acceptReturn(inputFor({ back: copies, acceptState: true }));
    expect(report).toMatchObject({ applied: ['s1'], rejected: [] });
    expect(after.targets['s1']).toMatchObject({ text: NEW, state: 'reviewed' });
  });

  it('a retired id, whose new text is kept', () => {
    const given: Given = { back: back('Parti.', { id: 's9', from: 'Gone.' }) };
    const { report, target: after } = acceptReturn(inputFor(given));
    expect(report.rejected).toEqual([{ id: 's9', reason: 'retired-id', line: 7 }]);
    expect(after.suggestions['s9']).toMatchObject([{ text: 'Parti.', reason: 'stale' }]);
    const again = acceptReturn({ ...inputFor(given), target: after });
    expect(again.target).toBe(after);
    const known: Given = { ...given, targets: { s9: target('Parti.') } };
    expect(acceptReturn(inputFor(known)).report.unchanged).toEqual(['s9']);
  });
});

describe('what a target covers', () => {
  const covering = target('Tout.', { covers: [{ id: 's2', madeFrom: 'x' }] });
  const given: Given = { ours: covering, back: back('Autre.', { id: 's2', from: 'Other.' }) };

  it('is not missing, and a text of its own waits', () => {
    const { report, target: after } = acceptReturn(inputFor(given));
    expect(report.conflicts).toEqual([{ id: 's2', ours: 'Tout.', theirs: 'Autre.' }]);
    expect(after.suggestions['s2']).toMatchObject([{ text: 'Autre.', reason: 'conflict' }]);
    expect(report.missing).toEqual(['s3']);
  });

  it('stays covered, with its comments, when the target changes', () => {
    const ours = { ...covering, text: SENT, comments: [{ text: 'c' }] };
    const changed = outcome({ ours, sent: { target: SENT }, back: back(NEW) });
    expect(changed.target).toMatchObject({ text: NEW, covers: ours.covers, comments: ours.comments });
    expect(changed.target?.was).toEqual([target(SENT, { covers: covering.covers ?? [] })]);
  });
});

describe('a catalogue', () => {
  it('is made when the locale has none', () => {
    const { target: after } = acceptReturn({ ...inputFor({ back: back(NEW) }), target: null });
    expect(after).toEqual({
      document: source.document,
      locale: 'fr',
      targets: { s1: target(NEW, { by: 'Ann' }) },
      suggestions: {},
    });
  });

  it('stores a text without the breaks that a tool put in', () => {
    const { target: after } = outcome({ back: back('\n   Deux  mots\n   <1>neufs</1>\u00A0!\n') });
    expect(after?.text).toBe('Deux  mots <1>neufs</1>\u00A0!');
  });
});
