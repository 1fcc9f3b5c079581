import type { Attributes } from '../xml/feed.ts';
import { isLanguageTag } from './language.ts';
import { type Names, UNDECLARED } from './names.ts';
import type { Frame, Node } from './node.ts';
import type { Report } from './report.ts';
import type { AttributeShape, Shape, Structure } from './structure.ts';

/**
 * The shape of a child, after a check that it may stand where it does; null when it is left out with all it holds: a
 * foreign element, or one that may not stand there.
 */
export function place(frame: Frame, node: Node, structure: Structure, report: Report): Shape | null {
  const { name } = node;
  const { clause } = frame.shape.spec;
  if (name === UNDECLARED) {
    report.report(node, 'prefix-undeclared', '#xliff', { name: node.written });
    return null;
  }
  const shape = name === '*' ? undefined : structure.shapes.get(name);
  if (name !== '*' && shape === undefined) {
    report.report(node, 'element-unknown', clause, { parent: frame.node.written });
    return null;
  }
  const slots = frame.shape.slots.get(name) ?? moduleSlots(frame, node, structure);
  if (slots === undefined) {
    const code = name === '*' ? 'element-foreign' : 'element-misplaced';
    report.report(node, code, clause, { parent: frame.node.written });
    return null;
  }
  const fitting = slotFor(frame, slots);
  if (fitting >= 0) {
    frame.particle = fitting;
    frame.counts[fitting] = (frame.counts[fitting] ?? 0) + 1;
  } else if (name !== '*' && isFull(frame, slots)) {
    report.report(node, 'element-repeated', clause, { parent: frame.node.written });
    return null;
  } else {
    const first = slots[0] ?? 0;
    frame.counts[first] = (frame.counts[first] ?? 0) + 1;
    report.report(node, 'element-order', clause, { parent: frame.node.written });
  }
  return shape !== undefined && isOneTooMany(frame, node, structure, report) ? null : (shape ?? null);
}

/** The particle that takes a child next, or -1. */
function slotFor(frame: Frame, slots: readonly number[]): number {
  for (const slot of slots) {
    if (slot < frame.particle) continue;
    const particle = frame.shape.spec.content[slot];
    if (particle !== undefined && (frame.counts[slot] ?? 0) < particle.max) return slot;
  }
  return -1;
}

function isFull(frame: Frame, slots: readonly number[]): boolean {
  return slots.every((slot) => (frame.counts[slot] ?? 0) >= (frame.shape.spec.content[slot]?.max ?? 0));
}

// A module's top element stands where foreign ones do, in the parents that the module names.
function moduleSlots(frame: Frame, node: Node, structure: Structure): readonly number[] | undefined {
  const allowed = structure.places.get(node.name)?.parents.includes(frame.shape.name) ?? false;
  return allowed ? frame.shape.slots.get('*') : undefined;
}

function isOneTooMany(frame: Frame, node: Node, structure: Structure, report: Report): boolean {
  const most = structure.places.get(node.name)?.max;
  if (most === undefined || frame.shape.slots.has(node.name)) return false;
  frame.modules ??= new Map();
  const count = (frame.modules.get(node.name) ?? 0) + 1;
  frame.modules.set(node.name, count);
  if (count <= most) return false;
  report.report(node, 'element-repeated', frame.shape.spec.clause, { parent: frame.node.written });
  return true;
}

/** At the end of an element: what it should have held. */
export function checkMissing(frame: Frame, report: Report): void {
  const { content, clause } = frame.shape.spec;
  for (let at = 0; at < content.length; at += 1) {
    const particle = content[at];
    if (particle === undefined || (frame.counts[at] ?? 0) >= particle.min) continue;
    report.report(frame.node, 'element-missing', clause, { missing: particle.names.join(', ') });
  }
}

/** Checks an element's attributes, and gives them by the names that they mean. */
export function checkAttributes(
  node: Node,
  shape: Shape,
  structure: Structure,
  report: Report,
  names: Names,
): Attributes {
  const written = node.attributes;
  let resolved: Record<string, string> | null = null;
  for (const name in written) {
    let attribute = shape.plain.get(name);
    if (attribute === undefined) {
      const meant = names.attribute(name);
      if (meant !== name) resolved ??= Object.create(null) as Record<string, string>;
      if (meant === '') continue;
      attribute = shape.attributes.get(meant);
      if (attribute === undefined) {
        checkUnknown(node, shape, structure, report, name, meant);
        continue;
      }
    }
    checkValue(node, attribute, report, name, written[name] ?? '');
  }
  const attributes = resolved === null ? written : resolve(written, resolved, names);
  for (const name of shape.required) {
    if (attributes[name] === undefined) {
      report.report(node, 'attribute-missing', shape.spec.clause, { attribute: name });
    }
  }
  return attributes;
}

function checkValue(
  node: Node,
  { fixed, check, problem, clause, expected }: AttributeShape,
  report: Report,
  name: string,
  value: string,
): void {
  if (fixed !== undefined && value !== fixed) {
    report.report(node, 'value-fixed', clause, { attribute: name, value, expected: fixed });
  } else if (!check(value)) {
    report.report(node, problem, clause, { attribute: name, value, expected });
  }
}

function resolve(written: Attributes, into: Record<string, string>, names: Names): Attributes {
  for (const name in written) {
    const meant = names.attribute(name);
    if (meant !== '' && meant !== UNDECLARED) into[meant] = written[name] ?? '';
  }
  return into;
}

function checkUnknown(
  node: Node,
  shape: Shape,
  structure: Structure,
  report: Report,
  name: string,
  meant: string,
): void {
  const { clause, foreignAttributes, anyAttributes } = shape.spec;
  if (meant === UNDECLARED) {
    report.report(node, 'prefix-undeclared', '#xliff', { name });
  } else if (meant.startsWith('*:')) {
    if (!foreignAttributes) report.report(node, 'attribute-foreign', clause, { attribute: name });
  } else if (anyAttributes) {
    return;
  } else if (structure.moduleAttributes.has(meant)) {
    report.report(node, 'attribute-misplaced', clause, { attribute: name });
  } else if (!meant.startsWith('xml:')) {
    report.report(node, 'attribute-unknown', clause, { attribute: name });
  } else if (!foreignAttributes || shape.spec.xmlAttributes === false) {
    report.report(node, 'attribute-misplaced', clause, { attribute: name });
  } else if (meant === 'xml:lang' && !isLanguageTag(node.attributes[name] ?? '')) {
    const values = { attribute: name, value: node.attributes[name] ?? '' };
    report.report(node, 'language-malformed', '#xml_lang', values);
  }
}
