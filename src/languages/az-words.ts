/**
 * Frequent Azerbaijani words as they come out of keyboards without ə, ı, ş, ç, ğ, ö, ü, and what they are. None of the
 * first is a word of the language or a common name in small letters.
 */
const PAIRS =
  've və, hem həm, her hər, eger əgər, uchun üçün, ucun üçün, üchün üçün, üçun üçün, uçun üçün, gore görə, göre görə, gorə görə, bele belə, nece necə, hemin həmin, hemişe həmişə, hemise həmişə, yene yenə, ile ilə, ise isə, hec heç, hech heç, heç-ne heç-nə, bezi bəzi, meqsed məqsəd, mesele məsələ, meselesi məsələsi, meseleler məsələlər, teref tərəf, terefinden tərəfindən, terəfindən tərəfindən, tərefindən tərəfindən, haqqinda haqqında, barede barədə, barəde barədə, uzre üzrə, üzre üzrə, uzrə üzrə, qarsi qarşı, qarşi qarşı, yalniz yalnız, altinda altında, arasinda arasında, lazimdir lazımdır, olmalidir olmalıdır, sonraki sonrakı, azadliq azadlıq, azadliqlari azadlıqları, huquq hüquq, huquqlari hüquqları, hüquqlari hüquqları, dovlet dövlət, dövlet dövlət, dovlət dövlət, dovletin dövlətin, olke ölkə, ölke ölkə, olkə ölkə, cemiyyet cəmiyyət, cəmiyyet cəmiyyət, cemiyyetin cəmiyyətin, hokumet hökumət, hökumet hökumət, hokumət hökumət, vetendas vətəndaş, vətəndas vətəndaş, vetendaş vətəndaş, vetendasi vətəndaşı, sexs şəxs, şexs şəxs, səxs şəxs, edalet ədalət, beraber bərabər, beraberlik bərabərlik, tehsil təhsil, tehsili təhsili, emek əmək, edilmesi edilməsi, olunmasi olunması, olmasi olması, muxtelif müxtəlif, müxtelif müxtəlif, muxtəlif müxtəlif, butun bütün, bütun bütün, xususi xüsusi, muvafiq müvafiq, uygun uyğun, bas-bas baş-baş, sehife səhifə, senəd sənəd, sened sənəd, esas əsas, esasen əsasən, esasında əsasında, əsasinda əsasında, esasinda əsasında, elaqe əlaqə, elaqeler əlaqələr, munasibet münasibət, münasibet münasibət, sheher şəhər, seher şəhər, şeher şəhər, xeber xəbər, melumat məlumat, bildirib-ki bildirib-ki, cunki çünki, çunki çünki, cünki çünki, cox çox, shey şey, etmek etmək, demek demək, gelmek gəlmək, vermek vermək, almaq-ucun almaq-üçün, etmelidir etməlidir, edecek edəcək, olmayan-her olmayan-hər, insanlarin insanların, xalqin xalqın, qadin qadın, qadinlar qadınlar, usaq uşaq, usaqlar uşaqlar, hamisi hamısı, hami hamı, azerbaycan azərbaycan, azerbaycanin azərbaycanın, azerbaycanda azərbaycanda, respublikasi respublikası, respublikasinin respublikasının, qanunvericiliyi qanunvericiliyi, tessuf təəssüf, muharibe müharibə, müharibe müharibə, tehlukesizlik təhlükəsizlik, teskilat təşkilat, təskilat təşkilat, teşkilat təşkilat, icra-hakimiyyeti icra-hakimiyyəti, hakimiyyet hakimiyyət, hakimiyyeti hakimiyyəti, milletlerin millətlərin, millet millət, milletler millətlər, beynelxalq beynəlxalq, madde maddə, maddesi maddəsi, bend bənd, fesil fəsil, hisse hissə, nefer nəfər, deqiqe dəqiqə, hefte həftə, tarixde tarixdə, deyer dəyər, erazi ərazi, eraziler ərazilər, ehali əhali, qerar qərar, qerarı qərarı, dəvet dəvət, mektub məktub, mekteb məktəb, kend kənd, neticə nəticə, netice nəticə, sebeb səbəb, vəziyyet vəziyyət, veziyyet vəziyyət, tedbir tədbir, teleb tələb, xidmet xidmət, umumi ümumi, gun gün, gunu günü, duzgun düzgün, gorus görüş, soz söz, ozu özü, qaydasi qaydası, heyat həyat, heyata həyata, ictimaiyyet ictimaiyyət';

/** Words (lower case) that lost letters, and the words that they were. */
export const AZ_LOST: ReadonlyMap<string, string> = new Map(
  PAIRS.split(', ').flatMap((pair): [string, string][] => {
    const [lost = '', right = ''] = pair.split(' ');
    return lost === right || lost.includes('-') ? [] : [[lost, right]];
  }),
);

/** Words that end like those of `AZ_LOST_ENDING` and are right. */
const RIGHT = '(?:kans|trey|spoy|di|tril|ku|boy|ka[tf]|ta|pay|rol)ler|xaliq|mütəəlliq|mövqe|şose|kafe|kupe';

/**
 * Endings in which Azerbaijani has ə or ı, written with e or i: there is no e in its endings, no ending -liq, no -lari,
 * and no e at the end of a word with letters of its own. Words of other languages that end so are names, in capitals.
 */
export const AZ_LOST_ENDING: RegExp = new RegExp(
  `^(?!${RIGHT})(?:${[
    '\\p{Ll}{2,30}(?:ler(?:in|i|e|de|den|le|imiz|inin|ine|inde|inden|ini|dir)|mek(?:de|den|le)|melidir)',
    '\\p{Ll}{2,30}(?:ecek(?:dir|ler)|sinde|sinden|inde|inden|ede|eden)',
    '\\p{Ll}{2,30}lar(?:in|i|ina|inda|indan|ini|inin|imiz|iniz)',
    '\\p{Ll}{3,30}(?:ler|liq(?:da|dan|la|lar|in|dir)?|li[qğ]i(?:n|na|nda|ndan|ni|nin)?)',
    '(?=\\p{Ll}{0,30}[əığöüçş])\\p{Ll}{2,30}e',
  ].join('|')})$`,
  'u',
);
