import type { UnitNode } from '../model/unit.ts';
import { noticeWords, type WriteContext } from '../model/write.ts';

/** Words and line breaks of content that holds no inline codes. */
type Words = readonly { readonly text: string; readonly raw: boolean }[];

function wordsOf(nodes: readonly UnitNode[]): Words {
  return nodes.flatMap((node): Words => {
    if (node.kind === 'text') return [{ text: node.text, raw: false }];
    if (node.kind === 'gap') return [{ text: node.raw, raw: true }];
    if (node.kind === 'notice') return [{ text: noticeWords(node.raw), raw: false }];
    return node.children ? wordsOf(node.children) : [{ text: node.code.text ?? '', raw: false }];
  });
}

function joined(words: Words, write: (text: string) => string): string {
  return words.map(({ text, raw }) => (raw ? text : write(text))).join('');
}

/** Writes the title of a link or an image, without its quotation marks. Inline codes leave only their text. */
export function writeTitle(nodes: readonly UnitNode[], context: WriteContext): string {
  const closing = context.delimiter === '(' ? /[()]/ : context.delimiter === "'" ? /'/ : /"/;
  return joined(wordsOf(nodes), (text) =>
    text.replace(/[!-/:-@[-`{-~\u0001-\u0008\u000a-\u001f\u007f]/g, (mark, at: number) => {
      if (mark === '`' || mark < ' ' || mark === '\u{7f}') return `&#${mark.charCodeAt(0)};`;
      if (mark === '\\' && context.inCell) return '&#92;';
      if (context.care === 1 || closing.test(mark)) return `\\${mark}`;
      const next = text.charAt(at + 1);
      if (mark === '\\') return next === '' || /[!-/:-@[-`{-~]/.test(next) ? '\\\\' : mark;
      if (mark === '&') return /^&#?[A-Za-z0-9]{1,40}(?:;|$)/.test(text.slice(at, at + 44)) ? '&amp;' : mark;
      return mark === '|' && context.inCell ? '\\|' : mark;
    }),
  );
}

/**
 * Writes a front-matter value in its style: a whole scalar with its quotation marks. A plain or single-quoted scalar
 * that would not be safe becomes a double-quoted one. White space is spaces, and none at the ends.
 */
export function writeYaml(nodes: readonly UnitNode[], context: WriteContext): string {
  const words = wordsOf(nodes).map(({ text, raw }) => ({ text: raw ? text : text.replace(/\s/g, ' '), raw }));
  const plain = joined(words, (text) => text).trim();
  const printable = !words.some(({ text, raw }) => !raw && UNPRINTABLE.test(text));
  if (printable && context.delimiter === null && isPlain(plain, context.inCell)) return plain;
  if (printable && context.delimiter === "'") return `'${plain.replaceAll("'", "''")}'`;
  const quoted = joined(words, (text) => text.replace(/["\\]/g, '\\$&').replace(UNPRINTABLE_ALL, escaped));
  return `"${quoted.trim()}"`;
}

const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\ufffe\uffff]|\p{Cs}/u;
const UNPRINTABLE_ALL = new RegExp(UNPRINTABLE.source, 'gu');

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Words that YAML 1.1 or 1.2 readers take for something other than text. */
const SPECIAL =
  /^(?:[-+.]*|~|null|true|false|yes|no|on|off|y|n|<<|=|[-+.]?[0-9][-+0-9_.,:eExXa-fA-FoTZ ]*|[-+]?\.(?:inf|nan))$/i;

function isPlain(text: string, inFlow: boolean): boolean {
  if (text === '' || text !== text.trim() || SPECIAL.test(text)) return false;
  if (/^[-?:,[\]{}#&*!|>'"%@`]|^\.\.\.|: |:$|\s#|:\s|\t/.test(text)) return false;
  if (/(?:^|\n)[ ]*(?:---|\.\.\.)/.test(text)) return false;
  return !inFlow || !/[,[\]{}]|:["']/.test(text);
}
