import { describe, expect, it } from 'vitest';
import { acceptReturn } from '../../src/exchange/accept.ts';
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
  target,
} from './accept-support.ts';

describe('what becomes of a returned target', () => {
  const rows: [string, Given, string, string | undefined][] = [
    ['the first target is applied', { back: back(NEW) }, 'applied', NEW],
    ['no target is missing', { back: back(null) }, 'missing', undefined],
    ['an empty target is missing', { back: back('') }, 'missing', undefined],
    ['codes around nothing are missing', { back: back(' <1> </1>') }, 'missing', undefined],
    ['no target leaves ours', { ours: target(MINE), back: back(null) }, 'unchanged', MINE],
    ['the source as target is missing', { back: back(NOW.text) }, 'missing', undefined],
    ['the source as target leaves ours', { ours: target(MINE), back: back(NOW.text) }, 'unchanged', MINE],
    [
      'the source with --accept-same is a target',
      { back: back(NOW.text), acceptSame: true },
      'applied',
      NOW.text,
    ],
    [
      'the source in a raised state is a target',
      { back: back(NOW.text, { state: 'translated' }) },
      'applied',
      NOW.text,
    ],
    [
      'the source in the state it was sent in is missing',
      { back: back(NOW.text, { state: 'initial' }) },
      'missing',
      undefined,
    ],
    ['what we have is unchanged', { ours: target(MINE), back: back(MINE) }, 'unchanged', MINE],
    [
      'only re-indented is unchanged',
      { ours: target(MINE), back: back(`\n  ${MINE.replace(' ', '\n  ')}\n`) },
      'unchanged',
      MINE,
    ],
    [
      'only they changed it: applied',
      { ours: target(SENT), sent: { target: SENT }, back: back(NEW) },
      'applied',
      NEW,
    ],
    [
      'only we changed it: ours stays',
      { ours: target(MINE), sent: { target: SENT }, back: back(SENT) },
      'unchanged',
      MINE,
    ],
    [
      'both changed it: conflict',
      { ours: target(MINE), sent: { target: SENT }, back: back(NEW) },
      'conflicts',
      MINE,
    ],
    [
      'it was missing when sent and we filled it: conflict',
      { ours: target(MINE), back: back(NEW) },
      'conflicts',
      MINE,
    ],
    [
      'we removed it: theirs unchanged stays away',
      { sent: { target: SENT }, back: back(SENT) },
      'unchanged',
      undefined,
    ],
    [
      'ours was approved since it was sent: conflict',
      {
        ours: target(SENT, { state: 'reviewed' }),
        sent: { target: SENT, state: 'translated' },
        back: back(NEW),
      },
      'conflicts',
      SENT,
    ],
    [
      'ours was approved before it was sent: applied',
      {
        ours: target(SENT, { state: 'reviewed' }),
        sent: { target: SENT, state: 'reviewed' },
        back: back(NEW),
      },
      'applied',
      NEW,
    ],
    [
      'theirs is an earlier target of ours: ours stays',
      { ours: target(MINE, { was: [target(NEW)] }), sent: { target: SENT }, back: back(NEW) },
      'unchanged',
      MINE,
    ],
    [
      'they went back to an earlier target: applied',
      { ours: target(SENT, { was: [target(NEW)] }), sent: { target: SENT }, back: back(NEW) },
      'applied',
      NEW,
    ],
  ];
  it.each(rows)('%s', (_rule, given, list, text) => {
    expect(outcome(given)).toMatchObject({ list, target: text === undefined ? undefined : { text } });
  });

  it('a letterless source may be its own target', () => {
    const segment = back('2024', { id: 's3', from: '2024' });
    expect(acceptReturn(inputFor({ back: segment })).report.applied).toEqual(['s3']);
  });
});

describe('without a record', () => {
  const stale = { madeFrom: hashOf(OLD) };
  const rows: [string, Given, string, string][] = [
    ['another text of ours stays', { ours: target(MINE), back: back(NEW) }, 'conflicts', MINE],
    ['a stale one yields to a current one', { ours: target(MINE, stale), back: back(NEW) }, 'applied', NEW],
    [
      'a machine draft yields to a human',
      { ours: target(MINE, { origin: 'machine' }), back: back(NEW) },
      'applied',
      NEW,
    ],
    [
      'a machine draft does not yield to a machine',
      { ours: target(MINE, { origin: 'machine' }), back: back(NEW), origin: 'machine' },
      'conflicts',
      MINE,
    ],
    [
      'an approved machine draft stays',
      { ours: target(MINE, { origin: 'machine', state: 'reviewed' }), back: back(NEW) },
      'conflicts',
      MINE,
    ],
  ];
  it.each(rows)('%s', (_rule, given, list, text) => {
    expect(outcome({ sent: null, ...given })).toMatchObject({ list, target: { text } });
  });
});

describe('the source in the file', () => {
  const wasSent = { source: OLD, hash: hashOf(OLD) };
  const rows: [string, Given, string, string | undefined][] = [
    ['the current wording', { back: back(NEW) }, 'applied', NEW],
    [
      'white space does not count',
      { back: back(NEW, { from: '\n Two<1> new</1>\n   words.  ' }) },
      'applied',
      NEW,
    ],
    [
      'a cosmetic earlier wording',
      { sent: null, back: back(NEW, { from: 'Two <1>new</1> words' }) },
      'applied',
      NEW,
    ],
    ['an earlier wording: stored and stale', { sent: null, back: back(NEW, { from: OLD }) }, 'stale', NEW],
    [
      'what was sent, though nobody knows it now',
      { sent: { source: 'Lost <1>x</1>.', hash: 'h' }, back: back(NEW, { from: 'Lost <1>x</1>.' }) },
      'stale',
      NEW,
    ],
    [
      'an earlier wording against a current target',
      { ours: target(SENT), sent: { ...wasSent, target: SENT }, back: back(NEW, { from: OLD }) },
      'stale',
      SENT,
    ],
    ['any other', { back: back(NEW, { from: 'Three <1>new</1> words.' }) }, 'rejected', undefined],
    ['a code renumbered', { back: back(NEW, { from: 'Two <2>new</2> words.' }) }, 'rejected', undefined],
  ];
  it.each(rows)('%s', (_rule, given, list, text) => {
    expect(outcome(given)).toMatchObject({ list, target: text === undefined ? undefined : { text } });
  });

  it('says what the target was made from', () => {
    expect(outcome({ back: back(NEW) }).target?.madeFrom).toBe(hashOf(NOW.text));
    expect(outcome({ sent: null, back: back(NEW, { from: OLD }) }).target?.madeFrom).toBe(hashOf(OLD));
    const sent = { ...wasSent, target: SENT };
    const kept = outcome({ ours: target(SENT), sent, back: back(NEW, { from: OLD }) }).suggestion;
    expect(kept).toEqual({
      ...target(NEW, { by: 'Ann', madeFrom: hashOf(OLD) }),
      base: SENT,
      reason: 'stale',
    });
  });
});
