import { fragmentProblem } from '../xml/fragment.ts';
import type { LooseTag, TagHandler } from '../xml/tags.ts';
import { idOf, type Kind, kindOf, redeclares, rootOf } from './salvage-names.ts';

/** What is known of the place of an element: the innermost root, file and group that are open around it. */
interface Context {
  readonly root: Frame | null;
  readonly file: Frame | null;
  readonly group: Frame | null;
}

/** An element that is or was open. */
export interface Frame {
  readonly name: string;
  readonly kind: Kind;
  readonly start: number;
  readonly tagEnd: number;
  /** Whether it is of another namespace than the names of XLIFF, with all within it. */
  readonly foreign: boolean;
  readonly context: Context;
  /** The unit around it, with no root, file or group between. */
  readonly unit: Frame | null;
  /** How deep it is in that unit. */
  readonly level: number;
  /** How many units had been found before it. */
  readonly mark: number;
  /** For a root: the prefix of its names and the namespace; whether it is XLIFF 1. */
  readonly prefix: string;
  readonly old: boolean;
  /** What is wrong within it. */
  broken: string | null;
  /** For a unit: where the first element begins that cannot be in a unit. */
  inner: number | null;
}

/** A unit that is whole. */
export interface WholeUnit {
  readonly start: number;
  readonly end: number;
  readonly context: Context;
}

/** A piece of the text that cannot be read, and the unit that it spoils. */
export interface Damaged {
  readonly start: number;
  readonly end: number;
  readonly reason: string;
  readonly unit: string | null;
}

const NOWHERE: Context = { root: null, file: null, group: null };
/** Levels within a unit; more are no text. */
const DEPTH_LIMIT = 200;

/** What is left of a unit's start tag that is damaged: its id. */
const UNIT_TAG = /<(?:[^\s<>/:]{1,64}:)?(?:trans-)?unit\s[^<>]{0,400}?\bid\s*=\s*["']([^"'<>]{1,400})["']/y;

/**
 * Follows the tags of a damaged file with the elements that are open. A unit is whole when its tags are, nothing else is
 * open within it at its end, and it is well formed by itself; what no unit should hold begins a new one. An end tag that
 * nothing is open for is left aside; one that closes what is around an open element shows that that one lost its own.
 */
export class SalvageFrames implements TagHandler {
  /** In the order of the text. */
  readonly units: WholeUnit[] = [];
  readonly files: Frame[] = [];
  readonly damaged: Damaged[] = [];
  private readonly text: string;
  private readonly version: '1.0' | '1.1';
  private readonly frames: Frame[] = [];
  private readonly open = new Map<string, number>();
  /** The prefix and version of the root that was seen last. */
  private home = { prefix: '', old: true };
  /** Where tags stand next, by how they begin. */
  private readonly ahead = new Map<string, number>();

