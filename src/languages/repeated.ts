/** Words that people write twice in every language: laughter, farewells, names of places, dances and bands. */
const EVERYWHERE =
  'ha he ho hi bla blah bye knock tam cha chop pom duran pago baden bora walla sing humbert boutros sirhan tuk tik';

/**
 * Words that may rightly stand twice in a row, in lower case and without vowel signs: because grammar brings them
 * together (`nous nous`, `had had`), or because a doubled word is a word of its own (`yavaş yavaş`).
 */
const REPEATED: Readonly<Record<string, string>> = {
  en: 'had that very no long many bye well never far much again',
  fr: 'nous vous très bien si non oui faire',
  de: 'sehr ganz nach ja nein sie ihr viel weit denen',
  nl: 'heel erg die dat ja nee',
  es: 'casi muy ya no sí luego poco paso',
  it: 'piano via passo quasi poco così or mano appena tanto lì sì no giù molto pian bene',
  pt: 'se logo quase já muito assim pouco não sim',
  ca: 'molt poc quasi no si',
  ro: 'încet rând foarte nu da pas bine abia',
  sv: 'det som ja nej',
  da: 'det som ja nej',
  nb: 'det som ja nei',
  pl: 'bardzo tak nie ledwo',
  cs: 'velmi ne ano',
  ru: 'еле чуть очень да нет едва давным далеко долго вот',
  uk: 'ледь дуже ні ось далеко довго',
  be: 'ледзь вельмі вось далёка доўга',
  bg: 'много да не едва леко малко',
  sr: 'врло да не веома vrlo da ne veoma',
  el: 'σιγά λίγο πολύ γρήγορα πρώτα σχεδόν ναι όχι μόλις κοντά χέρι ίσα',
  tr: 'yavaş tek ağır uzun sık zaman yer teker birer ikişer çeşit adım ayrı kısım parça sıra gün kapı tane bölük dizi yan baş karış grup öbek küme çabuk sessiz kolay ileri geri başka bile seve gide koşa güle dura döne kara derin hızlı kısa iri ufak mini bol sokak avuç damla satır kelime madde sayfa renk türlü evet hayır asla',
  az: 'tez yavaş ayrı tək cür dəstə qrup addım yan üz gün növbə hissə kiçik böyük uzun sıx dönə gülə gedə rəngarəng sakit ağır bəli xeyr parça sıra yer iri xırda asta',
  kk: 'әр бір ақырын жиі көп тез күн жыл бөлек',
  ky: 'ар бир акырын көп тез күн жыл өзүнчө',
  uz: 'asta tez bir alohida har turli sekin kun yil',
  hy: 'քիչ շատ մեկ երբեմն նորից կամաց դանդաղ մաս օր խումբ շարք հատ առանձին տեղ հաճախ երկար',
  ka: 'ნელ ნელა სულ ცოტ ცოტა ხან ხანდახან თითო ჯგუფ რიგ დიდი ხშირად ზოგი ცალ',
  ar: 'شيئا رويدا يوما جدا صفا واحدا خطوة نعم دكا بابا جنبا مهلا فردا',
  fa: 'کم یکی تک آرام خیلی دانه قطعه پاره گروه ذره رفته اندک نم لحظه فرد جا گاه سال بسیار روز هزار خط تکه کوچه خانه قدم',
  ur: 'ساتھ بار دھیرے آہستہ جگہ الگ طرح کبھی اپنے اپنی اپنا کیا کون جو جہاں کہیں گھر ایک دو تھوڑا تھوڑی پورا کم سال قطرہ وقت کسی کوئی الگ جلدی نئے نئی بڑے بڑی چھوٹے چھوٹی شہر گاؤں بات اچھے',
  he: 'לאט שלב יום איש אחד שנה דור פעם שניים כן מאוד רבים הרבה צעד מעט טוב בית בוקר ערב אט',
  vi: 'luôn thường ngày người dần mãi rất song do đời xa nơi lâu nhà lớp hàng năm lần mới đều nho từng thanh chung',
  id: 'masing lama tiba kadang sama anak orang pelan hari',
  ms: 'masing lama tiba kadang sama anak orang',
  tl: 'na araw isa unti iba taon bawat mabilis dahan',
  fil: 'na araw isa unti iba taon bawat',
  sw: 'pole sasa mbali hivi moja sana haraka kila mara sehemu aina polepole mbili',
  ja: 'いろ ます さま それ たび しば どん だん わざ なか とき もと そろ まだ もう ひと よく 一人 一つ 少し 次々 別々',
  ko: '또 하나 차츰 서로 점점 매우 아주 하루 조금 한참 따로 각각',
  th: 'จริงจริง',
  zh: '研究 讨论 討論 考虑 考慮 商量 学习 學習 休息 收拾 介绍 介紹 了解 认识 認識 体验 體驗 很多 许多 許多 非常 一个 一個 一点 一點 一步 慢慢',
};

/** Languages that double words so freely, as grammar, that a doubled word says nothing. */
export const REPEATS_FREELY: ReadonlySet<string> = new Set(
  'hi bn mr gu pa ne si ta te ml kn or as sd my km lo haw mi sm to'.split(' '),
);

const made = new Map<string, ReadonlySet<string>>();

/** The words that may stand twice in a row in a language. */
export function repeatedWords(subtag: string): ReadonlySet<string> {
  let words = made.get(subtag);
  if (!words) {
    words = new Set(`${EVERYWHERE} ${REPEATED[subtag] ?? ''}`.split(' '));
    made.set(subtag, words);
  }
  return words;
}
