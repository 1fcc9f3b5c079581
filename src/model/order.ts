/**
 * A unit's segments as a locale tells them: those that `order` names in its order, each followed by the unnamed ones
 * that follow it in the source. Names that are not in the unit do not count. Linear.
 */
export function orderedIds(inSource: readonly string[], order: readonly string[]): string[] {
  const unit = new Set(inSource);
  const named = new Set(order.filter((id) => unit.has(id)));
  const unnamed = new Map<string | null, string[]>();
  let anchor: string | null = null;
  for (const id of inSource) {
    if (named.has(id)) {
      anchor = id;
      continue;
    }
    const list = unnamed.get(anchor);
    if (list) list.push(id);
    else unnamed.set(anchor, [id]);
  }
  const rest = (id: string | null): string[] => unnamed.get(id) ?? [];
  return [...rest(null), ...[...named].flatMap((id) => [id, ...rest(id)])];
}
