import type { Words } from './language.ts';

/**
 * Endings that a word in bold type, in a link or the like may carry outside of it, by language: `<1>Baku</1>nun`. Words
 * that stand by themselves are left out, so that a lost space is not taken for an ending.
 */
const ENDINGS: Readonly<Record<string, Words>> = {
  az: 'ın in un ün nın nin nun nün yın yin a ə ya yə na nə ı i u ü nı ni nu nü yı yi da də dan dən nda ndə ndan ndən la lə yla ylə lar lər ları ləri ların lərin lara lərə larda lərdə lardan lərdən lıq lik luq lük lı li lu lü çı çi sı si su sü sının sinin sına sinə dır dir dur dür dakı dəki kı ki ca cə',
  tr: 'ın in un ün nın nin nun nün a e ya ye na ne ı i u ü yı yi yu yü nı ni nu nü da de ta te dan den tan ten nda nde ndan nden la le yla yle lar ler ları leri ların lerin lara lere larda lerde lardan lerden lık lik luk lük lı li lu lü cı ci cu cü sı si su sü sının sinin sına sine dır dir dur dür tır tir daki deki taki teki ca ce',
  hy: 'ի ին ից ով ում ը ն ս դ յի յին յից յով յում ու ուն ներ ները ների ներին ներից ներով ներում եր երը երի երին երից երով երում ական ականի ականը ականների ության ությունը ություն ացի ացիներ ցի ցիներ յան վել վեց վում',
  ka: 'ს მა ის ით ად ი ო ა ც ში ზე თან დან კენ მდე თვის ისთვის იდან ისგან სგან ისა ისკენ სთან სთვის საც ისაც შიც ზეც ები ებს ებმა ების ებით ებად ებში ებზე ებთან ებიდან ებისთვის ური ული ელი ელები',
  hu: 'a e t at et ot öt ban ben ba be bol ból ből nak nek ról ről on en ön ra re hoz hez höz nál nél tól től val vel k ok ek ök ig ért kor ként i ja je',
  fi: 'n a ä ta tä ssa ssä sta stä lla llä lta ltä lle na nä ksi t en in ia iä ien issa issä ista istä ja',
  et: 's st le l lt ni na ga ta d de te t i e a sse ks',
  de: 's es en er e n',
  en: 's es',
  nl: 's en e',
  sv: 's en et n t ar er or arna erna orna',
  da: 's en et n t er e erne',
  nb: 's en et n t er e ene',
  ro: 'ul ului le lor uri urile urilor lui ei',
  ru: 'ом ам ах ами ой ей ого ому ым ых ыми ов ев ский ская ское ские ского ской ских',
  uk: 'ом ам ах ами ой ої ого ому им их ів єві ові ський ська ське ські ського ської ських',
  be: 'ом ам ах амі ой ага аму ым ых аў скі ская скае скія скага скай скіх',
};

/** Languages whose words take no ending outside of bold type or a link, or take it behind a hyphen or apostrophe. */
const WITHOUT: ReadonlySet<string> = new Set(
  'fr es it pt ca gl oc el bg mk sr hr bs sl cs sk pl lt lv sq vi id ms ar he fa ur ps hi bn mr ga cy br mt'.split(
    ' ',
  ),
);

/** Letters before a word that belong to it, by language: articles, prepositions and conjunctions of Arabic and Hebrew. */
const BEGINNINGS: Readonly<Record<string, Words>> = {
  ar: 'ال و ف ب ل ك وال بال فال كال لل ول وب ولل',
  he: 'ה ו ב ל מ ש כ שה וה בה מה לכ וב ול ומ וש מש כש',
};

/** Languages whose words take so many endings that a short run of letters behind a code says nothing. */
const RICH: ReadonlySet<string> = new Set([
  'kk',
  'ky',
  'uz',
  'tk',
  'tt',
  'ug',
  'eu',
  'mn',
  'ta',
  'te',
  'kn',
  'ml',
  'si',
  'sw',
]);
const LONGEST = { rich: 5, other: 2 };

const sets = new Map<string, ReadonlySet<string>>();

function setOf(table: Readonly<Record<string, Words>>, key: string, subtag: string): ReadonlySet<string> {
  const name = `${key} ${subtag}`;
  const known = sets.get(name);
  if (known) return known;
  const made = new Set(Object.hasOwn(table, subtag) ? (table[subtag] ?? '').split(' ') : []);
  sets.set(name, made);
  return made;
}

/** Whether letters right behind a word may be an ending of it, in a language (its subtag). */
export function mayEnd(letters: string, subtag: string): boolean {
  const tag = subtag === 'hyw' ? 'hy' : subtag;
  const known = setOf(ENDINGS, 'end', tag);
  if (WITHOUT.has(tag)) return false;
  if (known.size > 0) return known.has(letters.toLowerCase());
  return letters.length <= (RICH.has(tag) ? LONGEST.rich : LONGEST.other);
}

/** Whether letters right before a word may belong to it. */
export function mayBegin(letters: string, subtag: string): boolean {
  // An Arabic prefix before a code is often drawn out with a tatweel.
  return setOf(BEGINNINGS, 'begin', subtag).has(letters.replaceAll('\u0640', ''));
}
