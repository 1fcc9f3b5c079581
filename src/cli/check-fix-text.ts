import { type Change, differenceOf } from '../model/difference.ts';
import type { Call } from './call.ts';
import { nextLines } from './next.ts';
import { onOneLine } from './width.ts';

/** A target that is mended, or would be: its plain text before and after, and the rules that it was for. */
export interface Fix {
  readonly document: string;
  readonly locale: string;
  readonly segment: string;
  readonly rules: readonly string[];
  readonly before: string;
  readonly after: string;
}

/** What would be mended, or was: each target's change, word by word, with the rules that it is for. */
export function fixText(call: Call, fixes: readonly Fix[], written: boolean): string {
  const { words, paint } = call;
  if (fixes.length === 0) return `${words('cli.check.fix.nothing')}\n`;
  const lines = fixes.flatMap((fix, at) => {
    const before = fixes[at - 1];
    const moves = before?.document !== fix.document || before.locale !== fix.locale;
    const place = words('cli.diff.title', { document: fix.document, language: call.language(fix.locale) });
    const text = differenceOf(fix.before, fix.after).map((part) => shown(call, part));
    return [
      ...(moves ? [...(at > 0 ? [''] : []), paint('strong', place)] : []),
      `${fix.segment}  ${paint('quiet', fix.rules.join(', '))}`,
      `    ${text.join('')}`,
    ];
  });
  const said = words('cli.check.fix.done', { count: fixes.length, written: written ? 'yes' : 'no' });
  const next = written ? nextLines(call, ['status']) : nextLines(call, ['check', '--fix', '--write']);
  return `${lines.join('\n')}\n\n${said}\n${next}`;
}

function shown({ paint }: Call, { kind, text }: Change): string {
  if (kind === 'same') return onOneLine(text);
  const safe = onOneLine(visible(text));
  return kind === 'removed' ? paint('error', `[-${safe}-]`) : paint('good', `{+${safe}+}`);
}

const NAMES: Readonly<Record<string, string>> = {
  '\t': 'TAB',
  '\n': 'LF',
  '\u00a0': 'NBSP',
  '\u00ad': 'SHY',
  '\u200b': 'ZWSP',
  '\u200c': 'ZWNJ',
  '\u200d': 'ZWJ',
  '\u200e': 'LRM',
  '\u200f': 'RLM',
  '\u202f': 'NNBSP',
  '\ufeff': 'BOM',
};

/** Characters that nobody sees, by their names. */
function visible(text: string): string {
  return text.replace(/[\t\n\u00a0\u2000-\u200a\u202f\u3000]|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (char) => {
    const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `⟨${NAMES[char] ?? `U+${code}`}⟩`;
  });
}
