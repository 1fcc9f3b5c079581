import { reaches, type State } from '../../model/catalogue.ts';
import type { Attributes } from '../xml/feed.ts';
import { type Splice, setAttribute } from '../xml/tag.ts';
import { FINDING_FROM } from './notes.ts';
import { STATES_12, stateFrom12 } from './states.ts';
import {
  dropElement,
  element,
  indentBefore,
  inOrder,
  prefixOf,
  type Slice,
  type Span,
  shifted,
} from './update-text.ts';
import type { SegmentChange, Updater, UpdateText } from './updater.ts';

interface Tag extends Span {
  readonly attributes: Attributes;
}

interface Unit {
  readonly tag: Tag;
  target: Tag | null;
  /** The last of the elements behind which a note may stand. */
  anchor: Span | null;
  readonly findings: Span[];
}

/** Elements of a trans-unit that are looked at; all others are left out. */
const LOOKED_AT: ReadonlySet<string> = new Set(['source', 'seg-source', 'target', 'note']);

/** Updates the trans-units of XLIFF 1.2. */
export class Updater12 implements Updater {
  private readonly text: UpdateText;
  private unit: Unit | null = null;
  private child: Tag | null = null;
  private splices: readonly Splice[] = [];

  constructor(text: UpdateText) {
    this.text = text;
  }

  get from(): number | null {
    return this.unit?.tag.start ?? null;
  }

  takeSplices(): readonly Splice[] {
    const { splices } = this;
    this.splices = [];
    return splices;
  }

  open(name: string, attributes: Attributes): boolean {
    if (this.unit === null) {
      if (name === 'trans-unit') this.unit = this.newUnit(attributes);
      return name === 'body' || name === 'group' || name === 'bin-unit' || name === 'trans-unit';
    }
    if (this.child !== null || !LOOKED_AT.has(name)) return false;
    this.child = this.tag(attributes);
    return true;
  }

  private newUnit(attributes: Attributes): Unit {
    return { tag: this.tag(attributes), target: null, anchor: null, findings: [] };
  }

  private tag(attributes: Attributes): Tag {
    const { tagStart: start, tagEnd: end } = this.text.feed;
    return { start, end, attributes };
  }

  close(name: string): void {
    const { unit, child } = this;
    if (unit === null) return;
    if (child === null) {
      if (name !== 'trans-unit') return;
      const change = this.text.changeOf(unit.tag.attributes['id'] ?? '');
      if (change !== undefined) this.splices = splicesOf(unit, change, this.text.slice);
      this.unit = null;
      return;
    }
    this.child = null;
    const span = { start: child.start, end: this.text.feed.tagEnd };
    if (name === 'note' && child.attributes['from'] === FINDING_FROM) unit.findings.push(span);
    else unit.anchor = span;
    if (name === 'target') unit.target ??= child;
  }
}

function splicesOf(unit: Unit, { state, findings }: SegmentChange, slice: Slice): readonly Splice[] {
  const { tag, target, anchor } = unit;
  const told = target !== null && state !== undefined ? stateSplices(unit.tag, target, state, slice) : [];
  if (findings === undefined) return inOrder(told);
  const gone = unit.findings.map((span) => dropElement(slice, span, tag.start));
  const name = `${prefixOf(slice(tag.start, tag.end))}note`;
  const indent = anchor === null ? '' : indentBefore(slice, anchor.start, tag.start);
  const notes = findings.map(
    (text) => indent + element(name, ` from="${FINDING_FROM}" annotates="target"`, text),
  );
  // Right behind its anchor a note is in its place: https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html#trans-unit
  const insert = { at: anchor?.end ?? tag.end, remove: 0, insert: notes.join('') };
  return inOrder([...told, ...gone, ...(findings.length === 0 ? [] : [insert])]);
}

function stateSplices(unit: Tag, target: Tag, state: State, slice: Slice): Splice[] {
  const [unitText, targetText] = [unit, target].map(({ start, end }) => slice(start, end)) as [
    string,
    string,
  ];
  const same = stateFrom12(target.attributes['state'], undefined) === state;
  const states = same ? [] : setAttribute(targetText, 'state', STATES_12[state]);
  const yes = reaches(state, 'reviewed');
  const { approved } = unit.attributes;
  const right = yes ? approved === 'yes' : approved !== 'yes';
  const approvals = right ? [] : setAttribute(unitText, 'approved', yes ? 'yes' : 'no');
  return [...shifted(approvals, unit.start), ...shifted(states, target.start)];
}
