import type { SourceCode, UnitKind } from '../model/block.ts';
import type { SourceCatalogue, Wording } from '../model/catalogue.ts';
import { type Code, normalizeText, plainText } from '../model/content.ts';
import type { SplitUnit } from '../model/split.ts';

/** A text that is compared, in the form of `matchText`. */
export interface Text {
  readonly text: string;
  /** The name that the author gave the place (`{#name}`, an HTML `id`), or null. */
  readonly anchor: string | null;
  /** Whether it stands in a heading, which the texts below it belong to. */
  readonly heading: boolean;
  /** What tells it from equal texts: the kind of its unit, and what its codes are and where they lead. */
  readonly form: string;
}

/** A live text of the catalogue. */
export interface OldText extends Text {
  readonly id: string;
  /** The text that it was a copy of when it came, or null. */
  readonly copyOf: string | null;
  /** Its earlier wordings. */
  readonly was: readonly Wording[];
}

/** A retired text, and the live one that it stood behind; null where it came first or nothing is known. */
export interface RetiredText {
  readonly id: string;
  readonly text: string;
  readonly after: string | null;
}

/** All that a rematch looks at, each list in document order. */
export interface Texts {
  readonly old: readonly OldText[];
  readonly retired: readonly RetiredText[];
  readonly now: readonly Text[];
}

type AnyCodes = Readonly<Record<string, SourceCode | Code>>;

/** The texts of a catalogue and of a document's new split. */
export function textsOf(previous: SourceCatalogue, units: readonly SplitUnit[]): Texts {
  const old: OldText[] = [];
  for (const { kind, segments } of previous.units) {
    for (const id in segments) {
      const entry = segments[id];
      if (!entry) continue;
      const text = storedText(entry);
      const { anchor, heading, form } = formOf(text, entry.codes, kind);
      old.push({ id, text, anchor, heading, form, copyOf: entry.copyOf ?? null, was: entry.was ?? NONE });
    }
  }
  const retired = Object.entries(previous.retired).map(([id, entry]) => ({
    id,
    text: storedText(entry),
    after: entry.after ?? null,
  }));
  const now: Text[] = [];
  for (const { kind, segments } of units) {
    for (const { content, codes } of segments) {
      const text = matchText(normalizeText(plainText(content)), codes);
      now.push({ text, ...formOf(text, codes, kind) });
    }
  }
  return { old, retired, now };
}

const NONE: readonly Wording[] = [];

function formOf(text: string, codes: AnyCodes, kind: UnitKind): Omit<Text, 'text'> {
  let form: string = kind;
  for (const id in codes) form += ` ${codes[id]?.type} ${codes[id]?.href ?? ''}`;
  return { anchor: anchorOf(text, codes), heading: kind === 'heading', form };
}

/** The form in which texts are compared: the normalised plain text, or the codes' types and targets without any. */
function matchText(text: string, codes: AnyCodes): string {
  if (text !== '') return text;
  return Object.values(codes)
    .map((code) => `\0${code.type} ${code.href ?? ''} ${code.text ?? ''}`)
    .join('');
}

/** The form in which a stored wording is compared. Nothing is parsed: what is stored is well formed. */
export function storedText({ text, codes }: Wording): string {
  const plain = /[<&]/.test(text)
    ? text.replace(/<\/?[0-9]+\/?>/g, '').replace(/&(?:lt|amp);/g, unescaped)
    : text;
  return matchText(normalizeText(plain), codes);
}

function unescaped(reference: string): string {
  return reference === '&lt;' ? '<' : '&';
}

/** A heading's attribute at the end of a text, as Pandoc and its followers write it. */
const ATTRIBUTE = /\s*\{#([^\s{}]+)\}$/u;
const HTML_ID = /^<[a-z][a-z0-9]*\s(?:[^>]*\s)?(?:id|name)\s*=\s*["']?([^\s"'>]+)/i;

function anchorOf(text: string, codes: AnyCodes): string | null {
  const attribute = text.endsWith('}') ? ATTRIBUTE.exec(text)?.[1] : undefined;
  if (attribute !== undefined) return attribute;
  for (const id in codes) {
    const code = codes[id];
    const [opening] = code?.type === 'html' ? code.parts : [];
    const name = typeof opening === 'string' ? HTML_ID.exec(opening)?.[1] : undefined;
    if (name !== undefined) return name;
  }
  return null;
}

/** A text without its author's anchor: an anchor says where something is, not what it says. */
export function withoutAnchor({ text, anchor }: Text): string {
  return anchor === null ? text : text.replace(ATTRIBUTE, '');
}
