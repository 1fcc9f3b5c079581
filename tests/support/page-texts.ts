import type { SegmentSpec } from './page-build.ts';

/** The languages of the fixture: the project's ten, and Arabic for the other direction. */
export const LOCALES: readonly string[] = ['en', 'hy', 'ar', 'az', 'be', 'ka', 'ro', 'uk', 'ru', 'fr', 'de'];

const STRONG = { type: 'strong', parts: ['**', '**'], span: 'a' } as const;
const EMPHASIS = { type: 'emphasis', parts: ['*', '*'], span: 'b' } as const;

export const TITLE: SegmentSpec = {
  id: 's0title01',
  text: 'Statement from members of the Steering Committee of the Eastern Partnership Civil Society Forum calling for the immediate stop of ethnic cleansings against the people of Nagorno-Karabakh',
  targets: {
    hy: 'Արևելյան գործընկերության քաղաքացիական հասարակության ֆորումի ղեկավար կոմիտեի անդամների հայտարարությունը՝ Լեռնային Ղարաբաղի ժողովրդի դեմ էթնիկ զտումները անհապաղ դադարեցնելու կոչով',
    ar: 'بيان صادر عن أعضاء في اللجنة التوجيهية لمنتدى المجتمع المدني للشراكة الشرقية يدعو إلى الوقف الفوري للتطهير العرقي ضد شعب ناغورني قره باغ',
    az: 'Şərq Tərəfdaşlığı Vətəndaş Cəmiyyəti Forumunun Rəhbər Komitəsi üzvlərinin Dağlıq Qarabağ xalqına qarşı etnik təmizləmələrin dərhal dayandırılmasına çağıran bəyanatı',
    be: 'Заява членаў Кіраўнічага камітэта Форуму грамадзянскай супольнасці Усходняга партнёрства з заклікам неадкладна спыніць этнічныя чысткі супраць народа Нагорнага Карабаха',
    ka: 'აღმოსავლეთ პარტნიორობის სამოქალაქო საზოგადოების ფორუმის მმართველი კომიტეტის წევრების განცხადება, რომელიც მოუწოდებს მთიანი ყარაბაღის ხალხის წინააღმდეგ ეთნიკური წმენდის დაუყოვნებლივ შეწყვეტას',
    ro: 'Declarația membrilor Comitetului director al Forumului Societății Civile din cadrul Parteneriatului Estic care cere oprirea imediată a epurării etnice împotriva populației din Nagorno-Karabah',
    uk: 'Заява членів Керівного комітету Форуму громадянського суспільства Східного партнерства із закликом негайно припинити етнічні чистки проти народу Нагірного Карабаху',
    ru: 'Заявление членов Руководящего комитета Форума гражданского общества Восточного партнёрства с призывом немедленно прекратить этнические чистки против народа Нагорного Карабаха',
    fr: 'Déclaration de membres du Comité de pilotage du Forum de la société civile du Partenariat oriental appelant à l’arrêt immédiat du nettoyage ethnique contre le peuple du Haut-Karabakh',
    de: 'Erklärung von Mitgliedern des Lenkungsausschusses des Zivilgesellschaftlichen Forums der Östlichen Partnerschaft mit der Forderung nach einem sofortigen Ende der ethnischen Säuberungen gegen die Bevölkerung von Bergkarabach',
  },
};

export const DATELINE: SegmentSpec = {
  id: 's0date001',
  text: 'Brussels, 21 September 2023',
  targets: {
    hy: 'Բրյուսել, 21 սեպտեմբերի 2023 թ.',
    ar: 'بروكسل، 21 سبتمبر 2023',
    az: 'Brüssel, 21 sentyabr 2023-cü il',
    be: 'Брусель, 21 верасня 2023 года',
    ka: 'ბრიუსელი, 2023 წლის 21 სექტემბერი',
    ro: 'Bruxelles, 21 septembrie 2023',
    uk: 'Брюссель, 21 вересня 2023 року',
    ru: 'Брюссель, 21 сентября 2023 года',
    fr: 'Bruxelles, le 21 septembre 2023',
    de: 'Brüssel, den 21. September 2023',
  },
};

