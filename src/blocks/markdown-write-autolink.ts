import { isControl, reference } from './markdown-write-text.ts';
import type { RawToken, Token } from './markdown-write-tokens.ts';

/**
 * Gives bare addresses marks (`<…>`) where what now stands beside them would become a part of them or keep readers
 * from seeing them. One that begins with `www.` has no such form and becomes a link.
 */
export function settleAutolinks(tokens: readonly Token[], care: 0 | 1): void {
  tokens.forEach((token, at) => {
    if (token.kind !== 'raw' || token.code?.type !== 'autolink' || token.raw.startsWith('<')) return;
    if (startsClear(tokens, at - 1) && endsClear(tokens, at + 1, token.raw.includes('('), care)) return;
    token.raw = marked(token);
  });
}

/** White space next to an end of a line or a span becomes a character reference: then it parts nothing. */
function startsClear(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at];
  if (!before || before.kind === 'mark') return true;
  if (before.kind === 'raw') return /[\s(]$/.test(before.raw);
  if (before.text.trim() === '' && !isInner(tokens[at - 1], false)) return false;
  return /[ \t(]$/.test(before.text);
}

function isInner(token: Token | undefined, open: boolean): boolean {
  if (token?.kind === 'mark') return token.open === open;
  return token?.kind === 'text' || (token?.kind === 'raw' && token.role === 'code');
}

function endsClear(tokens: readonly Token[], from: number, parentheses: boolean, care: 0 | 1): boolean {
  let next = '';
  for (let at = from; at < tokens.length && at < from + 8; at++) {
    const token = tokens[at];
    if (token?.kind === 'mark') next += token.pair.mark.repeat(token.pair.size);
    else if (token?.kind === 'raw' && /^[\s<]/.test(token.raw)) return stops(next, parentheses);
    else if (token?.kind === 'text') {
      const space = token.text.search(/\s/);
      const word = space < 0 ? token.text : token.text.slice(0, space);
      // What is escaped there would bring a backslash or a reference into the address.
      if (word !== '' && (care === 1 || !/^[?!.,:'")]*$/.test(word))) return false;
      next += word;
      if (space < 0) continue;
      if (token.text.slice(space).trim() === '' && !isInner(tokens[at + 1], true)) return false;
      return !isControl(token.text.charAt(space)) && stops(next, parentheses);
    } else return false;
    if (next.length > 40) return false;
  }
  return from + 8 > tokens.length && stops(next, parentheses);
}

function stops(next: string, parentheses: boolean): boolean {
  return parentheses ? /^[?!.,:*_~'"]*$/.test(next) : /^[?!.,:*_~'")]*$/.test(next);
}

function marked({ raw, code }: RawToken): string {
  if (!/^www\./i.test(raw)) return `<${raw}>`;
  const words = raw.replace(/[!-/:-@[-`{-~]/g, (mark) => reference(mark));
  return `[${words}](<${code?.href ?? `http://${raw}`}>)`;
}
