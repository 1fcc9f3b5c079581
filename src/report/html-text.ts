import type { Span } from '../model/finding.ts';
import { join, type Markup, tag, text } from '../model/html.ts';
import { direction } from '../model/locale.ts';
import { type Piece, piecesOf } from './texts.ts';

/** A text that could be anything, with signs for what cannot be seen or would turn the page around. */
export function visible(value: string): Markup {
  return join(piecesOf(value, undefined, Number.POSITIVE_INFINITY).map(pieceMarkup));
}

/** A path or an id; these run from left to right. */
export function code(value: string, name: 'quiet' | null = null): Markup {
  return tag('code', { class: name, dir: 'ltr' }, visible(value));
}

/** A text in a language, with what a finding points at. */
export function excerptMarkup(value: string, locale: string, at: Span | undefined, limit: number): Markup {
  const pieces = piecesOf(value, at, limit).map(pieceMarkup);
  return tag('span', { class: 'excerpt', lang: locale, dir: direction(locale) }, ...pieces);
}

function pieceMarkup({ kind, text: piece }: Piece): Markup {
  if (kind === 'text') return text(piece);
  return kind === 'marked' ? tag('mark', {}, text(piece)) : tag('span', { class: 'sign' }, text(piece));
}
