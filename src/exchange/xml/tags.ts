/** A tag of a text that need not be well formed. */
export interface LooseTag {
  readonly kind: 'open' | 'close' | 'empty';
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Who follows the tags of a text as they are found. */
export interface TagHandler {
  tag(tag: LooseTag): void;
  /** Something that is no tag though it begins as one. */
  bad(start: number, end: number, reason: string): void;
}

const END_TAG = /<\/([^\s<>/="']+)\s*>/y;
const START_NAME = /<([\p{L}_:][^\s<>/="']*)/uy;
const ATTRIBUTE = /\s+[^\s<>=/"']+\s*=\s*(?:"[^"<]*"|'[^'<]*')/y;
const START_END = /\s*(\/?)>/y;

/**
 * Finds the tags of a text, past comments, CDATA sections and instructions. What is not closed, or could not be what it
 * begins as, is told as bad, and the search goes on right behind where it begins; text within a section that is closed
 * is never searched. `hides` tells whether the text of such a section holds what none should: a sign that its
 * beginning or its end does not belong to it. Linear.
 */
export function scanTags(text: string, handler: TagHandler, hides: (section: string) => boolean): void {
  const scan = new TagScan(text, handler, hides);
  for (let at = text.indexOf('<'); at !== -1; ) at = text.indexOf('<', scan.from(at));
}

class TagScan {
  private readonly text: string;
  private readonly handler: TagHandler;
  private readonly hides: (section: string) => boolean;
  /** Ends that are nowhere in the rest of the text. */
  private readonly missing = new Set<string>();

  constructor(text: string, handler: TagHandler, hides: (section: string) => boolean) {
    this.text = text;
    this.handler = handler;
    this.hides = hides;
  }

  /** Tells what begins at a `<`; gives where to look on. */
  from(at: number): number {
    const { text, handler } = this;
    if (text.startsWith('<!--', at)) return this.comment(at);
    if (text.startsWith('<![CDATA[', at)) return this.section(at, '<![CDATA[', ']]>');
    if (text.startsWith('<?', at)) return this.section(at, '<?', '?>');
    const tag = tagAt(text, at);
    if (tag === null) handler.bad(at, at + 1, 'syntax');
    else handler.tag(tag);
    return tag?.end ?? at + 1;
  }

  // Within a comment there is no `--`: https://www.w3.org/TR/xml/#sec-comments
  private comment(at: number): number {
    const from = at + '<!--'.length;
    const found = this.find('--', from);
    if (found !== -1 && this.text[found + 2] === '>') return found + 3;
    this.handler.bad(at, from, 'syntax');
    return from;
  }

  private section(at: number, begin: string, end: string): number {
    const from = at + begin.length;
    const found = this.find(end, from);
    if (found === -1) {
      this.handler.bad(at, from, 'syntax');
      return from;
    }
    const after = found + end.length;
    const declaration = begin === '<?' && at > 1 && /^<\?xml[\s?]/i.test(this.text.slice(at, at + 6));
    if (declaration) this.handler.bad(at, after, 'nested');
    else if (this.hides(this.text.slice(from, found))) this.handler.bad(at, after, 'syntax');
    return after;
  }

  private find(end: string, from: number): number {
    const found = this.missing.has(end) ? -1 : this.text.indexOf(end, from);
    if (found === -1) this.missing.add(end);
    return found;
  }
}

/** The tag that begins at a `<`; null where none does. No expression goes beyond the next `<`. */
function tagAt(text: string, start: number): LooseTag | null {
  END_TAG.lastIndex = start;
  const closing = END_TAG.exec(text)?.[1];
  if (closing !== undefined) return { kind: 'close', name: closing, start, end: END_TAG.lastIndex };
  START_NAME.lastIndex = start;
  const name = START_NAME.exec(text)?.[1];
  if (name === undefined) return null;
  let at = START_NAME.lastIndex;
  for (ATTRIBUTE.lastIndex = at; ATTRIBUTE.test(text); ) at = ATTRIBUTE.lastIndex;
  START_END.lastIndex = at;
  const slash = START_END.exec(text)?.[1];
  if (slash === undefined) return null;
  return { kind: slash === '' ? 'open' : 'empty', name, start, end: START_END.lastIndex };
}
