import type { OutlineNode } from '../model/block.ts';
import { join, type Markup, NOTHING, tag, text } from '../model/html.ts';
import { footnoteNumber, type PageContext, worded } from './page-context.ts';
import { type Flow, flowMarkup } from './page-flow.ts';

/** Writes references to footnotes, and remembers how often each was referred to. */
interface FootnoteReferences {
  readonly refer: (label: string) => Markup;
  readonly timesReferred: (number: number) => number;
}

/** References of one page: each has an id of its own, so that the note can lead back to it. */
export function footnoteReferences(context: PageContext): FootnoteReferences {
  const times = new Map<number, number>();
  return {
    timesReferred: (number) => times.get(number) ?? 0,
    refer: (label) => {
      const number = footnoteNumber(context, label);
      if (number === null) return text(`[^${label}]`);
      const time = (times.get(number) ?? 0) + 1;
      times.set(number, time);
      const link = { id: referenceId(number, time), href: `#fn-${number}`, role: 'doc-noteref' };
      return tag('sup', {}, tag('a', link, text(String(number))));
    },
  };
}

function referenceId(number: number, time: number): string {
  return time === 1 ? `fnref-${number}` : `fnref-${number}-${time}`;
}

/** The notes at the end of a page, by number, each with the ways back. Write the flow before it. */
export function footnoteSection(
  flow: Flow,
  references: FootnoteReferences,
  outline: readonly OutlineNode[],
): Markup {
  const { context, locale } = flow.view;
  const numberOf = (node: OutlineNode): number => footnoteNumber(context, node.label ?? '') ?? 0;
  const nodes = outline
    .filter((node) => node.type === 'footnote')
    .sort((one, other) => numberOf(one) - numberOf(other));
  if (nodes.length === 0) return NOTHING;
  const items = nodes.map((node) => {
    const number = numberOf(node);
    const inner = flowMarkup(flow, node.children);
    const back = Array.from({ length: references.timesReferred(number) }, (_, index) => {
      const href = `#${referenceId(number, index + 1)}`;
      const words = worded(
        context,
        { tag: 'span', class: 'vh', around: locale, locale },
        'page.footnote.back',
      );
      return tag(
        'a',
        { href, role: 'doc-backlink' },
        tag('span', { 'aria-hidden': 'true' }, text('↩')),
        words,
      );
    });
    return tag('li', { id: `fn-${number}`, value: number }, inner, join(back, ' '));
  });
  return tag(
    'section',
    { role: 'doc-endnotes', 'aria-labelledby': 'notes' },
    worded(context, { tag: 'h2', id: 'notes', around: locale, locale }, 'page.footnotes'),
    tag('ol', {}, join(items, '\n')),
  );
}
