import type { Script } from './scripts.ts';

/**
 * Letters of other scripts that look like a Latin one, each as the Latin letter and its double. Only pairs that a
 * reader cannot tell apart in common typefaces (a part of Unicode's confusables): exchanging them changes nothing that
 * is seen.
 */
const DOUBLES: Readonly<Record<Script, string>> = {
  Cyrl: 'aа cс eе iі jј oо pр sѕ xх yу kк hһ qԛ wԝ əә ëё ïї öӧ äӓ ăӑ ĕӗ AА BВ CС EЕ HН IІ JЈ KК MМ OО PР SЅ TТ XХ YУ QԚ WԜ ƏӘ ËЁ ÏЇ ÖӦ ÄӒ ĂӐ ĔӖ',
  Grek: 'aα oο vν iι kκ pρ uυ xχ yγ áά óό íί úύ ïϊ AΑ BΒ EΕ ZΖ HΗ IΙ KΚ MΜ NΝ OΟ PΡ TΤ XΧ YΥ ÁΆ ÉΈ ÍΊ ÓΌ ÏΪ',
  Armn: 'oօ uս hհ nո gց qզ jյ OՕ UՍ SՏ LԼ',
  Geor: 'yყ',
};

/** What a letter of any script looks like in Latin. */
const latin = new Map<string, string>();
/** By script, the letter that looks like a Latin one. */
const doubles = new Map<Script, ReadonlyMap<string, string>>();
for (const [script, pairs] of Object.entries(DOUBLES)) {
  const own = new Map<string, string>();
  for (const pair of pairs.split(' ')) {
    const [letter = '', double = ''] = pair;
    own.set(letter, double);
    latin.set(double, letter);
  }
  doubles.set(script, own);
}

/** The letter of a script that looks like this one of another script; null where there is none. */
export function doubleOf(letter: string, script: Script): string | null {
  const base = latin.get(letter) ?? letter;
  if (script === 'Latn') return latin.has(letter) ? base : null;
  return doubles.get(script)?.get(base) ?? null;
}
