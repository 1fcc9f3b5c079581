import { type World, worldOfBlocks } from './world.ts';

const MARKDOWN = `---
title: The library of Brook Street
description: When to come and what to bring.
---

# The library of Brook Street

![Children read in the hall](hall.jpg "The hall in spring")

The library is open to everyone; see the [opening hours](#opening-hours) below.

## Opening hours

- On weekdays the library opens early.[^1]
- On Saturdays it closes at noon.

[^1]: The library is closed on all public holidays.`;

const TARGETS: Readonly<Record<string, readonly string[]>> = {
  fr: [
    'La bibliothèque de la rue du Ruisseau',
    'Quand venir et quoi apporter.',
    'La bibliothèque de la rue du Ruisseau',
    'Des enfants lisent dans la salle',
    'La salle au printemps',
    'La bibliothèque est ouverte à tous\u202f; voir les <1>heures d’ouverture</1> ci-dessous.',
    'Heures d’ouverture',
    'En semaine, la bibliothèque ouvre tôt.<1/>',
    'Le samedi, elle ferme à midi.',
    'La bibliothèque est fermée tous les jours fériés.',
  ],
  de: [
    'Die Bibliothek in der Bachstraße',
    'Wann Sie kommen können und was Sie mitbringen.',
    'Die Bibliothek in der Bachstraße',
    'Kinder lesen im Saal',
    'Der Saal im Frühling',
    'Die Bibliothek steht allen offen; siehe die <1>Öffnungszeiten</1> unten.',
    'Öffnungszeiten',
    'An Wochentagen öffnet die Bibliothek früh.<1/>',
    'Samstags schließt sie am Mittag.',
    'An allen Feiertagen ist die Bibliothek geschlossen.',
  ],
  ru: [
    'Библиотека на Ручейной улице',
    'Когда приходить и что взять с собой.',
    'Библиотека на Ручейной улице',
    'Дети читают в зале',
    'Зал весной',
    'Библиотека открыта для всех; смотрите <1>часы работы</1> ниже.',
    'Часы работы',
    'В будни библиотека открывается рано.<1/>',
    'По субботам она закрывается в полдень.',
    'По всем праздничным дням библиотека закрыта.',
  ],
  uk: [
    'Бібліотека на вулиці Струмковій',
    'Коли приходити і що взяти з собою.',
    'Бібліотека на вулиці Струмковій',
    'Діти читають у залі',
    'Зала навесні',
    'Бібліотека відкрита для всіх; дивіться <1>години роботи</1> нижче.',
    'Години роботи',
    'У будні бібліотека відчиняється рано.<1/>',
    'У суботу вона зачиняється опівдні.',
    'У всі святкові дні бібліотека зачинена.',
  ],
  be: [
    'Бібліятэка на вуліцы Ручаёвай',
    'Калі прыходзіць і што ўзяць з сабой.',
    'Бібліятэка на вуліцы Ручаёвай',
    'Дзеці чытаюць у зале',
    'Зала ўвесну',
    'Бібліятэка адкрыта для ўсіх; глядзіце <1>гадзіны працы</1> ніжэй.',
    'Гадзіны працы',
    'У будні бібліятэка адчыняецца рана.<1/>',
    'У суботу яна зачыняецца апоўдні.',
    'Ва ўсе святочныя дні бібліятэка зачынена.',
  ],
  hy: [
    'Առվակի փողոցի գրադարանը',
    'Երբ գալ և ինչ բերել։',
    'Առվակի փողոցի գրադարանը',
    'Երեխաները կարդում են դահլիճում',
    'Դահլիճը գարնանը',
    'Գրադարանը բաց է բոլորի համար. տե՛ս <1>բացման ժամերը</1> ստորև։',
    'Բացման ժամերը',
    'Աշխատանքային օրերին գրադարանը բացվում է վաղ։<1/>',
    'Շաբաթ օրերին այն փակվում է կեսօրին։',
    'Բոլոր տոնական օրերին գրադարանը փակ է։',
  ],
  ka: [
    'ბიბლიოთეკა ნაკადულის ქუჩაზე',
    'როდის მობრძანდეთ და რა წამოიღოთ.',
    'ბიბლიოთეკა ნაკადულის ქუჩაზე',
    'ბავშვები დარბაზში კითხულობენ',
    'დარბაზი გაზაფხულზე',
    'ბიბლიოთეკა ყველასთვის ღიაა; იხილეთ <1>სამუშაო საათები</1> ქვემოთ.',
    'სამუშაო საათები',
    'სამუშაო დღეებში ბიბლიოთეკა ადრე იხსნება.<1/>',
    'შაბათობით ის შუადღისას იკეტება.',
    'ყველა სადღესასწაულო დღეს ბიბლიოთეკა დაკეტილია.',
  ],
  ro: [
    'Biblioteca de pe strada Pârâului',
    'Când să veniți și ce să aduceți.',
    'Biblioteca de pe strada Pârâului',
    'Copiii citesc în sală',
    'Sala primăvara',
    'Biblioteca este deschisă tuturor; vedeți <1>orele de program</1> de mai jos.',
    'Orele de program',
    'În zilele lucrătoare biblioteca se deschide devreme.<1/>',
    'Sâmbăta se închide la prânz.',
    'Biblioteca este închisă în toate zilele de sărbătoare.',
  ],
  az: [
    'Bulaq küçəsindəki kitabxana',
    'Nə vaxt gəlməli və nə gətirməli.',
    'Bulaq küçəsindəki kitabxana',
    'Uşaqlar zalda oxuyurlar',
    'Zal yazda',
    'Kitabxana hamı üçün açıqdır; aşağıda <1>iş saatlarına</1> baxın.',
    'İş saatları',
    'İş günləri kitabxana erkən açılır.<1/>',
    'Şənbə günləri o, günorta bağlanır.',
    'Bütün bayram günləri kitabxana bağlıdır.',
  ],
};

/** A page with what readers are served besides its text: front matter, an image, a note, a link within the page. */
export function pageWorld(): World {
  return worldOfBlocks('page', [MARKDOWN], TARGETS, {
    keys: [
      'title',
      'description',
      'heading',
      'alt',
      'imageTitle',
      'link',
      'hours',
      'note',
      'item',
      'footnote',
    ],
  });
}

/** The page's Markdown. */
export const PAGE_MARKDOWN: string = MARKDOWN;
