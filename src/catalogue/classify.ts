import { read } from '../languages/facts.ts';
import { lexiconOf } from '../languages/lexicon.ts';
import type { EditClass, Wording } from '../model/catalogue.ts';
import { type Code, type Codes, type Content, normalizeText, plainText } from '../model/content.ts';
import { isOtherMeaning } from './edits/compare.ts';
import { isMended } from './edits/slips.ts';
import { typeset, withoutInvisible } from './edits/typeset.ts';
import {
  extractionVocabulary,
  type Vocabulary,
  vocabularyOf,
  type WordRules,
  withRules,
} from './edits/vocabulary.ts';
import { contentOf, hashWording } from './hash.ts';

/**
 * Proposes the class of an edit (design, section 5). Meaning: a number, date, name, link target, negation or modal verb
 * came, went or changed. Cosmetic: white space, quotation marks, dashes and the case of a code only, or a misspelling
 * mended that the vocabulary knows for one. When in doubt: wording. `locale` is the source's language; one without
 * data gets the general rules. Near linear in the length of the wordings.
 */
export function classifyEdit(from: Wording, to: Wording, locale: string, vocabulary: Vocabulary): EditClass {
  if (hashWording(from) === hashWording(to)) return 'cosmetic';
  const [a, b] = [contentOf(from.text), contentOf(to.text)];
  const lexicon = lexiconOf(locale);
  const [before, after] = [shownText(a), shownText(b)];
  if (areOtherTargets(targetsOf(a, from.codes), targetsOf(b, to.codes), before === after)) return 'meaning';
  if (isOtherMeaning(read(before, lexicon), read(after, lexicon), lexicon, vocabulary)) return 'meaning';
  const [old, now] = [formOf(a, from.codes), formOf(b, to.codes)];
  return old === now || isMended(old, now, lexicon, vocabulary) ? 'cosmetic' : 'wording';
}

/** What a reader sees of a text, without its codes. */
function shownText(content: Content): string {
  return normalizeText(withoutInvisible(plainText(content)));
}

/** The vocabulary that edits are judged by, from the texts of a document or a project, read when first asked. */
export function occurrencesIn(texts: () => Iterable<string>): Vocabulary {
  return vocabularyOf(texts);
}

/** What an extraction judges edits by: the new texts, those before, the whole project's, and what people decided. */
export interface EditGrounds {
  readonly now: () => Iterable<string>;
  readonly before: () => Iterable<string>;
  /** Null where the document is all that there is. */
  readonly project: Vocabulary | null;
  readonly rules: WordRules;
}

/** The vocabulary that an extraction's edits are judged by. */
export function groundsOf({ now, before, project, rules }: EditGrounds): Vocabulary {
  const earlier = vocabularyOf(before);
  return withRules(extractionVocabulary(vocabularyOf(now), earlier, project ?? earlier), rules);
}

/** Where the links and images lead, and what the code spans say, in the order of the text. */
function targetsOf(content: Content, codes: Codes): string[] {
  return content.flatMap((node) => {
    if (node.kind === 'text') return [];
    const code = codes[node.id];
    const own = code?.href ?? (code?.type === 'code' ? code.text : undefined);
    return [
      ...(own === undefined ? [] : [own]),
      ...(code ? attributeTargets(code) : []),
      ...(node.children ? targetsOf(node.children, codes) : []),
    ];
  });
}

/** Whether a target came or went, or the same text leads elsewhere because targets changed places. */
function areOtherTargets(a: readonly string[], b: readonly string[], isSameText: boolean): boolean {
  const inOrder = (list: readonly string[]): string => JSON.stringify([...list].sort());
  return inOrder(a) !== inOrder(b) || (isSameText && JSON.stringify(a) !== JSON.stringify(b));
}

const TARGET_ATTRIBUTE = /\b(?:href|src|srcset|cite|action|data|poster)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)/giu;

function attributeTargets({ type, parts }: Code): string[] {
  if (type !== 'html') return [];
  const markup = parts.filter((part) => typeof part === 'string').join(' ');
  return [...markup.matchAll(TARGET_ATTRIBUTE)].map(([, value = '']) => value.replace(/^["']|["']$/gu, ''));
}

/** The text with its codes at their places, in the form that cosmetic edits leave alone. */
function formOf(content: Content, codes: Codes): string {
  return typeset(normalizeText(withCodes(content, codes)));
}

/** A code shows as a mark and its type, in characters that no rule for letters or marks touches. */
function withCodes(content: Content, codes: Codes): string {
  return content
    .map((node) => {
      if (node.kind === 'text') return node.text;
      const mark = `\ue000${markOf(codes[node.id])}\ue001`;
      return node.children ? `${mark}${withCodes(node.children, codes)}\ue002` : mark;
    })
    .join('');
}

function markOf(code: Code | undefined): string {
  if (!code) return '';
  const markup =
    code.type === 'html' ? code.parts.map((part) => (typeof part === 'string' ? foldTag(part) : '')) : [];
  const { type, href = '', text = '' } = code;
  // Letters and digits would be taken for words: they are moved to where no character has a class.
  return JSON.stringify([type, href, text, ...markup])
    .split('')
    .map((unit) => String.fromCodePoint(0xf0000 + unit.charCodeAt(0)))
    .join('');
}

/** A tag's name and the names of its attributes in lower case, one space between them; values as they are. */
function foldTag(tag: string): string {
  return tag.replace(/"[^"]*"|'[^']*'|[^"']+/gu, (piece) => {
    if (/^["']/u.test(piece)) return piece;
    const spaced = piece.replace(/\s+/gu, ' ');
    return spaced.replace(/^<\/?[a-z0-9-]+| [a-z-]+(?==)/giu, (name) => name.toLowerCase());
  });
}
