/**
 * How programs that translate begin an answer, in the languages that they answer in, as patterns in lower case. `label`
 * is a word before a colon, `answer` speaks of the translation itself, `speaker` of the program.
 */
const LABELS =
  'translation|translated text|target text|traduction|übersetzung|traducción|traduzione|tradução|traducció|vertaling|tłumaczenie|překlad|preklad|prijevod|prevod|fordítás|käännös|översättning|oversættelse|oversettelse|tõlge|tulkojums|vertimas|перевод|переклад|пераклад|превод|traducere|çeviri|tərcümə|թարգմանություն|թարգմանությունը|თარგმანი|μετάφραση|الترجمة|ترجمة|ترجمه|תרגום|अनुवाद|翻译|译文|翻譯|譯文|翻訳|訳文|번역|bản dịch|terjemahan|xitoycha|аударма';

const ANSWERS = [
  "(?:sure|certainly|of course|absolutely|okay|ok)[!,.]? (?:here|below|i(?:'ve| have| can|'ll| will))",
  "(?:here(?:'s| is| are)|below is|this is) (?:the|your|my|a|an) (?:\\S+ ){0,3}(?:translation|translated)",
  '(?:the )?translation (?:of|into|to|in) (?:\\S+ ){1,6}is[: ]',
  "i(?:'ve| have) translated|i (?:can't|cannot|can not) translate|please provide the (?:text|source)|i hope this (?:helps|translation)|note: (?:i |the translation)",
  "(?:bien sûr|certainement|d'accord)\\s?[!,.] (?:voici|je )|voici (?:la|une|votre) (?:\\S+ ){0,2}traduction",
  '(?:natürlich|gerne|sicher|selbstverständlich)[!,.] (?:hier|ich)|hier ist (?:die|eine|deine|ihre) (?:\\S+ ){0,2}übersetzung',
  '¡?(?:claro|por supuesto|desde luego)[!,.] (?:aquí|he )|aquí (?:está|tienes|tiene) (?:la|una|tu|su) (?:\\S+ ){0,2}traducción',
  'certo[!,.] (?:ecco|ho )|ecco (?:la|una) (?:\\S+ ){0,2}traduzione',
  'claro[!,.] aqui|aqui está (?:a|uma|sua) (?:\\S+ ){0,2}tradução',
  'natuurlijk[!,.] hier|hier is (?:de|een) (?:\\S+ ){0,2}vertaling',
  'oczywiście[!,.] oto|oto (?:\\S+ ){0,2}tłumaczenie',
  '(?:конечно|разумеется)[!,.] вот|вот (?:\\S+ ){0,2}перевод',
  '(?:звичайно|звісно|авжеж)[!,.] ось|ось (?:\\S+ ){0,2}переклад',
  '(?:вядома|канечне)[!,.] вось|вось (?:\\S+ ){0,2}пераклад',
  '(?:разбира се)[!,.] ето|ето (?:\\S+ ){0,2}превод',
  '(?:desigur|sigur|bineînțeles)[!,.] iată|iată (?:o )?(?:\\S+ ){0,2}traducere',
  '(?:elbette|tabii(?: ki)?)[!,.] işte|işte (?:\\S+ ){0,2}çeviri',
  '(?:əlbəttə|təbii ki)[!,.] (?:budur|tərcümə)|budur,? (?:\\S+ ){0,2}tərcümə|tərcümə budur',
  '(?:իհա՛?րկե)[,.։՝!]? ահա|ահա (?:\\S+ ){0,2}թարգմանություն',
  '(?:რა თქმა უნდა|რასაკვირველია)[!,.] აი|აი,? (?:\\S+ ){0,2}თარგმანი',
  'φυσικά[!,.] (?:ορίστε|εδώ)|(?:ορίστε|εδώ είναι) η (?:\\S+ ){0,2}μετάφραση',
  '(?:بالطبع|بالتأكيد)[!،,.] (?:إليك|هذه)|إليك (?:\\S+ ){0,2}(?:ال)?ترجمة',
  'در اینجا (?:\\S+ ){0,2}ترجمه',
  '(?:בטח|כמובן)[!,.] (?:הנה|להלן)|(?:הנה|להלן) (?:\\S+ ){0,2}ה?תרגום',
  '以下是(?:\\S{0,8})(?:翻译|译文|翻譯|譯文)|(?:这是|這是)(?:\\S{0,4})(?:翻译|翻譯)',
  '(?:以下|こちら)[はが](?:\\S{0,12})(?:翻訳|訳文)',
  '다음은 (?:\\S+ ){0,2}번역',
];

const SPEAKERS = [
  "as an? (?:ai\\b|artificial intelligence|(?:large )?language model)|i(?:'m| am) sorry,? (?:but )?(?:i can|as an)|i(?:'m| am) an ai\\b|i(?:'m| am) (?:unable|not able) to (?:translate|assist|help)",
  "en tant qu(?:'|e )(?:ia\\b|intelligence artificielle|modèle de langage|assistant)",
  'als (?:ki\\b|künstliche intelligenz|(?:großes )?sprachmodell)',
  'como (?:una? )?(?:ia\\b|inteligencia artificial|modelo de lenguaje|modelo de linguagem|inteligência artificial)',
  'in quanto (?:ia\\b|intelligenza artificiale|modello linguistico)',
  'как (?:ии[ ,]|искусственный интеллект|(?:большая )?языковая модель)',
  'як (?:ші[ ,]|штучний інтелект|(?:велика )?мовна модель|штучны інтэлект|моўная мадэль)',
  'ca (?:o )?(?:ia\\b|inteligență artificială|un? model (?:de limbaj|lingvistic))',
  '(?:bir )?yapay zek[aâ] (?:dil modeli )?olarak',
  'süni intellekt (?:dil modeli )?(?:kimi|olaraq)',
  'որպես (?:արհեստական բանականություն|լեզվական մոդել)',
  'როგორც (?:ხელოვნური ინტელექტი|ენობრივი მოდელი)',
  '(?:بصفتي|كوني) (?:نموذج|ذكاء)',
  '(?:作为|作為)(?:一个|一個|一名)?(?:ai|人工智能|人工智慧|语言模型|語言模型)',
  '(?:ai|人工知能|言語モデル)として',
];

const START = '^[\\s"\'“«„*#>]*';

/** A label before the colon, at the start of a text (in lower case, with straight apostrophes). */
export const LABEL: RegExp = new RegExp(`${START}(?:(?:${LABELS})\\s?[:：՝]|[[({](?:${LABELS})[\\])}])`, 'u');
/** A sentence about the translation, at the start of a text. */
export const ANSWER: RegExp = new RegExp(`${START}(?:${ANSWERS.join('|')})`, 'u');
/** A sentence of the program about itself, at the start of a text. */
export const SPEAKER: RegExp = new RegExp(`${START}(?:${SPEAKERS.join('|')})`, 'u');
