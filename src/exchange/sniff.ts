import { encodingOf } from './xml/bytes.ts';

/** What kind of file a return is: a format, or an archive that holds such files. */
export type ReturnKind = 'xliff' | 'tmx' | 'po' | 'table' | 'xlsx' | 'docx' | 'archive';

/** Bytes of a file's start that tell what it is. */
export const SNIFFED_BYTES: number = 1 << 14;

const XLIFF_NAMES = /\.(?:xlf|xliff|sdlxliff|mxliff|mqxliff|xml|xlz)$/i;
const TABLE_NAMES = /\.(?:csv|tsv|tab|txt)$/i;

/**
 * What kind of file begins with these bytes (`SNIFFED_BYTES` of them, or all); null for one that is none of ours. Its
 * name decides only where its content does not. For archives, `xlsx` and `docx` are told by their names alone.
 */
export function sniffReturn(head: Uint8Array, name: string): ReturnKind | null {
  if (head[0] === 0x50 && head[1] === 0x4b && (head[2] ?? 9) < 9) return archiveKind(name);
  // An old or a protected file of Office: its reader says which.
  if (head[0] === 0xd0 && head[1] === 0xcf) return /\.doc/i.test(name) ? 'docx' : 'xlsx';
  const text = startOf(head);
  const root = rootOf(text);
  if (root !== null) return root === 'tmx' ? 'tmx' : 'xliff';
  if (XLIFF_NAMES.test(name)) return 'xliff';
  if (/\.tmx$/i.test(name)) return 'tmx';
  if (/\.pot?$/i.test(name) || /^(?:#[^\n]*\n|\s)*(?:msgctxt|msgid|domain)\s/.test(text)) return 'po';
  const [first = ''] = text.split(/\r?\n/, 1);
  return TABLE_NAMES.test(name) || /^"?id"?[,;\t]/i.test(first) ? 'table' : null;
}

function archiveKind(name: string): ReturnKind {
  if (/\.xls[xm]$/i.test(name)) return 'xlsx';
  return /\.doc[xm]$/i.test(name) ? 'docx' : 'archive';
}

function startOf(head: Uint8Array): string {
  const encoding = encodingOf(head) ?? 'utf-8';
  const whole = encoding === 'utf-8' ? head : head.subarray(0, head.length - (head.length % 2));
  return new TextDecoder(encoding).decode(whole).trimStart();
}

// The name of the first element, without prefix, past declarations, comments and instructions.
function rootOf(text: string): string | null {
  if (!text.startsWith('<')) return null;
  const rest = text.replace(/^(?:<\?[^>]*>|<!--[\s\S]*?-->|<![^>[]*>|\s)+/, '');
  return /^<(?:[^\s:/>]*:)?([^\s/>]+)/.exec(rest)?.[1] ?? '';
}
