import type { Code } from '../../model/content.ts';
import { isWithEnding, urlKey } from '../markup/addresses.ts';
import { type CodeSpan, codeSpansOf } from '../markup/spans.ts';
import type { CheckSettings, Found, Pair, PairRule } from '../rule.ts';

/** A link that a target has lost, that stands around nothing, or whose text is another link's address. */
export const links: PairRule = {
  id: 'links',
  scope: 'pair',
  severity: 'error',
  check: (pair, settings) => {
    const own = codeSpansOf(pair.source);
    if (own.size === 0) return [];
    const there = codeSpansOf(pair.target);
    return [...own.values()].flatMap((span) => {
      const code = pair.codes[span.id];
      return code && isLink(code) ? faultsOf(pair, settings, span, there.get(span.id), code) : [];
    });
  },
};

function isLink({ type, href }: Code): boolean {
  return href !== undefined && (type === 'link' || type === 'autolink' || type === 'image');
}

function faultsOf(
  pair: Pair,
  settings: CheckSettings,
  own: CodeSpan,
  there: CodeSpan | undefined,
  code: Code,
): readonly Found[] {
  const { source, target } = pair;
  const href = leadsTo(code.href ?? '', target.locale, settings);
  if (!there) return [{ values: { kind: 'lost', href, text: '' } }];
  if (own.single || there.single) return [];
  const text = target.plain.slice(there.start, there.end).trim();
  const said = source.plain.slice(own.start, own.end).trim();
  if (text === '') {
    return said === ''
      ? []
      : [{ values: { kind: 'empty', href, text: said }, at: around(there.start, target.plain) }];
  }
  const { start, end } = there;
  const swapped = saysOtherAddress(pair, own.id, text, href) || saysOtherMark(pair, own.id, text, said);
  return swapped ? [{ values: { kind: 'swapped', href, text }, at: { start, end } }] : [];
}

/** Whether a link's text is an address, and that of another link of the segment. */
function saysOtherAddress({ codes }: Pair, id: string, text: string, href: string): boolean {
  if (!isAddress(text) || says(text, href) || says(text, codes[id]?.href ?? '')) return false;
  return Object.entries(codes).some(
    ([other, { href: to }]) => other !== id && to !== undefined && says(text, to),
  );
}

/** Numbers and abbreviations in Latin letters: what is the same in all languages. */
const MARKS = /\p{Nd}+|[A-Z][A-Z0-9]+/gu;

/** Whether a link's text has the number or abbreviation of another link of the segment, and none of its own. */
function saysOtherMark({ source, codes }: Pair, id: string, text: string, said: string): boolean {
  const here = marksIn(text);
  if (here.size === 0) return false;
  const own = marksIn(said);
  if ([...here].some((mark) => own.has(mark))) return false;
  return [...codeSpansOf(source).values()].some(({ id: other, start, end }) => {
    const code = codes[other];
    if (other === id || !code || !isLink(code) || code.href === codes[id]?.href) return false;
    const marks = marksIn(source.plain.slice(start, end));
    return own.size > 0 && [...here].some((mark) => marks.has(mark));
  });
}

function marksIn(text: string): ReadonlySet<string> {
  return new Set(text.match(MARKS) ?? []);
}

function leadsTo(href: string, locale: string, { links: local }: CheckSettings): string {
  return (Object.hasOwn(local, href) ? local[href]?.[locale] : undefined) ?? href;
}

function around(at: number, plain: string): { start: number; end: number } {
  return { start: Math.max(0, at - 1), end: Math.min(plain.length, at + 1) };
}

function isAddress(text: string): boolean {
  return /^(?:https?:\/\/|www\.|mailto:)\S+$|^[\w.+-]{1,64}@[\w-]+\.[\w.-]+$|^(?:[\w-]{1,63}\.){1,5}[a-z]{2,24}(?:\/\S*)?$/iu.test(
    text,
  );
}

function says(text: string, href: string): boolean {
  return isWithEnding(keyOf(text), keyOf(href));
}

function keyOf(address: string): string {
  const plain = address.replace(/^mailto:/i, '');
  return urlKey(/^[a-z]+:\/\//i.test(plain) || plain.includes('@') ? plain : `http://${plain}`);
}
