/** A fault of which a check of translate-toolkit knows, in one segment. */
export interface Fault {
  /** The name of their check. */
  readonly check: string;
  /** The source, as Markdown. */
  readonly en: string;
  /** What the source was when the target was made, where it was reworded since. */
  readonly was?: string;
  /** A translation without the fault, in stored form. */
  readonly good: string;
  /** One that has it; null for none at all. */
  readonly bad: string | null;
}

/** A check, a source, its translation, translations that have the fault, and the source’s earlier wording. */
type Row = readonly [check: string, en: string, good: string, bad: readonly (string | null)[], was?: string];

const LIBRARY = 'Everyone who lives in the town may borrow books from the public library for four weeks.';
const CHAIRS = 'Apportez une chaise, et aussi une table, un banc et tout ce qu’il vous faut pour la soirée. ';

const ROWS: Readonly<Record<string, readonly Row[]>> = {
  fr: [
    [
      'acronyms',
      'The OSCE will report in May.',
      'L’OSCE publiera son rapport en mai.',
      ['L’organisation publiera son rapport en mai.'],
    ],
    ['blank', 'Bring water to the march.', 'Apportez de l’eau à la marche.', ['  ']],
    ['untranslated', 'Bring bread to the march.', 'Apportez du pain à la marche.', [null]],
    [
      'brackets',
      'The hall (see the map) is open.',
      'La salle (voir le plan) est ouverte.',
      ['La salle (voir le plan est ouverte.', 'La salle voir le plan) est ouverte.'],
    ],
    [
      'doublequoting',
      'The “open hall” is near.',
      'La «\u00a0salle ouverte\u00a0» est proche.',
      ['La "salle ouverte" est proche.', 'La «\u00a0salle ouverte est proche.'],
    ],
    ['doublespacing', 'The garden is open.', 'Le jardin est ouvert.', ['Le jardin  est ouvert.']],
    ['doublewords', 'The school is open.', 'L’école est ouverte.', ['L’école est est ouverte.']],
    [
      'emails',
      'Write to press\\@example.org.',
      'Écrivez à press@example.org.',
      ['Écrivez à presse@example.org.', 'Écrivez-nous.'],
    ],
    ['endpunc', 'The bridge is open.', 'Le pont est ouvert.', ['Le pont est ouvert']],
    ['endpunc', 'Is the bridge open?', 'Le pont est-il ouvert\u202f?', ['Le pont est-il ouvert.']],
    ['endwhitespace', 'The gate is open.', 'La porte est ouverte.', ['La porte est ouverte. ']],
    ['startwhitespace', 'The yard is open.', 'La cour est ouverte.', [' La cour est ouverte.']],
    [
      'filepaths',
      'Put the forms into /srv/forms by noon.',
      'Mettez-les dans /srv/forms avant midi.',
      ['Mettez-les dans /srv/formulaires avant midi.'],
    ],
    [
      'isfuzzy',
      'The market is open to all people in town.',
      'Le marché est ouvert à tous les habitants.',
      ['Le marché est ouvert à tous les habitants.'],
      'The market is open to everybody in town.',
    ],
    ['long', 'Bring a chair.', 'Apportez une chaise.', [`${CHAIRS.repeat(2)}Merci.`]],
    [
      'short',
      LIBRARY,
      'Les habitants de la ville peuvent emprunter des livres pour quatre semaines.',
      ['Oui.'],
    ],
    [
      'musttranslatewords',
      'The council met on Friday.',
      'Le conseil s’est réuni vendredi.',
      ['Le council s’est réuni vendredi.'],
    ],
    [
      'notranslatewords',
      'Download Hexapla from our page.',
      'Téléchargez Hexapla sur notre page.',
      ['Téléchargez l’outil sur notre page.'],
    ],
    [
      'newlines',
      'The park is open all day.',
      'Le parc est ouvert toute la journée.',
      ['Le parc est ouvert\ntoute la journée.'],
    ],
    [
      'tabs',
      'The pool is open all day.',
      'La piscine est ouverte toute la journée.',
      ['La piscine est ouverte\ttoute la journée.'],
    ],
    [
      'numbers',
      'The fee is 250 euros.',
      'Les frais s’élèvent à 250 euros.',
      ['Les frais s’élèvent à 520 euros.', 'Les frais s’élèvent à quelques euros.'],
    ],
    [
      'printf',
      'There are %d seats in the hall.',
      'Il y a %d places dans la salle.',
      ['Il y a %s places dans la salle.', 'Il y a des places dans la salle.'],
    ],
    [
      'pythonbraceformat',
      'Dear {name}, the hall is open.',
      'Cher {name}, la salle est ouverte.',
      ['Cher {nom}, la salle est ouverte.'],
    ],
    [
      'puncspacing',
      'The hall is open, come in.',
      'La salle est ouverte, entrez.',
      ['La salle est ouverte,entrez.'],
    ],
    [
      'sentencecount',
      'The hall is open. Bring chairs.',
      'La salle est ouverte. Apportez des chaises.',
      ['La salle est ouverte et il faut des chaises.'],
    ],
    [
      'simplecaps',
      'NO ENTRY TO THE YARD',
      'ENTRÉE INTERDITE DANS LA COUR',
      ['Entrée interdite dans la cour'],
    ],
    ['startcaps', 'The bakery is open.', 'La boulangerie est ouverte.', ['la boulangerie est ouverte.']],
    ['startpunc', '(See the map.)', '(Voir le plan.)', ['Voir le plan.)']],
    [
      'unchanged',
      'The hall is open on Mondays.',
      'La salle est ouverte le lundi.',
      ['The hall is open on Mondays.'],
    ],
    [
      'urls',
      'See https\\://example.org/plan for the plan.',
      'Le plan est sur https://example.org/plan.',
      ['Le plan est sur https://example.org/plans.', 'Le plan est sur notre site.'],
    ],
    [
      'xmltags',
      'The **council** met on *Monday*.',
      'Le <1>conseil</1> s’est réuni <2>lundi</2>.',
      ['Le <1>conseil</1> s’est réuni lundi.', 'Le conseil s’est réuni lundi.'],
    ],
  ],
  de: [
    ['acronyms', 'The OECD took part.', 'Die OECD nahm teil.', ['Die Organisation nahm teil.']],
    [
      'brackets',
      'The hall \\[see the map] is open.',
      'Der Saal [siehe Karte] ist offen.',
      ['Der Saal [siehe Karte ist offen.'],
    ],
    ['doublespacing', 'The garden is open.', 'Der Garten ist offen.', ['Der  Garten ist offen.']],
    [
      'doublewords',
      'The school is near the bridge.',
      'Die Schule liegt bei der Brücke.',
      ['Die Schule liegt bei bei der Brücke.'],
    ],
    ['endpunc', 'Welcome to the town hall!', 'Willkommen im Rathaus!', ['Willkommen im Rathaus.']],
    [
      'endpunc',
      'Bring these papers:',
      'Bringen Sie diese Unterlagen mit:',
      ['Bringen Sie diese Unterlagen mit'],
    ],
    ['numbers', 'The house dates from 1897.', 'Das Haus stammt von 1897.', ['Das Haus stammt von 1879.']],
    [
      'puncspacing',
      'The hall is open, come in.',
      'Der Saal ist offen, kommen Sie.',
      ['Der Saal ist offen,kommen Sie.'],
    ],
    [
      'startcaps',
      'The library lends books.',
      'Die Bücherei verleiht Bücher.',
      ['die Bücherei verleiht Bücher.'],
    ],
    [
      'unchanged',
      'The council meets every month.',
      'Der Rat tagt jeden Monat.',
      ['The council meets every month.'],
    ],
  ],
  ru: [
    ['doublewords', 'The large hall is open.', 'Большой зал открыт.', ['Большой зал зал открыт.']],
    ['endpunc', 'Who may vote?', 'Кто может голосовать?', ['Кто может голосовать.']],
    ['endwhitespace', 'The gate is open.', 'Ворота открыты.', ['Ворота открыты. ']],
    [
      'numbers',
      'The road was closed for 12 days.',
      'Дорога была закрыта 12 дней.',
      ['Дорога была закрыта 120 дней.'],
    ],
    ['startcaps', 'The bakery is open.', 'Пекарня открыта.', ['пекарня открыта.']],
    ['xmltags', 'Read the **report**.', 'Прочтите <1>доклад</1>.', ['Прочтите доклад.']],
  ],
};

/** Seeded faults by the target’s locale. */
export const FAULTS: Readonly<Record<string, readonly Fault[]>> = Object.fromEntries(
  Object.entries(ROWS).map(([locale, rows]) => [
    locale,
    rows.flatMap(([check, en, good, bads, was]) =>
      bads.map((bad) => ({ check, en, good, bad, ...(was !== undefined && { was }) })),
    ),
  ]),
);
