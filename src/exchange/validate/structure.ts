import { checkOf, type ValueCheck } from './datatypes.ts';
import type { ProblemCode } from './problem.ts';
import type { Check, Rule } from './rule.ts';
import type { AttributeSpec, DataType, ElementSpec, PlaceSpec, Standard } from './spec.ts';

/** An attribute, ready to be checked. */
export interface AttributeShape {
  readonly check: ValueCheck;
  readonly problem: ProblemCode;
  /** What the value may be, for the words. */
  readonly expected: string;
  readonly fixed: string | undefined;
  readonly clause: string;
}

/** An element's table, ready to be checked, with what the rules do at it. */
export interface Shape {
  readonly name: string;
  readonly spec: ElementSpec;
  readonly attributes: ReadonlyMap<string, AttributeShape>;
  /** Those of them that have no prefix, so that they are what they are called. */
  readonly plain: ReadonlyMap<string, AttributeShape>;
  readonly required: readonly string[];
  /** For each name, the particles that hold it. */
  readonly slots: ReadonlyMap<string, readonly number[]>;
  readonly keepsText: boolean;
  readonly streams: boolean;
  readonly opens: readonly Check[];
  readonly closes: readonly Check[];
}

/** All shapes of a version, by canonical name. */
export interface Structure {
  readonly shapes: ReadonlyMap<string, Shape>;
  /** Top elements of modules. */
  readonly places: ReadonlyMap<string, PlaceSpec>;
  /** Attributes of modules for other elements: known, though perhaps not where they stand. */
  readonly moduleAttributes: ReadonlySet<string>;
  /** What the rules do at foreign elements. */
  readonly foreign: readonly Check[];
}

/** Makes the tables of a version ready for a run of `rules`. */
export function structureOf(standard: Standard, rules: readonly Rule[]): Structure {
  const shapes = new Map<string, Shape>();
  const places = new Map<string, PlaceSpec>();
  const moduleAttributes = new Set<string>();
  const extra = new Map<string, [string, AttributeSpec][]>();
  const modules = standard.modules.filter((module) => module.namespaces[standard.version] !== undefined);
  for (const module of modules) {
    for (const [name, place] of Object.entries(module.places)) places.set(name, place);
    for (const [name, spec] of Object.entries(module.attributes)) {
      moduleAttributes.add(name);
      for (const on of spec.on) listIn(extra, on).push([name, spec]);
    }
  }
  for (const table of [standard.elements, ...modules.map((module) => module.elements)]) {
    for (const [name, spec] of Object.entries(table)) {
      shapes.set(name, shapeOf(name, spec, extra.get(name) ?? [], rules));
    }
  }
  return { shapes, places, moduleAttributes, foreign: checksOf(rules, 'open', '*') };
}

function shapeOf(
  name: string,
  spec: ElementSpec,
  extra: readonly (readonly [string, AttributeSpec])[],
  rules: readonly Rule[],
): Shape {
  const attributes = new Map<string, AttributeShape>();
  const required: string[] = [];
  for (const [attribute, type] of [...Object.entries(spec.attributes), ...extra]) {
    attributes.set(attribute, attributeShape(attribute, type));
    if (type.required) required.push(attribute);
  }
  const slots = new Map<string, number[]>();
  for (const [index, particle] of spec.content.entries()) {
    for (const child of particle.names) listIn(slots, child).push(index);
  }
  return {
    name,
    spec,
    attributes,
    plain: new Map([...attributes].filter(([attribute]) => !attribute.includes(':'))),
    required,
    slots,
    keepsText: spec.text === true,
    streams: spec.streams === true,
    opens: checksOf(rules, 'open', name),
    closes: checksOf(rules, 'close', name),
  };
}

function attributeShape(name: string, spec: AttributeSpec): AttributeShape {
  return {
    check: checkOf(spec.type),
    problem: spec.problem ?? problemOf(spec.type),
    expected: expectedOf(spec.type),
    fixed: spec.fixed,
    clause: spec.clause ?? `#${name.replace(':', '_').toLowerCase()}`,
  };
}

function problemOf(type: DataType): ProblemCode {
  if (typeof type !== 'string') return 'oneOf' in type ? 'value-not-listed' : 'value-malformed';
  switch (type) {
    case 'nmtoken':
    case 'nmtokens':
      return 'nmtoken-malformed';
    case 'language':
      return 'language-malformed';
    case 'positive-integer':
    case 'non-negative-integer':
    case 'decimal':
      return 'number-malformed';
    case 'uri':
      return 'uri-malformed';
    case 'date-time':
      return 'date-malformed';
    default:
      return 'value-not-listed';
  }
}

function expectedOf(type: DataType): string {
  if (type === 'yes-no') return 'yes, no';
  if (typeof type === 'string') return type;
  return 'oneOf' in type ? type.oneOf.join(', ') : type.name;
}

function checksOf(rules: readonly Rule[], when: 'open' | 'close', name: string): Check[] {
  const checks: Check[] = [];
  for (const rule of rules) {
    const table = rule[when];
    if (table !== undefined && Object.hasOwn(table, name)) checks.push(table[name] as Check);
  }
  return checks;
}

function listIn<Item>(map: Map<string, Item[]>, key: string): Item[] {
  let list = map.get(key);
  if (list === undefined) {
    list = [];
    map.set(key, list);
  }
  return list;
}
