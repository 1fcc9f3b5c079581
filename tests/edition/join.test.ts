import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinUnit, type UnitPiece } from '../../src/edition/join.ts';
import { type Codes, type Content, parseContent } from '../../src/model/content.ts';
import type { UnitNode } from '../../src/model/unit.ts';

const strong = (span?: string) => ({ type: 'strong' as const, parts: ['**', '**'], ...(span && { span }) });
const link = (span?: string) => ({
  type: 'link' as const,
  parts: ['[', '](u)'],
  href: 'u',
  ...(span && { span }),
});

function piece(stored: string, codes: Codes = {}, raw: string | null = ' '): UnitPiece {
  const content = parseContent(stored);
  if (!content) throw new Error(`not content: ${stored}`);
  return { content, codes, gapAfter: raw === null ? null : { kind: 'space', raw } };
}

/** Joined content as the markup of its codes, gaps as `·`. */
function shown(nodes: readonly UnitNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return node.text;
      if (node.kind === 'gap') return '·';
      if (node.kind === 'notice') return node.raw;
      const [open, ...close] = node.code.parts;
      return `${open}${shown(node.children ?? [])}${close.join('')}`;
    })
    .join('');
}

describe('segments put together to a unit', () => {
  it('joins the pieces of one span that touch at the gap', () => {
    const codes = { '1': strong('a') };
    expect(shown(joinUnit([piece('<1>One.</1>', codes), piece('<1>Two.</1>', codes, null)]))).toBe(
      '**One.·Two.**',
    );
  });

  it('leaves pieces apart that do not touch', () => {
    const codes = { '1': strong('a') };
    const nodes = joinUnit([piece('<1>One</1>.', codes), piece('<1>Two.</1>', codes, null)]);
    expect(shown(nodes)).toBe('**One**.·**Two.**');
  });

  it('joins at every depth, and the rest follows', () => {
    const codes = { '1': link('a'), '2': strong('b') };
    const nodes = joinUnit([
      piece('<1>a <2>One.</2></1>', codes),
      piece('<1><2>Two.</2> b</1> c', codes, null),
    ]);
    expect(shown(nodes)).toBe('[a **One.·Two.** b](u) c');
  });

  it('does not join spans with other keys or without one', () => {
    const nodes = joinUnit([
      piece('<1>One.</1>', { '1': strong('a') }),
      piece('<1>Two.</1>', { '1': strong('b') }),
      piece('<1>Three.</1>', { '1': strong() }, null),
    ]);
    expect(shown(nodes)).toBe('**One.**·**Two.**·**Three.**');
  });

  it('drops a piece without content with the gap before it', () => {
    const codes = { '1': strong('a') };
    const nodes = joinUnit([piece('<1>One.</1>', codes), piece('', {}), piece('<1>Three.</1>', codes, null)]);
    expect(shown(nodes)).toBe('**One.·Three.**');
    expect(shown(joinUnit([piece(''), piece('Two.', {}, null)]))).toBe('Two.');
    expect(shown(joinUnit([piece('One.'), piece('', {}, null)]))).toBe('One.');
  });

  it('puts notices around a piece and joins nothing across them', () => {
    const codes = { '1': strong('a') };
    const notice = { before: '<i>', after: '</i>' };
    const nodes = joinUnit([{ ...piece('<1>One.</1>', codes), notice }, piece('<1>Two.</1>', codes, null)]);
    expect(shown(nodes)).toBe('<i>**One.**</i>·**Two.**');
  });

  it('says a code that is not given', () => {
    expect(() => joinUnit([piece('<1/>')])).toThrow(/code 1/);
  });

  it('undoes any cut of a text with one span (property)', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(words, fc.nat(12), fc.nat(12), (list, x, y) => {
        const [from, to] = [Math.min(x, y), Math.max(x, y)];
        const inside = list.map((_, index) => index >= from && index < to);
        const pieces = list.map((word, index): UnitPiece => {
          const text: Content = [{ kind: 'text', text: word }];
          const content: Content = inside[index] ? [{ kind: 'code', id: '1', children: text }] : text;
          const gapAfter = index < list.length - 1 ? { kind: 'space' as const, raw: ' ' } : null;
          return { content, codes: { '1': strong('a') }, gapAfter };
        });
        const part = (start: number, end: number): string => list.slice(start, end).join('·');
        const marked = part(from, to) === '' ? '' : `**${part(from, to)}**`;
        const whole = [part(0, from), marked, part(Math.max(from, to), list.length)].filter(
          (text) => text !== '',
        );
        expect(shown(joinUnit(pieces))).toBe(whole.join('·'));
      }),
    );
  });

  it('joins very many pieces', () => {
    const codes = { '1': strong('a') };
    const pieces = Array.from({ length: 150_000 }, () => piece('<1>x</1>', codes));
    const [whole, ...rest] = joinUnit(pieces);
    expect(rest).toEqual([]);
    expect(whole?.kind === 'code' && whole.children?.length).toBe(299_999);
  });
});
