import type { Pair } from '../../src/check/rule.ts';
import { createText } from '../../src/check/text.ts';
import type { UnitKind } from '../../src/model/block.ts';

/** A pair of two texts without codes, as rules get it. */
export function pairOf(
  locale: string,
  source: string,
  target: string,
  {
    id = 's1',
    kind = 'paragraph',
    sourceLocale = 'en',
  }: { id?: string; kind?: UnitKind; sourceLocale?: string } = {},
): Pair {
  return {
    id,
    ids: [id],
    unit: 'u1',
    kind,
    source: createText(sourceLocale, [{ kind: 'text', text: source }]),
    target: createText(locale, [{ kind: 'text', text: target }]),
    entry: { text: source, codes: {} },
    stored: { text: target, state: 'final', origin: 'human', madeFrom: '' },
    codes: {},
    stale: null,
  };
}
