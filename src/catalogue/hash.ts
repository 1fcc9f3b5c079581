import { hash } from 'node:crypto';
import type { Wording } from '../model/catalogue.ts';
import { type Code, type Codes, type Content, parseContent } from '../model/content.ts';

/**
 * Fingerprints a wording: sixteen hexadecimal digits of SHA-256 over its NFC text with the types and targets of its
 * codes, but without their numbers, delimiters and keys: two wordings that a translator would see alike hash alike.
 */
function hashContent(content: Content, codes: Codes): string {
  return hash('sha256', visible(content, codes).normalize('NFC')).slice(0, 16);
}

/** `hashContent` of a stored wording. A stored text that is not well formed is a mistake in the code. */
export function hashWording(wording: Wording): string {
  return hashContent(contentOf(wording.text), wording.codes);
}

/** The content of a stored text that was checked when it was read. */
export function contentOf(stored: string): Content {
  const content = parseContent(stored);
  if (!content) throw new Error(`stored text is not well formed: ${stored.slice(0, 80)}`);
  return content;
}

function visible(content: Content, codes: Codes): string {
  let out = '';
  for (const node of content) {
    if (node.kind === 'text') out += node.text;
    else {
      const name = describe(codes[node.id]);
      out += node.children
        ? `\u0001${name}\u0002${visible(node.children, codes)}\u0003`
        : `\u0001${name}\u0004`;
    }
  }
  return out;
}

function describe(code: Code | undefined): string {
  if (!code) return '';
  const { type, href, text, parts } = code;
  return `${type} ${href ?? ''} ${text ?? ''}${type === 'html' ? parts.join('\u0005') : ''}`;
}
