import type { UnitNode } from '../model/unit.ts';
import type { WriteContext } from '../model/write.ts';
import { settleAutolinks } from './markdown-write-autolink.ts';
import { firstOf, lastOf, settleEmphasis } from './markdown-write-emphasis.ts';
import { writeTitle, writeYaml } from './markdown-write-scalar.ts';
import { type TextPlace, type TextRules, writeText } from './markdown-write-text.ts';
import { type Flat, flatten, type TextToken, type Token } from './markdown-write-tokens.ts';

/**
 * Writes a unit's content as Markdown for its place in the document, such that a reader finds the same tree again.
 * Front-matter values come out with their quotation marks, everything else without the block's own marks. Linear but
 * for spans that touch each other. Throws HexaplaError `shape` with a `reason` where Markdown has no form for it.
 */
export function writeMarkdown(nodes: readonly UnitNode[], context: WriteContext): string {
  if (context.form === 'title') return writeTitle(nodes, context);
  if (context.form === 'yaml') return writeYaml(nodes, context);
  const inAlt = context.form === 'alt';
  const flat = flatten(nodes, context.subunit, inAlt, inAlt);
  settleAutolinks(flat.tokens, context.care);
  settleEmphasis(flat, inAlt ? 'p' : 'w');
  return writeTokens(flat, context);
}

function writeTokens(flat: Flat, context: WriteContext): string {
  const { tokens } = flat;
  const rules = rulesFor(tokens, context);
  let out = '';
  let line: TextPlace['line'] = context.lineStart ? 'first' : null;
  let edgeStart = context.form !== 'alt';
  tokens.forEach((token, at) => {
    if (token.kind === 'text') {
      const place = placeOf(tokens, at, token, { context, line, edgeStart });
      out += writeText(token.text, place, rules);
    } else if (token.kind === 'mark') out += token.pair.mark.repeat(token.pair.size);
    else out += token.raw;
    if (token.kind === 'raw' && token.role === 'notice') return;
    const fresh = token.kind === 'raw' && /\n[ \t>]*$/.test(token.raw);
    line = fresh ? 'later' : null;
    edgeStart = fresh;
  });
  return out;
}

function rulesFor(tokens: readonly Token[], context: WriteContext): TextRules {
  const tildes = tokens.reduce((sum, token) => {
    if (token.kind === 'mark') return sum + (token.pair.mark === '~' ? 2 : 0);
    return sum + (token.kind === 'text' ? token.text : token.raw).split('~').length - 1;
  }, 0);
  return {
    care: context.care,
    pipes: context.inCell || context.form === 'setext' ? 'escaped' : 'plain',
    inCell: context.inCell,
    loneTilde: tildes < 2,
    defined: context.defined,
  };
}

interface Progress {
  readonly context: WriteContext;
  readonly line: TextPlace['line'];
  readonly edgeStart: boolean;
}

function placeOf(tokens: readonly Token[], at: number, token: TextToken, progress: Progress): TextPlace {
  const { context, line, edgeStart } = progress;
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  const next = tokens.slice(at + 1, at + 3).find((other) => other.kind !== 'raw' || other.role !== 'notice');
  const inAlt = context.form === 'alt';
  const ends = next === undefined && after?.kind !== 'text';
  return {
    before: before ? lastOf(shown(before)) : inAlt ? '[' : '',
    after: after ? firstOf(shown(after)) : inAlt ? ']' : '',
    line: context.form === 'heading' ? null : line,
    edgeStart,
    edgeEnd: (ends && !inAlt) || (next?.kind === 'raw' && breaksLine(next.raw)),
    headingEnd: context.form === 'heading' && ends,
    afterBracket: afterBracket(tokens, at),
    inLink: token.inLink,
    firstForced: token.first,
    lastForced: token.last,
    beforeBracket: next?.kind === 'raw' && next.raw.startsWith('['),
  };
}

function shown(token: Token): string {
  if (token.kind === 'mark') return token.pair.mark;
  if (token.kind === 'text') return token.text;
  return token.role === 'notice' ? '<' : token.raw;
}

function breaksLine(raw: string): boolean {
  return /^[ \t\\]*\n/.test(raw);
}

function afterBracket(tokens: readonly Token[], at: number): TextPlace['afterBracket'] {
  const before = tokens[at - 1];
  if (before?.kind !== 'raw' || !before.raw.endsWith(']')) return null;
  const earlier = tokens[at - 2];
  const lineStart = !earlier || (earlier.kind === 'raw' && /\n[ \t>]*$/.test(earlier.raw));
  return lineStart ? 'line' : 'inner';
}
