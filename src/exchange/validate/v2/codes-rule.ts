import { isNmtoken } from '../datatypes.ts';
import type { Context, Element } from '../rule.ts';
import { scopeOf } from './ids.ts';
import { isCode, type UnitCheck } from './unit.ts';

const DATA_REFS = ['dataRef', 'dataRefStart', 'dataRefEnd'] as const;
const SUB_FLOWS = ['subFlows', 'subFlowsStart', 'subFlowsEnd'] as const;

/**
 * Codes refer to original data of their unit, to units of their file that flow within them, and to the code that they
 * are a copy of. https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html#inlineCodes
 */
export const codes: UnitCheck = (unit, context) => {
  if (!unit.hasMarks) return;
  const data = new Set<string>();
  for (const { attributes } of unit.data)
    if (attributes['id'] !== undefined) data.add(attributes['id'].trim());
  const all = [...unit.inSource, ...unit.inTarget].filter(isCode);
  const file = scopeOf(unit.element);
  let byId: Map<string, Element> | null = null;
  for (const element of all) {
    checkData(element, data, context);
    checkFlows(element, file, context);
    if (element.attributes['copyOf'] === undefined) continue;
    byId ??= new Map(
      all.map((code) => [code.attributes['id']?.trim() ?? '', code]).reverse() as [string, Element][],
    );
    checkCopy(element, byId, context);
  }
};

function checkData(element: Element, data: ReadonlySet<string>, context: Context): void {
  for (const attribute of DATA_REFS) {
    const ref = element.attributes[attribute];
    if (ref === undefined || data.has(ref.trim()) || !isNmtoken(ref.trim())) continue;
    context.report(element, 'data-ref-unknown', `#${attribute.toLowerCase()}`, { attribute, ref });
  }
}

function checkFlows(element: Element, file: string, context: Context): void {
  for (const attribute of SUB_FLOWS) {
    const flows = element.attributes[attribute];
    if (flows === undefined) continue;
    for (const unit of flows.trim().split(/[ \t\r\n]+/)) {
      if (!isNmtoken(unit)) continue;
      const values = { attribute, ref: unit };
      context.require(`u ${file} ${unit}`, element, 'subflow-unknown', `#${attribute.toLowerCase()}`, values);
    }
  }
}

// https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html#duplicatingexistingcode
function checkCopy(element: Element, byId: ReadonlyMap<string, Element>, context: Context): void {
  const clause = '#duplicatingexistingcode';
  const id = element.attributes['copyOf']?.trim() ?? '';
  const base = byId.get(id);
  if (base === undefined) {
    context.report(element, 'copy-of-unknown', clause, { id });
    return;
  }
  if (base.attributes['canCopy'] === 'no') context.report(element, 'copy-not-allowed', clause, { id });
  if (hasData(base) || hasData(element)) context.report(element, 'copy-of-data', clause, { id });
}

function hasData({ attributes }: Element): boolean {
  return DATA_REFS.some((name) => attributes[name] !== undefined);
}
