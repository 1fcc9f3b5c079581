/** How letters of other scripts sound, roughly, in Latin ones: to compare names across scripts, not to read them. */
const SOUNDS: readonly (readonly [string, string])[] = [
  // Cyrillic
  [
    'абвгґдеєёжзиіїйклмнопрстуўфхцчшщъыьэюяђѓјљњќћџѕәғқңөұүһ',
    'a b v g g d e e e z z i i i i k l m n o p r s t u u f h c c s s - i - e u a d g i l n k c d z a g k n o u u h',
  ],
  // Greek
  ['αβγδεζηθικλμνξοπρσςτυφχψω', 'a v g d e z i t i k l m n ks o p r s s t i f h ps o'],
  // Armenian
  [
    'աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև',
    'a b g d e z e e t z i l h c k h z g c m i n s o c p g r s v t r c u p k o f ev',
  ],
  // Georgian
  ['აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ', 'a b g d e v z t i k l m n o p z r s t u p k g k s c c z c c h g h'],
];

/** Latin letters that are told from others by more than a mark above or below, and what else sounds alike. */
const LATIN: Readonly<Record<string, string>> = {
  ı: 'i',
  ə: 'a',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ø: 'o',
  æ: 'e',
  œ: 'e',
  ß: 's',
  þ: 't',
  w: 'v',
  y: 'i',
  j: 'i',
  q: 'k',
  x: 'ks',
};

let table: ReadonlyMap<string, string> | null = null;

function sounds(): ReadonlyMap<string, string> {
  if (table) return table;
  const made = new Map(Object.entries(LATIN));
  for (const [letters, latin] of SOUNDS) {
    const each = latin.split(' ');
    for (const [at, letter] of [...letters].entries()) made.set(letter, (each[at] ?? '').replace('-', ''));
  }
  table = made;
  return made;
}

/** A word (in small letters) as it sounds, roughly: Latin letters, groups such as `zh` and `sch` made one, none doubled. */
export function romanised(word: string): string {
  const letters = sounds();
  let out = '';
  for (const letter of word.normalize('NFD')) {
    if (!/\p{M}/u.test(letter)) out += letters.get(letter) ?? letter;
  }
  return out
    .replace(/sch|sh|ch|tz|ts|tch|zh|kh|gh|dzh|dg/g, (group) => GROUPS[group] ?? group)
    .replace(/ph/g, 'f')
    .replace(/ou|oo/g, 'u')
    .replace(/c(?=[aou])/g, 'k')
    .replace(/(.)\1+/g, '$1');
}

const GROUPS: Readonly<Record<string, string>> = {
  sch: 's',
  sh: 's',
  ch: 'c',
  tz: 'c',
  ts: 'c',
  tch: 'c',
  zh: 'z',
  kh: 'h',
  gh: 'g',
  dzh: 'g',
  dg: 'g',
};