export const CONDEMN: readonly SegmentSpec[] = [
  {
    id: 's0cond001',
    text: 'We, members of the Steering Committee of the Eastern Partnership Civil Society Forum condemn the attack of the Azerbaijani military forces against the people of Nagorno-Karabakh under the pretext of an “anti-terrorist operation”, which caused deaths and casualties among the population and massive destructions.',
    targets: {
      hy: 'Մենք՝ Արևելյան գործընկերության քաղաքացիական հասարակության ֆորումի ղեկավար կոմիտեի անդամներս, դատապարտում ենք Ադրբեջանի զինված ուժերի հարձակումը Լեռնային Ղարաբաղի ժողովրդի վրա «հակաահաբեկչական գործողության» պատրվակով, որը հանգեցրեց մահերի և զոհերի բնակչության շրջանում ու զանգվածային ավերածությունների։',
      ar: 'نحن أعضاء اللجنة التوجيهية لمنتدى المجتمع المدني للشراكة الشرقية ندين هجوم القوات العسكرية الأذربيجانية على شعب ناغورني قره باغ بذريعة «عملية لمكافحة الإرهاب»، وقد أوقع قتلى وضحايا بين السكان ودمارًا واسعًا.',
      az: 'Biz, Şərq Tərəfdaşlığı Vətəndaş Cəmiyyəti Forumunun Rəhbər Komitəsinin üzvləri, Azərbaycan hərbi qüvvələrinin “antiterror əməliyyatı” bəhanəsi ilə Dağlıq Qarabağ xalqına hücumunu pisləyirik; bu hücum əhali arasında ölümə, itkilərə və kütləvi dağıntılara səbəb olmuşdur.',
      be: 'Мы, члены Кіраўнічага камітэта Форуму грамадзянскай супольнасці Усходняга партнёрства, асуджаем напад узброеных сіл Азербайджана на народ Нагорнага Карабаха пад выглядам «антытэрарыстычнай аперацыі», які прывёў да гібелі людзей, ахвяр сярод насельніцтва і масавых разбурэнняў.',
      ka: 'ჩვენ, აღმოსავლეთ პარტნიორობის სამოქალაქო საზოგადოების ფორუმის მმართველი კომიტეტის წევრები, ვგმობთ აზერბაიჯანის სამხედრო ძალების თავდასხმას მთიანი ყარაბაღის ხალხზე „ანტიტერორისტული ოპერაციის“ საბაბით, რამაც მოსახლეობაში სიკვდილი და მსხვერპლი და მასობრივი ნგრევა გამოიწვია.',
      ro: 'Noi, membrii Comitetului director al Forumului Societății Civile din cadrul Parteneriatului Estic, condamnăm atacul forțelor militare azere împotriva populației din Nagorno-Karabah sub pretextul unei „operațiuni antiteroriste”, care a provocat morți și victime în rândul populației și distrugeri masive.',
      uk: 'Ми, члени Керівного комітету Форуму громадянського суспільства Східного партнерства, засуджуємо напад збройних сил Азербайджану на народ Нагірного Карабаху під приводом «антитерористичної операції», який спричинив загибель людей, жертви серед населення та масові руйнування.',
      ru: 'Мы, члены Руководящего комитета Форума гражданского общества Восточного партнёрства, осуждаем нападение вооружённых сил Азербайджана на народ Нагорного Карабаха под предлогом «антитеррористической операции», которое привело к гибели людей, жертвам среди населения и массовым разрушениям.',
      fr: 'Nous, membres du Comité de pilotage du Forum de la société civile du Partenariat oriental, condamnons l’attaque des forces militaires azerbaïdjanaises contre le peuple du Haut-Karabakh sous le prétexte d’une « opération antiterroriste », qui a causé des morts et des victimes parmi la population ainsi que des destructions massives.',
      de: 'Wir, Mitglieder des Lenkungsausschusses des Zivilgesellschaftlichen Forums der Östlichen Partnerschaft, verurteilen den Angriff der aserbaidschanischen Streitkräfte auf die Bevölkerung von Bergkarabach unter dem Vorwand einer „Antiterroroperation“, der zu Toten und Opfern in der Bevölkerung und zu massiven Zerstörungen geführt hat.',
    },
  },
  {
    id: 's0cond002',
    text: '<1>Throughout the 24 hours of attacks that included use of artillery, drones, aviation and infantry, it is already confirmed that 200 people among which 5 children were killed and more than 400 people were wounded.</1>',
    codes: { '1': STRONG },
    targets: {
      hy: '<1>Հրետանու, անօդաչու թռչող սարքերի, ավիացիայի և հետևակի կիրառմամբ 24 ժամ տևած հարձակումների ընթացքում արդեն հաստատվել է, որ սպանվել է 200 մարդ, այդ թվում՝ 5 երեխա, և վիրավորվել է ավելի քան 400 մարդ։</1>',
      ar: '<1>وخلال 24 ساعة من الهجمات التي استُخدمت فيها المدفعية والطائرات المسيّرة والطيران والمشاة تأكد مقتل 200 شخص، بينهم 5 أطفال، وإصابة أكثر من 400 شخص.</1>',
      az: '<1>Artilleriya, dronlar, aviasiya və piyadanın istifadə olunduğu 24 saatlıq hücumlar ərzində artıq təsdiqlənmişdir ki, 5-i uşaq olmaqla 200 nəfər öldürülmüş, 400-dən çox insan yaralanmışdır.</1>',
      be: '<1>За 24 гадзіны нападаў з прымяненнем артылерыі, беспілотнікаў, авіяцыі і пяхоты ўжо пацверджана, што забіта 200 чалавек, сярод якіх 5 дзяцей, і паранена больш за 400 чалавек.</1>',
      ka: '<1>24-საათიანი თავდასხმების განმავლობაში, რომლებშიც გამოყენებული იყო არტილერია, დრონები, ავიაცია და ქვეითი ჯარი, უკვე დადასტურებულია, რომ მოკლულია 200 ადამიანი, მათ შორის 5 ბავშვი, და დაჭრილია 400-ზე მეტი.</1>',
      ro: '<1>Pe parcursul celor 24 de ore de atacuri, în care s-au folosit artilerie, drone, aviație și infanterie, s-a confirmat deja că 200 de persoane, între care 5 copii, au fost ucise și peste 400 au fost rănite.</1>',
      uk: '<1>За 24 години нападів із застосуванням артилерії, безпілотників, авіації та піхоти вже підтверджено, що 200 осіб, серед яких 5 дітей, убито й понад 400 осіб поранено.</1>',
      ru: '<1>За 24 часа атак с применением артиллерии, беспилотников, авиации и пехоты уже подтверждено, что 200 человек, среди которых 5 детей, убиты и более 400 человек ранены.</1>',
      fr: '<1>Au cours des 24 heures d’attaques menées avec l’artillerie, des drones, l’aviation et l’infanterie, il est déjà confirmé que 200 personnes, dont 5 enfants, ont été tuées et plus de 400 blessées.</1>',
      de: '<1>Im Verlauf der 24-stündigen Angriffe, bei denen Artillerie, Drohnen, Luftwaffe und Infanterie eingesetzt wurden, sind nach bereits bestätigten Angaben 200 Menschen, darunter 5 Kinder, getötet und mehr als 400 Menschen verwundet worden.</1>',
    },
  },
  {
    id: 's0cond003',
    text: '<1>The attack took place after long lasting blockade which results in shortage of all vital supplies necessary to support victims of the attack.</1>',
    codes: { '1': STRONG },
    targets: {
      hy: '<1>Հարձակումը տեղի ունեցավ երկարատև շրջափակումից հետո, որը հանգեցրել է հարձակման զոհերին օգնելու համար անհրաժեշտ կենսական բոլոր պաշարների պակասի։</1>',
      ar: '<1>وقد وقع الهجوم بعد حصار طويل أدى إلى نقص في كل الإمدادات الحيوية اللازمة لدعم ضحايا الهجوم.</1>',
      az: '<1>Hücum uzunmüddətli blokadadan sonra baş vermişdir və bu blokada hücum qurbanlarına yardım üçün zəruri olan bütün həyati ləvazimatların çatışmazlığına səbəb olur.</1>',
      be: '<1>Напад адбыўся пасля працяглай блакады, з-за якой не хапае ўсіх жыццёва важных запасаў, неабходных для падтрымкі ахвяр нападу.</1>',
      ka: '<1>თავდასხმა მოხდა ხანგრძლივი ბლოკადის შემდეგ, რის გამოც თავდასხმის მსხვერპლთა დასახმარებლად საჭირო ყველა სასიცოცხლო მარაგი აკლია.</1>',
      ro: '<1>Atacul a avut loc după o blocadă îndelungată, care duce la lipsa tuturor proviziilor vitale necesare pentru sprijinirea victimelor atacului.</1>',
      uk: '<1>Напад стався після тривалої блокади, через яку бракує всіх життєво важливих запасів, необхідних для підтримки жертв нападу.</1>',
      ru: '<1>Нападение произошло после длительной блокады, из-за которой не хватает всех жизненно важных запасов, необходимых для поддержки жертв нападения.</1>',
      fr: '<1>L’attaque a eu lieu après un long blocus, qui entraîne une pénurie de tous les biens vitaux nécessaires pour venir en aide aux victimes de l’attaque.</1>',
      de: '<1>Der Angriff erfolgte nach einer lang andauernden Blockade, die zu einem Mangel an allen lebenswichtigen Gütern führt, die zur Unterstützung der Opfer des Angriffs erforderlich sind.</1>',
    },
  },
];