  constructor(text: string) {
    this.text = text;
    this.version = /^\uFEFF?<\?xml[^>]*version\s*=\s*["']1\.1/.test(text.slice(0, 200)) ? '1.1' : '1.0';
  }

  bad(start: number, end: number, reason: string): void {
    const top = this.frames.at(-1);
    UNIT_TAG.lastIndex = start;
    const unit = UNIT_TAG.exec(this.text)?.[1] ?? null;
    const within = top !== undefined && (top.kind === 'unit' || top.unit !== null);
    if (unit !== null || !within) this.damaged.push({ start, end, reason, unit });
    if (top !== undefined && !isStructure(top)) this.spoil(top, reason);
  }

  tag(tag: LooseTag): void {
    if (tag.kind === 'close') this.close(tag);
    else this.enter(tag);
  }

  /** Ends the text: what is still open was cut off. */
  end(): void {
    const cut = this.frames.some(isStructure);
    while (this.frames.length > 0) this.leave(this.text.length, 'cut-off');
    if (cut)
      this.damaged.push({ start: this.text.length, end: this.text.length, reason: 'cut-off', unit: null });
  }

  private enter(tag: LooseTag): void {
    const parent = this.frames.at(-1);
    const frame = this.frameOf(tag, parent);
    if (frame === null) {
      this.bad(tag.start, tag.end, 'syntax');
      return;
    }
    const { unit } = frame;
    if (unit !== null && frame.kind !== 'other') unit.inner ??= frame.start;
    if (unit !== null && frame.level > DEPTH_LIMIT) this.spoil(unit, 'depth');
    this.frames.push(frame);
    this.open.set(frame.name, (this.open.get(frame.name) ?? 0) + 1);
    if (frame.kind === 'file') this.files.push(frame);
    if (tag.kind === 'empty') this.finish(tag.end);
  }

  /** Null for the tag of a root, file or group that is not well formed by itself. */
  private frameOf(
    { name, start, end: tagEnd, kind: tagKind }: LooseTag,
    parent: Frame | undefined,
  ): Frame | null {
    const context = contextWithin(parent);
    const raw = this.text.slice(start, tagEnd);
    const root = rootOf(name, raw);
    if (root !== null) this.home = root;
    const home = root ?? context.root ?? this.home;
    const foreign = root === null && ((parent?.foreign ?? false) || redeclares(raw, home.prefix));
    const named = root !== null ? 'root' : foreign ? 'other' : kindOf(name, home);
    // Units are told to be in the innermost group with an id.
    const kind = named === 'group' && idOf(raw) === null ? 'body' : named;
    const unit = parent?.kind === 'unit' ? parent : parent?.kind === 'other' ? parent.unit : null;
    const level = unit === null || parent === undefined ? 0 : parent.level + 1;
    const { prefix, old } = home;
    const mark = this.units.length;
    const made: Frame = {
      ...{ name, kind, start, tagEnd, foreign, context, unit, level, mark, prefix, old },
      broken: null,
      inner: null,
    };
    if (kind === 'other' || kind === 'body') return made;
    if (kind === 'unit') return { ...made, level: 0 };
    if (fragmentProblem(tagKind === 'empty' ? raw : `${raw}</${name}>`, this.version) !== null) return null;
    return made;
  }

  private close({ name, start, end }: LooseTag): void {
    const open = this.open.get(name) ?? 0;
    if (open === 0 || this.isStray(name, start)) {
      this.bad(start, end, 'unopened');
      return;
    }
    while (this.frames.at(-1)?.name !== name) this.leave(start, 'unclosed');
    this.finish(end);
  }

  /** Whether the end tag of what is around a unit stands within one whose own end tag is still to come. */
  private isStray(name: string, at: number): boolean {
    const top = this.frames.at(-1);
    const unit = top?.kind === 'unit' ? top : (top?.unit ?? null);
    if (unit === null || unit === undefined || unit.name === name) return false;
    const kind = kindOf(name, unit);
    const around = kind === 'file' || kind === 'group' || kind === 'body' || name === `${unit.prefix}xliff`;
    if (!around) return false;
    const closing = this.next(`</${unit.name}`, at);
    return closing !== -1 && closing < (this.next(`<${unit.name}`, at) + 1 || Number.POSITIVE_INFINITY);
  }

  private next(begin: string, at: number): number {
    const known = this.ahead.get(begin);
    if (known !== undefined && (known === -1 || known >= at)) return known;
    const found = this.text.indexOf(begin, at);
    this.ahead.set(begin, found);
    return found;
  }

  /** The innermost element ends as it should. */
  private finish(end: number): void {
    const frame = this.pop();
    if (frame === undefined) return;
    if (frame.kind === 'other') {
      if (frame.broken !== null) this.spoilParent(frame);
      else this.units.length = frame.mark;
      return;
    }
    if (frame.kind !== 'unit') return;
    if (frame.broken !== null) {
      this.lose(frame, frame.inner ?? end, frame.broken);
      if (frame.inner !== null) this.damaged.push({ start: end, end, reason: frame.broken, unit: null });
      return;
    }
    this.units.length = frame.mark;
    const { start, context } = frame;
    const problem = fragmentProblem(this.text.slice(start, end), this.version);
    if (problem !== null) this.lose(frame, end, problem);
    else if (context.file === null) this.lose(frame, end, 'file');
    else this.units.push({ start, end, context });
  }

  /** The innermost element ends without an end tag of its own. */
  private leave(at: number, reason: string): void {
    const frame = this.pop();
    if (frame === undefined) return;
    if (frame.kind === 'unit') this.lose(frame, frame.inner ?? at, frame.broken ?? reason);
    else if (frame.kind === 'other') {
      frame.broken ??= reason;
      if (frame.unit === null)
        this.damaged.push({ start: frame.start, end: frame.tagEnd, reason, unit: null });
      this.spoilParent(frame);
    } else if (reason !== 'cut-off') {
      this.damaged.push({ start: at, end: at, reason, unit: null });
    }
  }

  private pop(): Frame | undefined {
    const frame = this.frames.pop();
    if (frame !== undefined) this.open.set(frame.name, (this.open.get(frame.name) ?? 1) - 1);
    return frame;
  }

  private spoilParent(frame: Frame): void {
    const parent = this.frames.at(-1);
    if (parent !== undefined && !isStructure(parent)) this.spoil(parent, frame.broken ?? 'syntax');
  }

  private spoil(frame: Frame, reason: string): void {
    frame.broken ??= reason;
    if (frame.kind === 'other' && frame.unit !== null) frame.unit.broken ??= reason;
  }

  private lose(frame: Frame, end: number, reason: string): void {
    this.damaged.push({
      start: frame.start,
      end,
      reason,
      unit: idOf(this.text.slice(frame.start, frame.tagEnd)),
    });
  }
}

function contextWithin(parent: Frame | undefined): Context {
  if (parent === undefined) return NOWHERE;
  const { context } = parent;
  switch (parent.kind) {
    case 'root':
      return { root: parent, file: null, group: null };
    case 'file':
      return { root: context.root, file: parent, group: null };
    case 'group':
      return { ...context, group: parent };
    default:
      return context;
  }
}

function isStructure({ kind }: Frame): boolean {
  return kind !== 'unit' && kind !== 'other';
}
