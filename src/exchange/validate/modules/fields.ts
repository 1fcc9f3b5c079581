import type { Version } from '../problem.ts';
import type { AttributeSpec, DataType, Particle } from '../spec.ts';

/** A namespace that every version of XLIFF 2 gives to a module. */
export function inEach(namespace: string): Partial<Record<Version, string>> {
  return { '2.0': namespace, '2.1': namespace, '2.2': namespace };
}

/** One attribute of a module: its type, its clause, and whether it is required. */
export function field(type: DataType, clause: string, required?: 'required'): AttributeSpec {
  return required === undefined ? { type, clause } : { type, clause, required: true };
}

/** A value of one's own: an authority, a colon, a value. */
export const OWN_VALUE: DataType = { pattern: /^[^\s:]+:[^\s:]+$/, name: 'prefix:value' };

/** A number from 0 to 100. */
export const PERCENT: DataType = {
  pattern: /^[ \t\r\n]*\+?(?:0*\d{1,2}(?:\.\d*)?|0*100(?:\.0*)?|\.\d+|-0*(?:\.0*)?)[ \t\r\n]*$/,
  name: '0 … 100',
};

/** Elements that may stand anywhere among others of their place: at least `min`. */
export function many(min: number, ...names: readonly string[]): Particle {
  return { names, min, max: Number.POSITIVE_INFINITY };
}

/** An element that may stand once. */
export function once(...names: readonly string[]): Particle {
  return { names, min: 0, max: 1 };
}

/** An element that stands exactly once. */
export function one(...names: readonly string[]): Particle {
  return { names, min: 1, max: 1 };
}

/** Elements of other namespaces. */
export const OTHERS: Particle = many(0, '*');
