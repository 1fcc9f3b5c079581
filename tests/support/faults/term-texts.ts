/** Sentences about one person and one place, with the terms of a small glossary, by locale. */
export const NAME_TEXTS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Helena Marchenko chairs the council of Gyumri.',
    'In March, Marchenko met the mayors of the region.',
    'The mayors thanked Marchenko for her report.',
    'Gyumri will host the next ceasefire talks.',
    'The ceasefire has held since the autumn.',
    'Observers in Gyumri watch over the ceasefire.',
  ],
  hy: [
    'Հելենա Մարչենկոն ղեկավարում է Գյումրիի խորհուրդը։',
    'Մարտին Մարչենկոն հանդիպեց տարածաշրջանի քաղաքապետերին։',
    'Քաղաքապետերը շնորհակալություն հայտնեցին Մարչենկոյին զեկույցի համար։',
    'Գյումրին կընդունի հրադադարի հաջորդ բանակցությունները։',
    'Հրադադարը պահպանվում է աշնանից ի վեր։',
    'Գյումրիում դիտորդները հետևում են հրադադարին։',
  ],
  az: [
    'Helena Marçenko Gümrü şurasına rəhbərlik edir.',
    'Martda Marçenko regionun merləri ilə görüşdü.',
    'Merlər hesabata görə Marçenkoya təşəkkür etdilər.',
    'Növbəti atəşkəs danışıqları Gümrüdə keçiriləcək.',
    'Atəşkəs payızdan bəri qorunur.',
    'Gümrüdəki müşahidəçilər atəşkəsə nəzarət edirlər.',
  ],
  be: [
    'Хелена Марчанка ўзначальвае раду Гюмры.',
    'У сакавіку Марчанка сустрэлася з мэрамі рэгіёна.',
    'Мэры падзякавалі Марчанка за яе даклад.',
    'Гюмры прыме наступныя перамовы аб спыненні агню.',
    'Спыненне агню захоўваецца з восені.',
    'Назіральнікі ў Гюмры сочаць за спыненнем агню.',
  ],
  ka: [
    'ჰელენა მარჩენკო გიუმრის საბჭოს ხელმძღვანელობს.',
    'მარტში მარჩენკო რეგიონის მერებს შეხვდა.',
    'მერებმა მარჩენკოს მოხსენებისთვის მადლობა გადაუხადეს.',
    'გიუმრი ცეცხლის შეწყვეტის შემდეგ მოლაპარაკებებს უმასპინძლებს.',
    'ცეცხლის შეწყვეტა შემოდგომიდან დაცულია.',
    'დამკვირვებლები გიუმრიში ცეცხლის შეწყვეტას აკონტროლებენ.',
  ],
  ro: [
    'Helena Marcenko conduce consiliul din Gyumri.',
    'În martie, Marcenko s-a întâlnit cu primarii din regiune.',
    'Primarii i-au mulțumit lui Marcenko pentru raport.',
    'Gyumri va găzdui următoarele discuții despre încetarea focului.',
    'Încetarea focului se menține din toamnă.',
    'Observatorii din Gyumri supraveghează încetarea focului.',
  ],
  uk: [
    'Хелена Марченко очолює раду Гюмрі.',
    'У березні Марченко зустрілася з мерами регіону.',
    'Мери подякували Марченко за її звіт.',
    'Гюмрі прийме наступні переговори про припинення вогню.',
    'Припинення вогню триває з осені.',
    'Спостерігачі в Гюмрі стежать за припиненням вогню.',
  ],
  ru: [
    'Хелена Марченко возглавляет совет Гюмри.',
    'В марте Марченко встретилась с мэрами региона.',
    'Мэры поблагодарили Марченко за её доклад.',
    'Гюмри примет следующие переговоры о прекращении огня.',
    'Прекращение огня соблюдается с осени.',
    'Наблюдатели в Гюмри следят за прекращением огня.',
  ],
  fr: [
    'Helena Martchenko préside le conseil de Gyumri.',
    'En mars, Martchenko a rencontré les maires de la région.',
    'Les maires ont remercié Martchenko pour son rapport.',
    'Gyumri accueillera les prochains pourparlers de cessez-le-feu.',
    'Le cessez-le-feu tient depuis l’automne.',
    'Des observateurs à Gyumri veillent au cessez-le-feu.',
  ],
  de: [
    'Helena Martschenko leitet den Rat von Gjumri.',
    'Im März traf Martschenko die Bürgermeister der Region.',
    'Die Bürgermeister dankten Martschenko für ihren Bericht.',
    'Gjumri wird die nächsten Gespräche über die Waffenruhe ausrichten.',
    'Die Waffenruhe hält seit dem Herbst.',
    'Beobachter in Gjumri überwachen die Waffenruhe.',
  ],
};

