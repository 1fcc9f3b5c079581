// What is written in one word with a name or a term, as data. Words are separated by spaces.

/** Prepositions, conjunctions and articles that are written in one word with what follows; the longest is tried too. */
const PREFIXES: Readonly<Record<string, RegExp>> = {
  he: /^[והבלמשכ]{1,3}/u,
  ar: /^(?:[وف]?(?:[بك]?ال|لل|[بلك])|[وف]|س)/u,
  // Amharic: in, from, of, to, by.
  am: /^(?:ስለ|እንደ|በ|ከ|የ|ለ|ወደ)/u,
  mt: /^(?:[fbl]i?l-|[dnrstxzż]i?[dnrstxzż]-)/u,
};

/** The article that stands with a word or not, and is left aside on both sides. */
const ARTICLES: Readonly<Record<string, RegExp>> = { ar: /^ال(?=.{3})/u };

/** Particles that follow any noun without a space. */
const PARTICLES: Readonly<Record<string, string>> = {
  ko: '이 가 은 는 을 를 의 에 에서 에게 로 으로 와 과 도 만 까지 부터 보다 처럼 이나 나 이며 이고 인 이라는 이다 들 들은 들의 들이 들을 측 측은 측이 시 주',
};

/** What may follow the stem of a name: case endings, articles, and what makes adjectives and peoples of places. */
const NAME_ENDINGS: Readonly<Record<string, string>> = {
  en: 's es n an ian ians ans i is ish ese ic a ia y land',
  fr: 's e es n ne ns nes en enne ens ennes ien ienne iens iennes in ine ins ines ais aise aises ois oise oises ain aine ains aines an ane ans anes ie',
  es: 's es o a os as e i í íes és esa eses esas ano ana anos anas iano iana ianos ianas ense enses eño eña eños eñas ia',
  pt: 's es o a os as e ês esa eses esas ano ana anos anas iano iana ianos ianas ense enses ia',
  it: 'o a i e ese esi ano ana ani ane iano iana iani iane ino ina ini ine ia',
  ca: 's a es à ana ans anes ès esa esos eses ia',
  de: 's es n en er ers ern e isch ische ischen ischer isches ischem in innen ien',
  nl: 's e er ers se ees ese en aan aanse iër iërs ië',
  sv: 's en ens et ets n ns a as er ar sk ska skt isk iska iskt ier ien',
  da: 's en ens et ets n ns er ere erne sk ske isk iske ien',
  nb: 's en ens et ets n ns er ere erne sk ske isk iske ia',
  ru: 'ий ый ой ая яя ое ее ые ие ого его ому ему ым им ом ем ую юю ей их ых ими ыми ия ии ию ией иям иями иях ье ья ью ов ова ову овым ове овой овых ев ева еву евым еве евой ин ина ину иным ине иной ян яне янам й ем',
  uk: 'ий ій їй ая яя а е є і ї ого його ому йому им їм ім ої ю ую их іх ими іми ия ія ії ію ією іям іях ів їв ова ову ові овим овом ової овою єва єву єві євим євом євом ева еву еві евим евом ин іна ину ином іну інім ями ях й ьєю ею',
  be: 'і ы ая яя ое ее ыя ія ага яга аму яму ым ім ай яй ую юю ых іх ымі імі ії ію іяй іям іях аў ава аву авым аве авам авай еў ева еву евым еве эвай ін іна іну іным іне й ем',
  bg: 'а я о е и ия ият ът ят та то те ва ва на ни но ски ска ско ските ския ския',
  mk: 'а о е и от та то те на ни но ски ска ско ските скиот',
  pl: 'a y i ę ą e u o owi em iem ie ia ię ią ii ii ij om ami ach ów ego emu ym im ej ski ska skie skiego skiemu skim ską skiej skich go mu',
  cs: 'a y i u ě e o ou em ovi ův ové ů ům ech ami ách ou ého ému ým ém é ý á ích ích ou ský ská ské ského skému ským ské skou ie ii ií',
  sk: 'a y i u e o ou om ovi ov ové ám ach ami ách ého ému ým om é ý á ej ský ská ské ského skému ským skou ia iu ie ii iou',
  hr: 'a u om em e i o ama ima og oga om omu im oj ov ova ovu ovom ev eva evu evom in ina inu inom ski ska sko skog skom ju je ja jom ija ije iji iju ijom',
  sr: 'а у ом ем е и о ама има ог ога ому им ој ов ова ову овом ев ева еву евом ин ина ину ином ски ска ско ског ском ју је ја јом ија ије ији ију ијом a u om em e i o ama ima og oga omu im oj ov ova ovu ovom ev eva evu evom in ina inu inom ski ska sko skog skom ju je ja jom ija ije iji iju ijom',
  sl: 'a u om em e i o ih im ov ova ovem ev eva evem ski ska sko skega skem ja ji jo je',
  el: 'σ ου ο η ησ α ασ ε ων ουσ οι εσ ισ εωσ ιου ια ιασ ικη ικησ ικο ικου ν',
  hy: 'ի ին ից իցն ով ովն ում ումն ը ն ս դ յի յին յից յով յում ու ուն ուց ուցն վի վին վից վում վով ներ ներն ները ների ներին ներից ներով եր երը երի ական ականը ականի ականներ ցի ցին ցիներ ցիների ցիները եան յան ում է ու',
  ka: 'ი ის ს მა მ ით თ ად დ ო ა ე უ ში სა ზე თან დან იდან იდანაც ისკენ სკენ ამდე მდე ისთვის სთვის ისგან სგან ისა სა აც ც ელი ელმა ელის ელის ელები ელების ური ულ ული ულმა ულის ისთან თვის მაც ისაც საც ით ითაც ვით ები ების ებს ებმა ებში ებით',
  az: 'lı li lu lü lılar lilər lular lülər lar lər ların lərin lara lərə ca cə çı çi çu çü nda ndə ndan ndən da də dan dən dır dir dur dür yla ylə la lə ya yə yı yi yu yü nın nin nun nün ın in un ün a ə ı i u ü nı ni nu nü na nə dakı dəki ndakı ndəki sı si su sü sının sinin sunun sünün sında sində sunda sündə yam yəm',
  tr: 'da de dan den ta te tan ten ya ye yı yi yu yü a e ı i u ü ın in un ün nın nin nun nün la le yla yle lı li lu lü lılar liler lular lüler lar ler nda nde ndan nden na ne daki deki taki teki ca ce ça çe dır dir dur dür',
  uz: 'ni ning ga ka qa da dan i si im lik lar larni larning larga larda lardan cha dagi gacha mi',
  tk: 'y i ny ni yň iň nyň niň a e na ne da de dan den nda nde ndan nden lar ler laryň leriň lary leri ly li ýa ýe ýy ýi daky däki',
  kk: 'ды ді ты ті ны ні дың дің тың тің ның нің ға ге қа ке на не да де та те нда нде дан ден тан тен нан нен мен бен пен лар лер дар дер тар тер лық лік дық дік тық тік дағы дегі тағы тегі сы сі ы і',
  ky: 'ды ди ты ти ны ни ну дын дин тын тин нын нин дун га ге ка ке го да де та те до дан ден тан тен лар лер дар дер тар тер лык лик дагы деги сы си ы и',
  ro: 'ului ul lui ilor iei ei i ii ia ie a ă e u an ani ană ane eană ean eni ene ez ezi eză eze escu eștii',
};

