import type { AttributeSpec, ElementSpec, Particle } from '../spec.ts';
import { of, TYPES } from './values.ts';

/** The attributes of an element, by name. */
export type Attributes = Readonly<Record<string, AttributeSpec>>;

/** The types that many attributes have. */
export const TEXT: AttributeSpec = of('text');
export const TOKEN: AttributeSpec = of('nmtoken');
export const LANGUAGE: AttributeSpec = of('language');
export const SPACE: AttributeSpec = of(TYPES.space);
export const YES_NO: AttributeSpec = of(TYPES.yesNo);

/** At least `min` of some elements, in any order. */
export function many(min: number, ...names: readonly string[]): Particle {
  return { names, min, max: Number.POSITIVE_INFINITY };
}

/** An element that may stand once. */
export function once(name: string): Particle {
  return { names: [name], min: 0, max: 1 };
}

/** Exactly one of some elements. */
export function one(...names: readonly string[]): Particle {
  return { names, min: 1, max: 1 };
}

/** Elements of other namespaces. */
export const OTHERS: Particle = many(0, '*');

/** A file within the file, or the address of one. */
export const FILE: readonly Particle[] = [one('internal-file', 'external-file')];

/** An element whose table lists what is checked of its attributes, not all that it may have. */
export interface OpenSpec extends ElementSpec {
  readonly anyAttributes: true;
}

/** An element that the transitional schema lets have any attribute, of any namespace and of none. */
export function open(clause: string, attributes: Attributes, content: readonly Particle[] = []): OpenSpec {
  return { attributes, foreignAttributes: true, anyAttributes: true, content, clause };
}

/** An element that has the listed attributes alone. */
export function shut(clause: string, attributes: Attributes, content: readonly Particle[] = []): ElementSpec {
  return { attributes, foreignAttributes: false, content, clause };
}
