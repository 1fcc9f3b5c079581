/** Words by which a language addresses people as it does friends, and as it does strangers. */
export interface Registers {
  /** In lower case. */
  readonly familiar: string;
  /** In lower case; with capital letters where only these tell (`Sie`), and then not at the start of a sentence. */
  readonly polite: string;
}

/**
 * The registers of languages that have two. Words that are as often something else are left out; a polite plural cannot
 * be told from a true one, so that a text to several people seems polite.
 */
export const REGISTERS: Readonly<Record<string, Registers>> = {
  fr: { familiar: 'tu toi te ton ta tes', polite: 'vous votre vos' },
  de: {
    familiar: 'du dich dir dein deine deinen deinem deiner deines',
    polite: 'Sie Ihnen Ihr Ihre Ihren Ihrem Ihrer Ihres',
  },
  nl: { familiar: 'jij je jou jouw', polite: 'u uw' },
  es: { familiar: 'tú ti contigo tu tus te', polite: 'usted ustedes' },
  ca: { familiar: 'tu teu teva teus teves', polite: 'vostè vostès' },
  pt: { familiar: 'tu ti contigo teu tua teus tuas', polite: 'você vocês' },
  it: { familiar: 'tu te ti tuo tua tuoi tue', polite: 'Lei Suo Sua Suoi Sue' },
  ro: {
    familiar: 'tu tine ție îți te tău ta tăi tale',
    polite: 'dumneavoastră dvs dumneata vă vouă vostru voastră voștri voastre',
  },
  ru: {
    familiar: 'ты тебя тебе тобой тобою твой твоя твоё твое твои твоего твоей твоему твоим твоих твоими',
    polite: 'вы вас вам вами ваш ваша ваше ваши вашего вашей вашему вашим ваших вашими',
  },
  uk: {
    familiar: 'ти тебе тобі тобою твій твоя твоє твої твого твоєї твоєму твоїм твоїх твоїми',
    polite: 'ви вас вам вами ваш ваша ваше ваші вашого вашої вашому вашим ваших вашими',
  },
  be: {
    familiar: 'ты цябе табе табой табою твой твая тваё твае твайго тваёй твайму тваім тваіх тваімі',
    polite: 'вы вас вам вамі ваш ваша вашы вашага вашай вашаму вашым вашых вашымі',
  },
  bg: { familiar: 'теб твой твоя твое твои', polite: 'вие вас ваш ваша ваше ваши' },
  mk: { familiar: 'тебе твој твоја твое твои', polite: 'вие вас вам ваш ваша ваше ваши' },
  sr: {
    familiar: 'тебе теби тобом твој твоја твоје твоји tebe tebi tobom tvoj tvoja tvoje tvoji',
    polite: 'вас вам вама ваш ваша ваше ваши vas vam vama vaš vaša vaše vaši',
  },
  hr: { familiar: 'tebe tebi tobom tvoj tvoja tvoje tvoji', polite: 'vas vam vama vaš vaša vaše vaši' },
  bs: { familiar: 'tebe tebi tobom tvoj tvoja tvoje tvoji', polite: 'vas vam vama vaš vaša vaše vaši' },
  cs: {
    familiar: 'ty tebe tobě tě tobou tvůj tvoje tvá tvého tvé',
    polite: 'vy vás vám vámi váš vaše vaší vašeho',
  },
  sk: {
    familiar: 'ty teba tebe ťa tebou tvoj tvoja tvoje tvojho',
    polite: 'vy vás vám vami váš vaša vaše vášho',
  },
  pl: {
    familiar: 'ty ciebie cię tobie tobą twój twoja twoje twoich',
    polite: 'Pan Pani Państwo Państwa Państwu Pana Panu',
  },
  lt: { familiar: 'tu tave tau tavo', polite: 'jūs jus jums jūsų' },
  lv: { familiar: 'tu tevi tev tavs tava tavu', polite: 'jūs jums jūsu' },
  et: { familiar: 'sina sinu sind sulle', polite: 'teie teid teile' },
  fi: { familiar: 'sinä sinut sinua sinulle sinun', polite: 'te teidät teitä teille teidän' },
  hu: { familiar: 'téged neked tied', polite: 'ön önt önnek önök' },
  sq: { familiar: 'ti ty tënd tënde', polite: 'ju juve juaj' },
  el: { familiar: 'εσύ εσένα σου', polite: 'εσείς εσάς σας' },
  hy: { familiar: 'դու քեզ քո քեզնից քեզանից քոնը', polite: 'դուք ձեզ ձեր ձեզնից ձեզանից ձերը' },
  ka: { familiar: 'შენ შენი შენს შენთვის შენთან', polite: 'თქვენ თქვენი თქვენს თქვენთვის თქვენთან' },
  az: { familiar: 'sən səni sənə səndə səndən sənin', polite: 'siz sizi sizə sizdə sizdən sizin' },
  tr: { familiar: 'sen seni sana sende senden senin', polite: 'siz sizi size sizde sizden sizin' },
  kk: { familiar: 'сен сені саған сенің', polite: 'сіз сізді сізге сіздің' },
  ky: { familiar: 'сен сени сага сенин', polite: 'сиз сизди сизге сиздин' },
  uz: { familiar: 'sen seni senga sening', polite: 'siz sizni sizga sizning' },
  fa: { familiar: 'تو', polite: 'شما' },
  hi: { familiar: 'तू तुम तुम्हें तुम्हारा तुम्हारी तुम्हारे', polite: 'आप आपको आपका आपकी आपके' },
};
