import type { Edit } from '../../model/finding.ts';
import type { TextRule } from '../rule.ts';

/**
 * A letter with its marks, or a run of Korean parts of syllables: what NFC may change is within one of these. Marks that
 * join with the letter before are all `\p{M}`.
 */
const CLUSTER = /[\u1100-\u11ff]+|[^\p{M}\u1100-\u11ff]\p{M}*|\p{M}+/gu;
/** Single characters that NFC replaces by others of the same look, and that keyboards of their languages give. */
const LEGAL =
  /^[\u037e\u0387\u0958-\u095f\u09dc\u09dd\u09df\u0a33\u0a36\u0a59-\u0a5b\u0a5e\u0b5c\u0b5d]\p{M}*$/u;
/** In Arabic letters a hamza or a madda is often typed after its letter; keyboards of Persian do so. */
const HAMZA = /^\p{sc=Arab}\p{M}*[\u0653-\u0655]\p{M}*$/u;

/** Text that is not in Unicode's normal form NFC, so that what looks the same is not found and does not compare equal. */
export const notNfc: TextRule = {
  id: 'not-nfc',
  scope: 'text',
  source: true,
  severity: 'warning',
  check: ({ plain }) => {
    if (plain.normalize('NFC') === plain) return [];
    const fix = editsOf(plain);
    const [first] = fix;
    if (!first) return [];
    const { start, end } = first;
    const isMinor = fix.every((edit) => HAMZA.test(plain.slice(edit.start, edit.end)));
    return [
      {
        ...(isMinor && { severity: 'info' as const }),
        values: { count: fix.length, example: first.text },
        at: { start, end },
        fix,
      },
    ];
  },
};

function editsOf(plain: string): Edit[] {
  const edits: Edit[] = [];
  for (const { 0: cluster, index } of plain.matchAll(CLUSTER)) {
    const text = cluster.normalize('NFC');
    if (text === cluster || LEGAL.test(cluster) || isReordered(cluster, text)) continue;
    edits.push({ start: index, end: index + cluster.length, text });
  }
  return edits;
}

/** The same marks in another order look the same, and several keyboards give their order. */
function isReordered(cluster: string, normal: string): boolean {
  return cluster.length === normal.length && [...cluster].sort().join('') === [...normal].sort().join('');
}
