import type { FigureLanguage } from '../figure-language.ts';

/** Romanian. */
export const ro: FigureLanguage = {
  numbers: {
    0.25: 'sfert sferturi',
    0.5: 'jumătate jumătatea jumătății',
    1: 'întâi întâia întâiul primii primele singur singură singurul singura prim primă primului',
    2: 'amândoi amândouă ambelor ambilor dublă',
    3: 'treime treimi',
    10: 'deceniu',
    12: 'duzină duzini',
    20: 'douăzecilea douăzecea',
  },
  scales: {
    1000: 'mii mie',
    1000000: 'milion milioane mil mln',
    1000000000: 'miliard miliarde mld mrd',
    1000000000000: 'bilion bilioane',
  },
  dateWords: 'a al anul anului din',
  minus: 'minus sub',
  labels:
    'secțiunea capitolul articolul art alineatul alin punctul pct versiunea tabelul figura fig nr numărul pagina pag p',
  percent: 'procent* sută la_sută procentual*',
  am: 'dimineața dimineaţa am',
  pm: 'seara după-amiaza după_amiaza pm',
  currencies: {
    USD: 'dolar*',
    EUR: 'euro',
    GBP: 'lir*',
    RUB: 'rubl*',
    RON: 'leu lei leul leilor',
    MDL: 'leu lei leul leilor',
  },
};
