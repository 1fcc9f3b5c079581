import type { Attributes } from '../xml/feed.ts';

/** Elements whose text is none of the paragraph's: what was deleted or moved away, drawings, properties that were. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'w:del',
  'w:moveFrom',
  'w:delText',
  'w:instrText',
  'w:delInstrText',
  'w:drawing',
  'w:pict',
  'w:object',
  'w:rt',
  'w:rPrChange',
  'w:pPrChange',
  'w:tblPrChange',
  'w:tblPrExChange',
  'w:tblGridChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:sectPrChange',
  'w:sdtEndPr',
]);

/** Whether an element is left out with all that is in it. */
export function isLeftOut(name: string, parent: string): boolean {
  // Within properties, `del` says that the paragraph's or the row's own mark was deleted.
  if (name === 'w:del' && (parent === 'w:rPr' || parent === 'w:trPr')) return false;
  return LEFT_OUT.has(name);
}

/** Whether a property of yes or no is yes. */
export function isOn(attributes: Attributes): boolean {
  return !/^(?:0|false|off)$/.test(attributes['w:val'] ?? '');
}

/** What of the text between `mc:AlternateContent` was found so far. */
interface Alternatives {
  choice: string | null;
  fallback: string | null;
  current: string;
}

/**
 * Puts together the text of paragraphs from what their runs hold. Of alternatives the fallback counts, which is what
 * programs without the newer elements show (a character in place of a picture of it). Of a field, its result.
 */
export class TextGatherer {
  private text = '';
  private readonly alternatives: Alternatives[] = [];
  /** For each field that is open, whether its result has begun. */
  private fields: boolean[] = [];
  private unclosed = 0;
  private hidden = false;
  private placeholder = 0;
  private listening = false;

  open(name: string, parent: string, attributes: Attributes): void {
    this.listening =
      name === 'w:t' && (parent === 'w:r' || parent === 'mc:Fallback' || parent === 'mc:Choice');
    switch (name) {
      case 'w:r':
        this.hidden = false;
        break;
      case 'w:vanish':
        if (parent === 'w:rPr') this.hidden = isOn(attributes);
        break;
      case 'w:tab':
        if (parent === 'w:r') this.add('\t');
        break;
      case 'w:br':
      case 'w:cr':
        this.add(' ');
        break;
      case 'w:noBreakHyphen':
        this.add('\u2011');
        break;
      case 'w:softHyphen':
        this.add('\u00AD');
        break;
      case 'w:sym':
        this.add(symbol(attributes));
        break;
      case 'w:fldChar':
        this.field(attributes['w:fldCharType']);
        break;
      case 'mc:AlternateContent':
        this.alternatives.push({ choice: null, fallback: null, current: '' });
        break;
      default:
        if (name === 'mc:Choice' || name === 'mc:Fallback') this.alternative('');
    }
  }

  hear(text: string): void {
    if (this.listening) this.add(text);
  }

  close(name: string): void {
    this.listening = false;
    const last = this.alternatives.at(-1);
    if (last === undefined) return;
    if (name === 'mc:Choice') last.choice ??= last.current;
    else if (name === 'mc:Fallback') last.fallback ??= last.current;
    else if (name === 'mc:AlternateContent') {
      this.alternatives.pop();
      this.append(last.fallback ?? last.choice ?? '');
    }
  }

  /** The words of a content control that nobody has filled in yet are no text. */
  setPlaceholder(isOpen: boolean): void {
    this.placeholder += isOpen ? 1 : -1;
  }

  /** The paragraph's text; the next one begins. */
  takeParagraph(): string {
    const { text } = this;
    this.text = '';
    return text;
  }

  /** A field that nobody ended ends with its cell. */
  endCell(): void {
    this.fields = [];
    this.unclosed = 0;
  }

  private alternative(text: string): void {
    const last = this.alternatives.at(-1);
    if (last !== undefined) last.current = text;
  }

  private field(type: string | undefined): void {
    if (type === 'begin') {
      this.fields.push(false);
      this.unclosed += 1;
    } else if (this.fields.length > 0) {
      const told = this.fields.pop();
      if (told === false) this.unclosed -= 1;
      if (type === 'separate') this.fields.push(true);
    }
  }

  private add(text: string): void {
    if (!this.hidden && this.placeholder === 0 && this.unclosed === 0) this.append(text);
  }

  private append(text: string): void {
    const last = this.alternatives.at(-1);
    if (last === undefined) this.text += text;
    else last.current += text;
  }
}

/** A character of a font of pictures has no text; one of any other font is what it is. */
function symbol(attributes: Attributes): string {
  const code = Number.parseInt(attributes['w:char'] ?? '', 16);
  if (!Number.isInteger(code) || code < 32 || code > 0xffff || (code >= 0xd800 && code < 0xf900))
    return '\uFFFD';
  return String.fromCharCode(code);
}
