import type { Context, CreateRule, Element } from '../rule.ts';

/** The subtypes that the standard defines, each for one type. */
const SUB_TYPES: ReadonlyMap<string, string> = new Map([
  ['xlf:lb', 'fmt'],
  ['xlf:pb', 'fmt'],
  ['xlf:b', 'fmt'],
  ['xlf:i', 'fmt'],
  ['xlf:u', 'fmt'],
  ['xlf:var', 'ui'],
]);

/** What one code, marker or character says by itself. */
export const marks: CreateRule = () => ({
  open: {
    cp: checkHex,
    ph: checkCode,
    pc: checkCode,
    sc: checkCode,
    ec: checkCode,
    mrk: checkAnnotation,
    sm: checkAnnotation,
  },
});

// https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html#hex
function checkHex(element: Element, context: Context): void {
  const { hex } = element.attributes;
  if (hex === undefined) return;
  const value = hex.trim();
  const point = Number.parseInt(value, 16);
  if (!/^(?:[0-9A-Fa-f]{2}){2,3}$/.test(value) || point > 0x10ffff) {
    context.report(element, 'hex-malformed', '#hex', { hex });
  } else if (isPlain(point)) {
    context.report(element, 'hex-valid-in-xml', '#hex', { hex });
  }
}

// The schema of the standard lets control characters through that XML 1.0 merely discourages.
function isPlain(point: number): boolean {
  if (point < 0x20) return point === 0x9 || point === 0xa || point === 0xd;
  if (point >= 0x7f && point <= 0x9f) return point === 0x85;
  return !((point >= 0xd800 && point <= 0xdfff) || point === 0xfffe || point === 0xffff);
}

function checkCode(element: Element, context: Context): void {
  const { subType, canReorder } = element.attributes;
  if (subType !== undefined) checkSubType(element, context, subType);
  if (canReorder !== 'no' && canReorder !== 'firstNo') return;
  const { canCopy, canDelete } = element.attributes;
  if (canCopy === 'no' && canDelete === 'no') return;
  context.report(element, 'reorder-hints', '#editinghints', { canReorder });
}

// https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html#subtype
function checkSubType(element: Element, context: Context, subType: string): void {
  const { type } = element.attributes;
  const wanted = SUB_TYPES.get(subType);
  if (type === undefined) context.report(element, 'subtype-without-type', '#subtype', { subType });
  else if (wanted !== undefined && wanted !== type) {
    context.report(element, 'subtype-type', '#subtype', { subType, type, expected: wanted });
  }
  if (wanted === undefined && subType.startsWith('xlf:')) {
    context.report(element, 'subtype-unknown', '#subtype', { subType });
  }
}

// https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html#annotations
function checkAnnotation(element: Element, context: Context): void {
  const { type, value, ref } = element.attributes;
  if (type === 'comment') {
    if ((value === undefined) === (ref === undefined)) {
      context.report(element, 'comment-value-or-ref', '#commentAnnotation');
    }
  } else if ((type === undefined || type === 'generic') && saysNothing(element)) {
    context.report(element, 'annotation-translate-missing', '#translateAnnotation');
  }
}

// An annotation of a module or an extension says what it has to say in attributes of its own.
function saysNothing({ attributes }: Element): boolean {
  return Object.keys(attributes).every((name) => name === 'id' || name === 'type');
}
