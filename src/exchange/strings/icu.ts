/** What an ICU message asks for. https://unicode-org.github.io/icu/userguide/format_parse/messages/ */
export interface IcuShape {
  /** Arguments with their type: `count plural`, `name`; a choice by words with its words, `kind select a b other`. */
  readonly arguments: ReadonlySet<string>;
  /** Whether it has forms to choose from. */
  readonly chooses: boolean;
}

const DEPTH_LIMIT = 30;
const SPACE = /[ \t\r\n]*/y;
const NAME = /[^\s{},'"#<>=:]+/y;
const SELECTOR = /=[0-9]+|[^\s{},'"#<>=:]+/y;
const OFFSET = /offset:[0-9]+/y;
const STYLE = /(?:[^{}']|'[^']*')*/y;
const QUOTES = /['{}<#]/;
const PLURAL_SELECTOR = /^(?:=[0-9]+|zero|one|two|few|many|other)$/;

/** What an ICU message asks for, or null where the text is none or asks for nothing. Linear in its length. */
export function icuShapeOf(text: string): IcuShape | null {
  if (!text.includes('{')) return null;
  const reading = new Reading(text);
  if (!reading.run() || reading.arguments.size === 0) return null;
  return { arguments: reading.arguments, chooses: reading.chooses };
}

class Reading {
  readonly arguments: Set<string> = new Set();
  chooses = false;
  private readonly text: string;
  private at = 0;
  private depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  run(): boolean {
    return this.message() && this.at === this.text.length;
  }

  /** Up to the end or a closing brace; false where something is wrong. */
  private message(): boolean {
    while (this.at < this.text.length) {
      const char = this.text[this.at];
      if (char === '}') return this.depth > 0;
      this.at += 1;
      if (char === "'") this.quoted();
      else if (char === '{' && !this.argument()) return false;
    }
    return true;
  }

  private quoted(): void {
    const next = this.text[this.at] ?? '';
    if (next === "'") this.at += 1;
    else if (next !== '' && QUOTES.test(next)) {
      const end = this.text.indexOf("'", this.at);
      this.at = end === -1 ? this.text.length : end + 1;
    }
  }

  private argument(): boolean {
    this.match(SPACE);
    const name = this.match(NAME);
    if (name === '') return false;
    if (this.ends()) return this.note(name);
    if (!this.take(',')) return false;
    this.match(SPACE);
    const type = this.match(NAME);
    if (['plural', 'selectordinal', 'select'].includes(type)) return this.choice(name, type);
    if (type === '') return false;
    if (this.ends()) return this.note(`${name} ${type}`);
    if (!this.take(',')) return false;
    this.match(STYLE);
    return this.ends() && this.note(`${name} ${type}`);
  }

  private choice(name: string, type: string): boolean {
    this.match(SPACE);
    if (!this.take(',') || this.depth >= DEPTH_LIMIT) return false;
    this.chooses = true;
    this.match(SPACE);
    this.match(OFFSET);
    const selectors: string[] = [];
    while (!this.ends()) {
      const selector = this.match(SELECTOR);
      this.match(SPACE);
      if (selector === '' || !this.take('{')) return false;
      this.depth += 1;
      const fine = this.message() && this.take('}');
      this.depth -= 1;
      if (!fine) return false;
      selectors.push(selector);
    }
    if (!selectors.includes('other')) return false;
    if (type === 'select') return this.note([name, type, ...new Set(selectors.sort())].join(' '));
    return selectors.every((selector) => PLURAL_SELECTOR.test(selector)) && this.note(`${name} ${type}`);
  }

  private note(argument: string): true {
    this.arguments.add(argument);
    return true;
  }

  /** Whether the argument is at its closing brace, which is then passed. */
  private ends(): boolean {
    this.match(SPACE);
    return this.take('}');
  }

  private take(mark: string): boolean {
    if (this.text[this.at] !== mark) return false;
    this.at += 1;
    return true;
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }
}