/** Languages that put nothing behind a name, so that another ending is another name. */
const UNINFLECTED: ReadonlySet<string> = new Set(
  'he ar fa ur zh ja th lo km my vi id ms am sw tl'.split(' '),
);

/** Languages that put endings behind the whole word, which stays as it is. */
const AGGLUTINATIVE: ReadonlySet<string> = new Set('az tr uz kk ky tk tt'.split(' '));

const SAME: Readonly<Record<string, string>> = {
  no: 'nb',
  nn: 'nb',
  bs: 'hr',
  sh: 'hr',
  iw: 'he',
  gl: 'pt',
  arz: 'ar',
};

function dataOf<T>(table: Readonly<Record<string, T>>, subtag: string): T | undefined {
  const own = SAME[subtag] ?? subtag;
  return Object.hasOwn(table, own) ? table[own] : undefined;
}

/** How a language builds its words around names and terms. */
export interface Affixes {
  /** A word without what is written before it, in every way in which that can be taken off; empty for most words. */
  readonly stripped: (word: string) => readonly string[];
  /** A word without its article, for languages in which that is written with it. */
  readonly bare: (word: string) => string;
  /** What may follow a name's stem, `''` among them; null where the language inflects and its endings are not known. */
  readonly endings: ReadonlySet<string> | null;
  /** Whether endings follow the whole name, so that no letter of it is lost. */
  readonly keepsStem: boolean;
}

const made = new Map<string, Affixes>();

/** The affixes of a language by its subtag. `more` are endings that are known from elsewhere. */
export function affixesOf(subtag: string, more: ReadonlySet<string>): Affixes {
  const known = made.get(subtag);
  if (known) return known;
  const endings = dataOf(NAME_ENDINGS, subtag);
  const particles = dataOf(PARTICLES, subtag);
  const listed = [...more, ...(endings?.split(' ') ?? []), ...(particles?.split(' ') ?? [])];
  const isKnown = listed.some((ending) => ending !== '') || UNINFLECTED.has(subtag);
  const article = dataOf(ARTICLES, subtag);
  const affixes: Affixes = {
    stripped: stripper(dataOf(PREFIXES, subtag), article, particles?.split(' ') ?? []),
    bare: (word) => (article ? word.replace(article, '') : word),
    endings: isKnown ? new Set(['', ...listed]) : null,
    keepsStem: AGGLUTINATIVE.has(subtag) || particles !== undefined,
  };
  made.set(subtag, affixes);
  return affixes;
}

const NOTHING: readonly string[] = [];
/** What is left of a word must be one. */
const SHORTEST = 2;

function stripper(
  prefixes: RegExp | undefined,
  article: RegExp | undefined,
  particles: readonly string[],
): (word: string) => readonly string[] {
  if (!prefixes && particles.length === 0) return () => NOTHING;
  return (word) => {
    const found = new Set<string>();
    const add = (rest: string): void => {
      if (rest.length >= SHORTEST && rest !== word) found.add(rest);
    };
    if (article) add(word.replace(article, ''));
    const [prefix = ''] = prefixes?.exec(word) ?? [];
    for (let length = 1; length <= prefix.length; length++) add(word.slice(length));
    for (const particle of particles) if (word.endsWith(particle)) add(word.slice(0, -particle.length));
    return [...found];
  };
}