export const RUSSIA: SegmentSpec = {
  id: 's0russ001',
  text: 'We condemn Russia for its destructive role in the region, as elsewhere.',
  targets: {
    hy: 'Մենք դատապարտում ենք Ռուսաստանին տարածաշրջանում, ինչպես և այլուր, կործանարար դերի համար։',
    ar: 'ندين روسيا لدورها المدمّر في المنطقة، كما في غيرها.',
    az: 'Biz Rusiyanı başqa yerlərdə olduğu kimi, regionda da dağıdıcı roluna görə pisləyirik.',
    be: 'Мы асуджаем Расію за яе разбуральную ролю ў рэгіёне, як і ў іншых месцах.',
    ka: 'ჩვენ ვგმობთ რუსეთს რეგიონში, ისევე როგორც სხვაგან, მისი დამანგრეველი როლისთვის.',
    ro: 'Condamnăm Rusia pentru rolul său distructiv în regiune, ca și în alte părți.',
    uk: 'Ми засуджуємо Росію за її руйнівну роль у регіоні, як і в інших місцях.',
    ru: 'Мы осуждаем Россию за её разрушительную роль в регионе, как и в других местах.',
    fr: 'Nous condamnons la Russie pour son rôle destructeur dans la région, comme ailleurs.',
    de: 'Wir verurteilen Russland für seine zerstörerische Rolle in der Region wie auch anderswo.',
  },
};

