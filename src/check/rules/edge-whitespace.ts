import type { Edit } from '../../model/finding.ts';
import type { Found, PairRule } from '../rule.ts';

/** White space at one end of a text and not of the other, codes around it left aside. */
export const edgeWhitespace: PairRule = {
  id: 'edge-whitespace',
  scope: 'pair',
  severity: 'warning',
  check: ({ source: { plain: source }, target: { plain: target } }) => {
    if (!hasEdge(source) && !hasEdge(target)) return [];
    const start = edgeFault('start', leading(source), leading(target), 0);
    const length = trailing(target).length;
    const end =
      target.trim() === ''
        ? null
        : edgeFault('end', trailing(source), trailing(target), target.length - length);
    return [start, end].filter((found) => found !== null);
  },
};

function hasEdge(plain: string): boolean {
  return plain !== plain.trim();
}

function leading(plain: string): string {
  return plain.slice(0, plain.length - plain.trimStart().length);
}

function trailing(plain: string): string {
  return plain.slice(plain.trimEnd().length);
}

function edgeFault(edge: 'start' | 'end', source: string, target: string, at: number): Found | null {
  if ((source === '') === (target === '')) return null;
  const fix: Edit[] = [];
  if (target === '') fix.push({ start: at, end: at, text: ' ' });
  for (let place = at; place < at + target.length; place++)
    fix.push({ start: place, end: place + 1, text: '' });
  return {
    values: { edge, kind: target === '' ? 'lost' : 'added' },
    at: { start: at, end: at + target.length },
    fix,
  };
}
