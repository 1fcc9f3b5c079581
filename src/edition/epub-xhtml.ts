import { text } from '../model/html.ts';
import { direction } from '../model/locale.ts';
import { linkAddress } from './html-url.ts';

const VOID = new Set(['br', 'hr', 'img', 'wbr']);
const PIECE = /<(\/?)([a-z][a-z0-9]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*>|[^<]+/g;
const ATTRIBUTE = /\s+([^\s=>/]+)(?:="([^"]*)")?/g;
/** What only pages need: a scrolling region, and addresses of other pages. */
const DROPPED = new Set(['tabindex', 'hreflang', 'loading']);

/**
 * HTML that Hexapla wrote, as XHTML for an e-book: elements are closed, `lang` is there in both spellings, and links
 * that lead to no place in the book nor to another site become plain text. Linear.
 */
export function toXhtml(html: string): string {
  const ids = new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id));
  const open: string[] = [];
  let out = '';
  for (const [piece, slash, name, attributes = ''] of html.matchAll(PIECE)) {
    if (name === undefined) out += piece;
    else if (slash === '/') out += `</${open.pop() ?? name}>`;
    else {
      const kept = name === 'a' && !leadsSomewhere(attributes, ids) ? 'span' : name;
      const written = attributesOf(attributes, kept === name ? null : 'href');
      if (VOID.has(name)) out += `<${name}${written}/>`;
      else {
        open.push(kept);
        out += `<${kept}${written}>`;
      }
    }
  }
  return out;
}

function leadsSomewhere(attributes: string, ids: ReadonlySet<string | undefined>): boolean {
  const href = /\shref="([^"]*)"/.exec(attributes)?.[1];
  if (href === undefined) return true;
  if (href.startsWith('#')) return ids.has(href.slice(1));
  const safe = linkAddress(decoded(href));
  if (safe === null || !/^[a-z]+:/i.test(safe)) return false;
  return isAddress(safe);
}

const REFERENCES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function decoded(value: string): string {
  return value.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => REFERENCES[name] ?? '');
}

/** Readers of e-books refuse what is no address at all. */
function isAddress(href: string): boolean {
  return URL.canParse(href) && !/[<>"{}|\\^`\s]/.test(href);
}

function attributesOf(attributes: string, without: string | null): string {
  let out = '';
  for (const [, name = '', value] of attributes.matchAll(ATTRIBUTE)) {
    if (name === without || DROPPED.has(name)) continue;
    out += ` ${name}="${value ?? name}"`;
    if (name === 'lang') out += ` xml:lang="${value}"`;
    if (name === 'role' && value !== undefined) out += epubType(value);
  }
  return out;
}

const TYPES: Readonly<Record<string, string>> = {
  'doc-noteref': 'noteref',
  'doc-endnotes': 'endnotes',
  'doc-backlink': 'backlink',
};

function epubType(role: string): string {
  const type = TYPES[role];
  return type === undefined ? '' : ` epub:type="${type}"`;
}

/** A whole content document of a book, in a language. */
export function xhtmlDocument(given: {
  readonly locale: string;
  readonly title: string;
  readonly titleLocale: string;
  readonly body: string;
  readonly bodyType?: string;
}): string {
  const { locale, title, titleLocale, body, bodyType } = given;
  const marks =
    titleLocale === locale
      ? ''
      : ` lang="${titleLocale}" xml:lang="${titleLocale}" dir="${direction(titleLocale)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE html>',
    `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${locale}" xml:lang="${locale}" dir="${direction(locale)}">`,
    '<head>',
    '<meta charset="utf-8"/>',
    `<title${marks}>${text(title)}</title>`,
    '<link rel="stylesheet" type="text/css" href="style.css"/>',
    '</head>',
    `<body${bodyType === undefined ? '' : ` epub:type="${bodyType}"`}>`,
    body,
    '</body>',
    '</html>\n',
  ].join('\n');
}
