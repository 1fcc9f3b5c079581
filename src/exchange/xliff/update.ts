import { HexaplaError } from '../../model/error.ts';
import { decodeXmlPieces, encodeXml } from '../xml/bytes.ts';
import type { Attributes, XmlFeed } from '../xml/feed.ts';
import { TextQueue } from '../xml/queue.ts';
import { type Here, readXmlPieces, type XmlPieces, type XmlReader } from '../xml/read.ts';
import { formatOfRoot } from './read.ts';
import { Updater2 } from './update2.ts';
import { Updater12 } from './update12.ts';
import type { SegmentChange, Updater, UpdateText } from './updater.ts';

/** What is changed in a returned file, by `changeKey`. */
export type Changes = ReadonlyMap<string, SegmentChange>;

/** Names a segment of a returned file: the number of its `file` element, from 0, and its id as it was read. */
export function changeKey(file: number, id: string): string {
  return `${file} ${id}`;
}

/** Takes the pieces of a file's text and gives those of the updated one. */
export interface XliffUpdate {
  write(text: string): string;
  end(): string;
}

/**
 * Writes states and findings into a returned file and leaves all else as it is, byte for byte: in XLIFF 1.2 the
 * target's `state`, the unit's `approved` and `note` elements, in 2 the segment's `state` (without the `subState` of the
 * one before) and notes on its unit. A segment without a target gets notes alone. Updating twice gives the same text.
 * Errors: those of `readXliff`. Linear, in memory that is bounded by the largest unit.
 */
export function updateXliffPieces(file: string, changes: Changes): XliffUpdate {
  const update = new Update(file, changes);
  return {
    write: (text) => update.write(text),
    end: () => update.end(),
  };
}

/** The same for a file that is there as a whole, in its own encoding. */
export function updateXliffBytes(bytes: Uint8Array, file: string, changes: Changes): Uint8Array {
  const decoder = decodeXmlPieces(file, { keepMark: true });
  const text = decoder.write(bytes);
  return encodeXml(updateXliff(text + decoder.end(), file, changes), decoder.encoding);
}

/** The same for a text. */
export function updateXliff(text: string, file: string, changes: Changes): string {
  const update = updateXliffPieces(file, changes);
  const out = update.write(text);
  return out + update.end();
}

class Update implements XmlReader {
  readonly listening = false;
  private readonly file: string;
  private readonly changes: Changes;
  private readonly queue = new TextQueue();
  private readonly pieces: XmlPieces;
  private here: Here | null = null;
  private feed: XmlFeed | null = null;
  private updater: Updater | null = null;
  private fileNumber = -1;
  private begun = false;
  private out: string[] = [];

  constructor(file: string, changes: Changes) {
    this.file = file;
    this.changes = changes;
    this.pieces = readXmlPieces(file, (here, feed) => {
      this.here = here;
      this.feed = feed;
      return this;
    });
  }

  write(text: string): string {
    // Marks before the text are no part of it; some files have two.
    const marks = this.begun ? '' : (/^\uFEFF*/.exec(text)?.[0] ?? '');
    const rest = text.slice(marks.length);
    this.begun ||= rest !== '';
    this.out.push(marks);
    this.queue.push(rest);
    this.pieces.write(rest);
    this.out.push(this.queue.take(this.updater?.from ?? this.feed?.parsed ?? 0));
    return this.told();
  }

  end(): string {
    this.pieces.end();
    if (this.fileNumber === -1) {
      throw new HexaplaError('xliff-invalid', { reason: 'no-file' }, { file: this.file });
    }
    this.out.push(this.queue.rest());
    return this.told();
  }

  private told(): string {
    const out = this.out.join('');
    this.out = [];
    return out;
  }

  root(name: string, namespace: string | undefined, attributes: Attributes): void {
    const format = formatOfRoot(name, namespace, attributes);
    if (typeof format !== 'string') {
      throw new HexaplaError(format.code, format.values, { file: this.file, ...this.here?.() });
    }
    const { feed } = this;
    if (feed === null) throw new Error('a file is being read');
    const text: UpdateText = {
      feed,
      slice: (from, to) => this.queue.slice(from, to),
      changeOf: (id) => this.changes.get(changeKey(this.fileNumber, id)),
    };
    this.updater = format === 'xliff-1.2' ? new Updater12(text) : new Updater2(text, format);
  }

  open(name: string, attributes: Attributes): boolean {
    if (name === 'file' && this.updater?.from === null) {
      this.fileNumber += 1;
      return true;
    }
    return this.fileNumber !== -1 && (this.updater?.open(name, attributes) ?? false);
  }

  text(): void {}

  close(name: string): void {
    this.updater?.close(name);
    for (const { at, remove, insert } of this.updater?.takeSplices() ?? []) {
      this.out.push(this.queue.take(at), insert);
      this.queue.take(at + remove);
    }
  }
}
