/** Where an attribute stands in the text of a start tag: from the white space before it to the end of its value. */
export interface AttributePlace {
  readonly name: string;
  readonly start: number;
  /** The value between its quotes, as written. */
  readonly valueStart: number;
  readonly valueEnd: number;
  readonly end: number;
}

/** A change of a text: what stands there for some length becomes another text. */
export interface Splice {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** The attributes in the text of a well-formed start tag. */
export function attributePlaces(tag: string): AttributePlace[] {
  const places: AttributePlace[] = [];
  const attribute = /\s+([^\s=/>]+)\s*=\s*("[^"]*"|'[^']*')/y;
  attribute.lastIndex = nameEnd(tag);
  for (
    let start = attribute.lastIndex, found = attribute.exec(tag);
    found !== null;
    found = attribute.exec(tag)
  ) {
    const end = attribute.lastIndex;
    const [, name = '', value = ''] = found;
    places.push({ name, start, valueStart: end - value.length + 1, valueEnd: end - 1, end });
    start = end;
  }
  return places;
}

/** Sets an attribute of a start tag to a value that needs no escaping; nothing where it has it. */
export function setAttribute(tag: string, name: string, value: string): Splice[] {
  const places = attributePlaces(tag);
  const place = places.find((one) => one.name === name);
  if (place === undefined) {
    const at = places.at(-1)?.end ?? nameEnd(tag);
    return [{ at, remove: 0, insert: ` ${name}="${value}"` }];
  }
  const { valueStart, valueEnd } = place;
  if (tag.slice(valueStart, valueEnd) === value) return [];
  return [{ at: valueStart, remove: valueEnd - valueStart, insert: value }];
}

/** Takes an attribute and the white space before it out of a start tag. */
export function dropAttribute(tag: string, name: string): Splice[] {
  const place = attributePlaces(tag).find((one) => one.name === name);
  return place === undefined ? [] : [{ at: place.start, remove: place.end - place.start, insert: '' }];
}

function nameEnd(tag: string): number {
  return /^<[^\s/>]+/.exec(tag)?.[0].length ?? 0;
}
