const RUSSIAN = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя';
const SERBIAN = 'абвгдђежзијклљмнњопрстћуфхцчџш';

/**
 * The letters of languages, in lower case: of those in Cyrillic all, of those in Latin what they have beyond a to z in
 * words of their own, of those in Arabic what they have beyond the letters that all share.
 */
const ALPHABETS: Readonly<Record<string, string>> = {
  // Cyrillic
  be: 'абвгдеёжзійклмнопрстуўфхцчшыьэюя',
  bg: 'абвгдежзийклмнопрстуфхцчшщъьюяѝ',
  kk: `${RUSSIAN}әғқңөұүһі`,
  ky: `${RUSSIAN}ңөү`,
  mk: 'абвгдѓежзѕијклљмнњопрстќуфхцчџшѐѝ',
  mn: `${RUSSIAN}өү`,
  ru: RUSSIAN,
  sr: SERBIAN,
  tg: `${RUSSIAN}ғӣқӯҳҷ`,
  tt: `${RUSSIAN}әөүҗңһ`,
  uk: 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя',
  // Latin
  af: 'êëéèôûîï',
  az: 'çəğıöşü',
  bs: 'čćđšž',
  ca: 'àçèéíïòóúü',
  cs: 'áčďéěíňóřšťúůýž',
  cy: 'âêîôûŵŷïöáé',
  da: 'æøåé',
  de: 'äöüß',
  en: '',
  eo: 'ĉĝĥĵŝŭ',
  es: 'áéíñóúü',
  et: 'äöõüšž',
  eu: 'ñç',
  fi: 'äöåšž',
  fr: 'àâæçéèêëîïôœùûüÿ',
  ga: 'áéíóú',
  gl: 'áéíñóúü',
  hr: 'čćđšž',
  hu: 'áéíóöőúüű',
  id: 'é',
  is: 'áðéíóúýþæö',
  it: 'àèéìíîòóùú',
  lb: 'äëéöüè',
  lt: 'ąčęėįšųūž',
  lv: 'āčēģīķļņšūž',
  ms: 'é',
  mt: 'ċġħżàèìòù',
  nb: 'æøåéòôê',
  nl: 'ëïéóöüèê',
  nn: 'æøåéòôê',
  no: 'æøåéòôê',
  pl: 'ąćęłńóśźż',
  pt: 'áàâãçéêíóôõúü',
  ro: 'ăâîșțşţ',
  sk: 'áäčďéíĺľňóôŕšťúýž',
  sl: 'čšž',
  sq: 'çë',
  sv: 'åäöé',
  tl: 'ñ',
  tr: 'çğıöşüâîû',
  vi: 'àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ',
  // Arabic
  ar: 'ةىيكإؤئآأ',
  ckb: 'ئپچڕڤگکڵۆهھەیێژ',
  fa: 'پچژگکیآئأؤۀ',
  ps: 'آيىؤةكڋڰپټچځڅډړژږښګکڼیېۍئۀگ',
  ur: 'ٹپچڈڑژکگںھہۂیےۓآئؤأۃ',
};
/** What all languages in a script have. */
const SHARED: Readonly<Record<string, string>> = {
  Latn: 'abcdefghijklmnopqrstuvwxyz',
  Arab: 'ابتثجحخدذرزسشصضطظعغفقلمنهوء',
};

/**
 * How many of a hundred letters of a text are, at least on average, letters that a language has beyond a to z. A text
 * of a length at which some would come with near certainty, and that has none, is hardly in the language.
 */
const SPECIAL_PER_HUNDRED: Readonly<Record<string, number>> = {
  az: 18,
  tr: 10,
  pl: 6,
  cs: 11,
  sk: 9,
  hu: 9,
  lv: 8,
  lt: 6,
  ro: 5,
  vi: 20,
  fr: 3,
  is: 8,
};
/** About one text in ten thousand of this many expected special letters has none. */
const CERTAIN = 9.2;

const alphabets = new Map<string, ReadonlySet<string>>();
const owners = new Map<string, string[]>();
for (const [language, letters] of Object.entries(ALPHABETS)) {
  const shared = SHARED[scriptFor(letters)] ?? '';
  alphabets.set(language, new Set(letters + shared));
  for (const letter of new Set(letters)) owners.set(letter, [...(owners.get(letter) ?? []), language]);
}

function scriptFor(letters: string): string {
  if (/\p{sc=Cyrl}/u.test(letters)) return 'Cyrl';
  return /\p{sc=Arab}/u.test(letters) ? 'Arab' : 'Latn';
}

/** The letters of a language in a script; null where they are not known. */
export function alphabetOf(language: string, script: string): ReadonlySet<string> | null {
  return scriptFor(ALPHABETS[language] ?? '') === script ? (alphabets.get(language) ?? null) : null;
}

/** Letters (lower case) that speak for or against a language; null where none is known. */
export interface Evidence {
  /** Letters that only this language has. */
  readonly telling: RegExp | null;
  /** Letters that others in the same script have, and this one has not. */
  readonly alien: RegExp | null;
}

/** The letters that tell a language from others in the same script. */
export function evidenceFor(language: string, script: string): Evidence {
  const alphabet = alphabetOf(language, script);
  if (alphabet === null) return { telling: null, alien: null };
  const all = [...owners].filter(([letter]) => scriptFor(letter) === script);
  const telling = all.filter(([, own]) => own.length === 1 && own[0] === language);
  const alien = all.filter(([letter]) => !alphabet.has(letter));
  return { telling: oneOf(telling), alien: oneOf(alien) };
}

function oneOf(letters: readonly (readonly [string, unknown])[]): RegExp | null {
  return letters.length === 0 ? null : new RegExp(`[${letters.map(([letter]) => letter).join('')}]`, 'u');
}

/** Languages that have a letter (lower case) beyond those that all in its script share. */
export function ownersOf(letter: string): readonly string[] {
  return owners.get(letter) ?? [];
}

/** From how many letters on a text in a language has, all but certainly, some that are not among a to z. */
export function certainLength(language: string): number {
  const share = SPECIAL_PER_HUNDRED[language];
  return share === undefined ? Number.POSITIVE_INFINITY : Math.ceil((100 * CERTAIN) / share);
}
