import type { WriteOptions } from '../../src/exchange/xliff/format.ts';
import type { SourceCatalogue, SourceEntry, Wording } from '../../src/model/catalogue.ts';
import { type Content, formatContent, normalizeText, parseContent } from '../../src/model/content.ts';
import type { Returned, ReturnedSegment, Transfer } from '../../src/model/transfer.ts';

export const runs: number = process.env['HEXAPLA_FULL'] === '1' ? 5000 : 100;

export const PLAIN: Omit<WriteOptions, 'format'> = { profile: 'plain', toolVersion: '0.1.0' };

/** Content from its stored form. */
export function content(stored: string): Content {
  const parsed = parseContent(stored);
  if (parsed === null) throw new Error(`not well formed: ${stored}`);
  return parsed;
}

/** A stand-in for the hash of a wording: the wording itself. */
export function hash({ text, codes }: Wording): string {
  const attributes = Object.values(codes).map(({ type, href }) => `${type}${href ?? ''}`);
  return `#${normalizeText(text)}#${attributes.join()}`;
}

/** Stale when made from anything but the current wording, leaving cosmetic edits aside. */
export function isStale(madeFrom: string, entry: SourceEntry): boolean {
  if (madeFrom === hash(entry)) return false;
  const from = (entry.was ?? []).findIndex((wording) => hash(wording) === madeFrom);
  return from === -1 || (entry.was ?? []).slice(from).some(({ edit }) => edit !== 'cosmetic');
}

/** A source catalogue of one unit a list of entries. */
export function catalogue(
  units: readonly Readonly<Record<string, SourceEntry>>[],
  retired: SourceCatalogue['retired'] = {},
): SourceCatalogue {
  return {
    document: 'locales/en/statement.md',
    locale: 'en',
    softBreaks: 'boundary',
    profile: 'sentence/1',
    units: units.map((segments, index) => ({ id: `u0000000${index}`, kind: 'paragraph', segments })),
    retired,
  };
}

/** What of a return can be compared with what was sent. */
export function summary(returned: Returned | undefined): unknown {
  return {
    ...returned,
    segments: returned?.segments.map(({ id, unit, source, target, state, problem }) => ({
      id,
      unit,
      source,
      target,
      state,
      problem,
    })),
  };
}

export function segmentOf(returned: readonly Returned[], id: string): ReturnedSegment {
  const found = returned.flatMap((file) => file.segments).find((segment) => segment.id === id);
  if (found === undefined) throw new Error(`no segment ${id}`);
  return found;
}

export function texts(segment: ReturnedSegment): { source: string; target: string | null } {
  return {
    source: formatContent(segment.source),
    target: segment.target === null ? null : formatContent(segment.target),
  };
}

/** A small handoff with what simple files have: two units, a pair, a single code, a gap, a stale and a missing one. */
export function sample(): Transfer {
  const codes = {
    '1': { type: 'strong', parts: ['**', '**'] },
    '2': { type: 'code', parts: ['`x<y`'], text: 'x<y' },
  } as const;
  return {
    document: 'locales/en/statement.md',
    sourceLocale: 'en',
    targetLocale: 'fr',
    handoff: '0123456789abcdef',
    notes: [{ category: 'instruction', text: 'Keep names as they are.' }],
    units: [
      {
        id: 'u7f3kq2m4',
        kind: 'paragraph',
        notes: [{ category: 'kind', text: 'Paragraph' }],
        gaps: [' '],
        segments: [
          {
            id: 's4k7qz2m1',
            source: content('Both <1>parties</1> agree.'),
            codes,
            target: content('Les deux <1>parties</1> sont d’accord.'),
            state: 'translated',
            stale: false,
            notes: [],
          },
          {
            id: 's9d1x0ta7',
            source: content('Use <2/> &amp; stop.'),
            codes,
            target: null,
            state: 'initial',
            stale: false,
            notes: [{ category: 'comment', text: 'A comment.' }],
          },
        ],
      },
      {
        id: 'u00000002',
        kind: 'heading',
        notes: [{ category: 'kind', text: 'Heading' }],
        gaps: [],
        segments: [
          {
            id: 's00000003',
            source: content('A new title'),
            codes: {},
            target: content('Un titre'),
            state: 'initial',
            stale: true,
            notes: [{ category: 'previous-source', text: 'A title' }],
          },
        ],
      },
    ],
  };
}