export const SIGNATORIES: readonly SegmentSpec[] = [
  {
    id: 's0sign001',
    text: '<1>EaP CSF Armenia National Platform Facilitator</1>',
    codes: { '1': EMPHASIS },
    gap: 'soft',
    targets: {
      hy: '<1>ԱլԳ ՔՀՖ Հայաստանի ազգային պլատֆորմի համակարգող</1>',
      ar: '<1>ميسّر المنصة الوطنية لأرمينيا في المنتدى</1>',
      az: '<1>ŞT VCF Ermənistan Milli Platformasının fasilitatoru</1>',
      be: '<1>Фасілітатар Армянскай нацыянальнай платформы ФГС УП</1>',
      ka: '<1>აღმ. პარტნიორობის ფორუმის სომხეთის ეროვნული პლატფორმის ფასილიტატორი</1>',
      ro: '<1>Facilitatorul Platformei Naționale din Armenia a FSC PaE</1>',
      uk: '<1>Фасилітатор Вірменської національної платформи ФГС СхП</1>',
      ru: '<1>Фасилитатор Армянской национальной платформы ФГО ВП</1>',
      fr: '<1>Facilitateur de la plateforme nationale arménienne du FSC du PO</1>',
      de: '<1>Moderator der nationalen Plattform Armeniens des EaP CSF</1>',
    },
  },
  {
    id: 's0sign002',
    text: '<1>EaP CSF Moldova National Platform Facilitator</1>',
    codes: { '1': EMPHASIS },
    targets: {
      hy: '<1>ԱլԳ ՔՀՖ Մոլդովայի ազգային պլատֆորմի համակարգող</1>',
      ar: '<1>ميسّر المنصة الوطنية لمولدوفا في المنتدى</1>',
      az: '<1>ŞT VCF Moldova Milli Platformasının fasilitatoru</1>',
      be: '<1>Фасілітатар Малдаўскай нацыянальнай платформы ФГС УП</1>',
      ka: '<1>აღმ. პარტნიორობის ფორუმის მოლდოვის ეროვნული პლატფორმის ფასილიტატორი</1>',
      ro: '<1>Facilitatorul Platformei Naționale din Moldova a FSC PaE</1>',
      uk: '<1>Фасилітатор Молдовської національної платформи ФГС СхП</1>',
      ru: '<1>Фасилитатор Молдавской национальной платформы ФГО ВП</1>',
      fr: '<1>Facilitateur de la plateforme nationale moldave du FSC du PO</1>',
      de: '<1>Moderator der nationalen Plattform Moldaus des EaP CSF</1>',
    },
  },
];
