import { createHash } from 'node:crypto';
import type { KeyPath } from './tree.ts';

/** Keys that can stand in a name as they are: the rest would make it ambiguous, or are changed by XML. */
const SIMPLE_KEY = /^(?![\s\d])[^.[\]"\\\u0000-\u001F\u007F-\u009F\u2028\u2029\uFFFE\uFFFF\uD800-\uDFFF]*$/u;

/**
 * The name of a text, for people and for files: `menu.items[0].title`; a path with keys for which that would be
 * ambiguous is a JSON array, `["a.b","c"]`.
 */
export function nameOf(path: KeyPath): string {
  const [first] = path;
  if (typeof first !== 'string' || first.trim() !== first || !path.every(isSimple)) return escaped(path);
  const name = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  return name.slice(1);
}

function isSimple(step: string | number): boolean {
  return typeof step === 'number' || (step !== '' && step.trimEnd() === step && SIMPLE_KEY.test(step));
}

/** JSON in which every character that XML forbids or changes is an escape. */
function escaped(path: KeyPath): string {
  return JSON.stringify(path).replace(/[\u007F-\u009F\u2028\u2029\uFFFE\uFFFF]/g, (char) => {
    return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** The path of a name, or null where it is none. */
export function pathOf(name: string): KeyPath | null {
  if (name.startsWith('["')) return pathOfJson(name);
  const path: (string | number)[] = [];
  for (const [whole, index, key] of `.${name}`.matchAll(/\[(0|[1-9][0-9]{0,6})\]|\.([^.[\]]+)|[\s\S]/g)) {
    if (index !== undefined) path.push(Number(index));
    else if (key !== undefined) path.push(key);
    else if (whole !== '') return null;
  }
  return path.length > 0 && nameOf(path) === name ? path : null;
}

function pathOfJson(name: string): KeyPath | null {
  try {
    const path = JSON.parse(name) as unknown;
    const steps = Array.isArray(path) && path.every(isStep) ? (path as KeyPath) : null;
    return steps !== null && nameOf(steps) === name ? steps : null;
  } catch {
    return null;
  }
}

const MOST_ITEMS = 10_000_000;

function isStep(step: unknown): boolean {
  if (typeof step === 'string') return true;
  return typeof step === 'number' && Number.isInteger(step) && step >= 0 && step < MOST_ITEMS;
}

const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * An id for a text, the same in every export: `k` and ten Crockford digits of SHA-256 over its path. XLIFF 2's ids
 * are NMTOKENs, and XLIFF tools want them to begin with a letter.
 */
export function idOf(path: KeyPath): string {
  const digest = createHash('sha256').update(JSON.stringify(path)).digest();
  return `k${[...digest.subarray(0, 10)].map((byte) => DIGITS[byte & 31]).join('')}`;
}
