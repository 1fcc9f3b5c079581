import { type Disagreement, judgeSegment, type Noted, noteOf } from '../figures/matrix.ts';
import type { AcrossRule, FoundAcross } from '../rule.ts';

/** A number or a date in which one language disagrees with the others, or the source with most of them. */
export const figuresMatrix: AcrossRule = {
  id: 'figures-matrix',
  scope: 'across',
  severity: 'error',
  gather: ({ pairs }) => {
    const notes: Record<string, Noted> = {};
    for (const pair of pairs) {
      const note = pair.stale === null ? noteOf(pair) : null;
      if (note !== null) notes[pair.id] = note;
    }
    return Object.keys(notes).length === 0 ? null : notes;
  },
  judge: (gathered) => {
    const segments = new Map<string, { document: string; segment: string; noted: Map<string, Noted> }>();
    for (const { document, locale, notes } of gathered) {
      for (const [segment, note] of Object.entries(notes as Record<string, Noted>)) {
        const key = `${document}\n${segment}`;
        const one = segments.get(key) ?? { document, segment, noted: new Map<string, Noted>() };
        one.noted.set(locale, note);
        segments.set(key, one);
      }
    }
    return [...segments.values()].flatMap(({ document, segment, noted }) =>
      judgeSegment(noted).map((one): FoundAcross => foundIn(one, document, segment)),
    );
  },
};

function foundIn(one: Disagreement, document: string, segment: string): FoundAcross {
  const { locale, kind, source, here, others, locales } = one;
  return { document, locale, segment, values: { kind, source, here, others, locales: locales.join(', ') } };
}
