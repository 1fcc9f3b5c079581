import type { FigureLanguage } from '../figure-language.ts';

/** German. */
export const de: FigureLanguage = {
  numbers: {
    0.25: 'viertel',
    0.5: 'halb* hälfte',
    1: 'einzige einzigen einziger einmal erstmals erstem',
    1.5: 'eineinhalb anderthalb',
    2: 'beider beidem beides paar zwo zweier',
    2.5: 'zweieinhalb',
    3: 'drittel dreier',
    4: 'viertel',
    10: 'jahrzehnt',
    12: 'dutzend*',
  },
  joined: 'und',
  scales: {
    100: 'hundert',
    1000: 'tausend tsd',
    1000000: 'million millionen mio',
    1000000000: 'milliarde milliarden mrd mia',
    1000000000000: 'billion billionen bio',
  },
  dateWords: 'des jahres im der den',
  minus: 'minus unter',
  labels:
    'abschnitt kapitel artikel art version abbildung abb tabelle tab absatz abs nummer nr seite s teil punkt ziffer ziff anhang regel schritt stufe satz',
  percent: 'prozent*',
  am: 'vormittags morgens früh',
  pm: 'nachmittags abends mittags',
  currencies: {
    USD: 'dollar dollars us-dollar',
    EUR: 'euro euros',
    GBP: 'pfund',
    RUB: 'rubel',
    CHF: 'franken',
  },
};
