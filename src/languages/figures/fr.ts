import type { FigureLanguage } from '../figure-language.ts';

/** French. */
export const fr: FigureLanguage = {
  numbers: {
    0.25: 'quart quarts',
    0.5: 'demi demie moitié',
    1: 'premiers premières seul seule unique',
    2: 'deuxièmes seconds secondes doubles paire couple',
    3: 'tiers',
    4: 'quarts quart',
    15: 'quinzaine',
    17: 'dix-sept dix-septième',
    18: 'dix-huit dix-huitième',
    19: 'dix-neuf dix-neuvième',
  },
  scales: {
    100: 'cents cent',
    1000: 'mille k',
    1000000: 'million millions mln m mio',
    1000000000: 'milliard milliards md mds mrd mia',
    1000000000000: 'billion billions',
  },
  dateWords: 'de l an année du le er',
  minus: 'moins dessous négatif',
  labels:
    'section chapitre article art alinéa version figure fig tableau paragraphe no numéro n page pp p partie point niveau annexe règle étape',
  percent: 'pour_cent pourcent* pourcentage*',
  am: 'matin',
  pm: 'soir midi après-midi',
  currencies: {
    USD: 'dollar dollars',
    EUR: 'euro euros',
    GBP: 'livre livres sterling',
    RUB: 'rouble roubles',
  },
};
