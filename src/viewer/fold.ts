/** Signs within a word that are no part of its letters: hyphens, and Armenian marks of emphasis, question and wonder. */
const WITHIN = /[-\u2010\u2011\u055b\u055c\u055e]/;
/** What letters stand for besides their compatibility decomposition, where a collation says so. */
const DOUBLE = ['ae', 'oe'];

/** A text folded for being searched: `key` has a unit for each letter, `starts` where that begins in the text. */
export interface Folded {
  readonly key: string;
  readonly starts: readonly number[];
}

/** A function that remembers what it gave, which is never null. */
export function cached<Value>(give: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const value = known.get(key) ?? give(key);
    known.set(key, value);
    return value;
  };
}

/**
 * Folds texts of a language so that those are equal that its collation calls equal at the level of base letters: case,
 * diacritics, native digits, width, and what is ignorable (soft hyphens, joiners, harakat, points) do not count. Hyphens
 * do not count either, and white space is one space. Each class of equal letters becomes one UTF-16 unit.
 */
export function folder(locale: string): (text: string) => Folded {
  const { compare } = new Intl.Collator([locale, 'en'], { sensitivity: 'base' });
  const classes: { readonly letter: string; readonly unit: string }[] = [];

  /** Representatives are kept in the order of the collation, so that a letter's class is found in a few steps. */
  const classOf = (letter: string): string => {
    let low = 0;
    let high = classes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const found = classes[middle] as { letter: string; unit: string };
      const order = compare(letter, found.letter);
      if (order === 0) return found.unit;
      if (order < 0) high = middle;
      else low = middle + 1;
    }
    const unit = String.fromCharCode(classes.length + 33);
    classes.splice(low, 0, { letter, unit });
    return unit;
  };
  const unitsOf = cached((sign) => {
    if (/\s/.test(sign)) return ' ';
    const letter = sign.replace(/[’‘ʼ]/, "'");
    const several = [
      letter.toUpperCase().normalize('NFKD'),
      ...DOUBLE.filter((two) => compare(two, letter) === 0),
    ]
      .map((many) => [...many.replace(/\p{M}/gu, '')])
      .find((many) => many[1]);
    return several ? several.map(classOf).join('') : classOf(letter);
  });
  const isNothing = cached((sign) => WITHIN.test(sign) || (/\S/.test(sign) && compare(sign, '') === 0));

  return (text) => {
    let key = '';
    const starts: number[] = [];
    let letter = '';
    let last = '';
    let start = 0;
    let at = 0;
    const put = (): void => {
      const more = letter && unitsOf(letter);
      if (more === ' ' && last === more) return;
      key += more;
      last = more;
      for (const _ of more) starts.push(start);
    };
    for (const sign of text) {
      if (!isNothing(sign)) {
        put();
        start = at;
        letter = sign;
      } else if (letter !== '' && /\p{M}/u.test(sign)) letter += sign;
      at += sign.length;
    }
    put();
    return { key, starts };
  };
}
