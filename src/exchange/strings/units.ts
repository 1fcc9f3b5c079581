import { icuShapeOf } from './icu.ts';
import { idOf, nameOf } from './key.ts';
import { alignCodes, type Piece, piecesOf } from './pieces.ts';
import { expandKeys, FORM_SOURCES, formOf, type PluralForm, samplesOf } from './plurals.ts';
import { type KeyPath, META_KEY, type Resource, type ResourceNode, textAt } from './tree.ts';

/** One text of a resource file as it is sent. */
export interface StringUnit {
  readonly path: KeyPath;
  /** The path for people. */
  readonly name: string;
  readonly id: string;
  readonly source: readonly Piece[];
  readonly target: readonly Piece[] | null;
  readonly notes: readonly string[];
}

/** A key with a text, or with the form of a plural that the target language needs. */
export interface SourceText {
  readonly path: KeyPath;
  readonly text: string;
  readonly form: PluralForm | null;
}

/** What there is in a source file for a translator. */
export interface SourceTexts {
  readonly texts: readonly SourceText[];
  /** Plural forms that the target language does not have. */
  readonly unused: readonly string[];
  /** Values that are no text to translate: numbers, `true`, `false`, `null` and texts without a character. */
  readonly kept: number;
}

/** The texts of a source file for a target language, in the order of the file. */
export function sourceTexts(source: Resource, sourceLocale: string, targetLocale: string): SourceTexts {
  const texts: SourceText[] = [];
  const unused: string[] = [];
  let kept = 0;
  const visit = (node: ResourceNode, path: KeyPath): void => {
    if (node.kind === 'list') for (const [index, item] of node.items.entries()) visit(item, [...path, index]);
    else if (node.kind === 'group') visitGroup(node.entries, path);
    else if (node.kind === 'text' && isTranslatable(node.text))
      texts.push({ path, text: node.text, form: null });
    else kept += 1;
  };
  const visitGroup = (entries: ReadonlyMap<string, ResourceNode>, path: KeyPath): void => {
    const own = textsOf(entries);
    const expansion = expandKeys(own, sourceLocale, targetLocale, (key) => entries.has(key));
    unused.push(...expansion.unused.map((key) => nameOf([...path, key])));
    const byPlace = groupedByPlace(expansion.keys, own);
    for (const [key, node] of entries) {
      if (path.length === 0 && key === META_KEY) continue;
      if (!own.has(key)) visit(node, [...path, key]);
      for (const { key: wanted, from, form } of byPlace.get(key) ?? []) {
        texts.push({ path: [...path, wanted], text: own.get(from) ?? '', form });
      }
    }
  };
  visit(source.root, []);
  return { texts, unused, kept };
}

/** Whether a text has anything to translate: an empty one means that nothing is shown. */
export function isTranslatable(text: string): boolean {
  return text.trim() !== '';
}

function textsOf(entries: ReadonlyMap<string, ResourceNode>): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const [key, node] of entries) {
    if (node.kind === 'text' && isTranslatable(node.text)) texts.set(key, node.text);
  }
  return texts;
}

/** The keys to send by the key of the source that they stand at: a new form stands at the one after it. */
function groupedByPlace<T extends { readonly key: string }>(
  keys: readonly T[],
  own: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly T[]> {
  const places = new Map<string, T[]>();
  let waiting: T[] = [];
  let last: string | null = null;
  for (const one of keys) {
    waiting.push(one);
    if (!own.has(one.key)) continue;
    places.set(one.key, waiting);
    last = one.key;
    waiting = [];
  }
  if (waiting.length > 0) {
    const place = last ?? [...own.keys()].at(-1) ?? '';
    places.set(place, [...(places.get(place) ?? []), ...waiting]);
  }
  return places;
}

/** What notes are made of. */
export interface NoteSources {
  readonly notes: Resource | null;
  readonly target: Resource | null;
  readonly targetLocale: string;
  readonly words: (key: string, values?: Readonly<Record<string, string>>) => string;
}

/** A text as it is sent: codes protected, the target that there is, and notes. */
export function unitOf({ path, text, form }: SourceText, from: NoteSources): StringUnit {
  const plain = icuShapeOf(text)?.chooses ?? false;
  const source = piecesOf(text, plain);
  const existing = from.target === null ? null : textAt(from.target.root, path);
  const target =
    existing === null || !isTranslatable(existing) ? null : alignCodes(piecesOf(existing, plain), source);
  const notes = [...notesAt(from.notes, path, form), ...pluralNotes(form, from), ...draftNotes(target, from)];
  return { path, name: nameOf(path), id: idOf(path), source, target, notes };
}

/** Descriptions for translators: those of the groups around a text, under `$`, and its own. */
function notesAt(notes: Resource | null, path: KeyPath, form: PluralForm | null): readonly string[] {
  if (notes === null) return [];
  const around = path.map((_, depth) => textAt(notes.root, [...path.slice(0, depth), '$']));
  const parent = path.slice(0, -1);
  const own =
    textAt(notes.root, path) ??
    textAt(notes.root, [...path, '$']) ??
    (form === null
      ? null
      : (textAt(notes.root, [...parent, `${form.stem}other`]) ??
        textAt(notes.root, [...parent, form.stem.slice(0, -1)])));
  return [...around, own].filter((note) => note !== null && note.trim() !== '') as string[];
}

function pluralNotes(form: PluralForm | null, { words, targetLocale }: NoteSources): readonly string[] {
  if (form === null) return [];
  const samples = samplesOf(form, targetLocale).map(String).join(', ');
  const key = form.ordinal ? 'note.ordinalForm' : 'note.pluralForm';
  return [words(key, { category: form.category, numbers: samples === '' ? 'none' : samples })];
}

function draftNotes(
  target: readonly Piece[] | null,
  { target: resource, words }: NoteSources,
): readonly string[] {
  if (target === null || resource === null) return [];
  const meta = (key: string): string | null => textAt(resource.root, [META_KEY, key]);
  const draft = meta('origin') === 'machine' && meta('reviewed') !== 'yes';
  return draft ? [words('note.machineDraft')] : [];
}

/** The source text of a form that only the target language has, or null where the key is none. */
export function formSourceOf(path: KeyPath, source: Resource): string | null {
  const last = path.at(-1);
  const form = typeof last === 'string' ? formOf(last) : null;
  if (form === null) return null;
  const parent = path.slice(0, -1);
  for (const category of FORM_SOURCES) {
    const text = textAt(source.root, [...parent, form.stem + category]);
    if (text !== null && isTranslatable(text)) return text;
    if (category !== 'other') continue;
    const bare = textAt(source.root, [...parent, form.stem.slice(0, -1)]);
    if (bare?.includes('{{')) return bare;
  }
  return null;
}
