/**
 * What a unit shows in the order in which a locale tells it. What has no place of its own, such as a code that stands
 * alone, follows what it follows in the source. The same list where nothing has a place.
 */
export function byPlace<Value>(
  list: readonly Value[],
  placeOf: (value: Value) => number | undefined,
): readonly Value[] {
  if (list.every((value) => placeOf(value) === undefined)) return list;
  let last = -1;
  const placed = list.map((value) => {
    last = placeOf(value) ?? last;
    return { value, place: last };
  });
  return placed.sort((one, other) => one.place - other.place).map(({ value }) => value);
}