/** What the project calls a ceasefire, and what it may not be called; the words that a fault puts in its place. */
export const CEASEFIRE: Readonly<
  Record<
    string,
    { readonly forms: readonly string[]; readonly forbidden: readonly string[]; readonly other: string }
  >
> = {
  hy: { forms: ['հրադադար*'], forbidden: ['զինադադար*'], other: 'պայմանավորվածություն' },
  az: { forms: ['atəşkəs*'], forbidden: ['barışıq*'], other: 'razılaşma' },
  be: {
    forms: ['спыненне агню', 'спыненні агню', 'спыненнем агню'],
    forbidden: ['перамір’е'],
    other: 'дамова',
  },
  ka: { forms: ['ცეცხლის შეწყვეტ*'], forbidden: ['ზავ*'], other: 'შეთანხმება' },
  ro: { forms: ['încetarea focului', 'încetării focului'], forbidden: ['armistiți*'], other: 'înțelegerea' },
  uk: { forms: ['припинення вогню', 'припиненням вогню'], forbidden: ['перемир*'], other: 'угода' },
  ru: {
    forms: ['прекращение огня', 'прекращении огня', 'прекращением огня'],
    forbidden: ['перемири*'],
    other: 'договорённость',
  },
  fr: { forms: ['cessez-le-feu'], forbidden: ['armistice'], other: 'accord' },
  de: { forms: ['Waffenruhe'], forbidden: ['Waffenstillstand*'], other: 'Vereinbarung' },
};

/** The forms in which the sentences write the person and the place, and another spelling of each. */
export const NAMES: Readonly<
  Record<
    string,
    { readonly person: string; readonly wrong: string; readonly place: string; readonly wrongPlace: string }
  >
> = {
  hy: { person: 'Մարչենկո', wrong: 'Մարչենքո', place: 'Գյումրի', wrongPlace: 'Գումրի' },
  az: { person: 'Marçenko', wrong: 'Marcenko', place: 'Gümrü', wrongPlace: 'Gyumri' },
  be: { person: 'Марчанка', wrong: 'Марчэнка', place: 'Гюмры', wrongPlace: 'Гумры' },
  ka: { person: 'მარჩენკო', wrong: 'მარჩენქო', place: 'გიუმრი', wrongPlace: 'გუმრი' },
  ro: { person: 'Marcenko', wrong: 'Marchenko', place: 'Gyumri', wrongPlace: 'Giumri' },
  uk: { person: 'Марченко', wrong: 'Марчєнко', place: 'Гюмрі', wrongPlace: 'Ґюмрі' },
  ru: { person: 'Марченко', wrong: 'Марченька', place: 'Гюмри', wrongPlace: 'Гумри' },
  fr: { person: 'Martchenko', wrong: 'Marchenko', place: 'Gyumri', wrongPlace: 'Gioumri' },
  de: { person: 'Martschenko', wrong: 'Marchenko', place: 'Gjumri', wrongPlace: 'Gumri' },
};
