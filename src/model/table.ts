/** A value of a table by its own key, never by one that the table inherits. */
export function own<Value>(table: Readonly<Record<string, Value>>, id: string): Value | undefined {
  return Object.hasOwn(table, id) ? table[id] : undefined;
}

/** A table with some values replaced; those that are null or an empty list are left out. */
export function withEntries<Value>(
  table: Readonly<Record<string, Value>>,
  by: ReadonlyMap<string, Value | null>,
): Record<string, Value> {
  const out: Record<string, Value> = { ...table };
  for (const [id, value] of by) {
    if (value === null || (Array.isArray(value) && value.length === 0)) delete out[id];
    else out[id] = value;
  }
  return out;
}
