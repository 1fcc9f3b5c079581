import type { FigureLanguage } from '../figure-language.ts';

/** English. */
export const en: FigureLanguage = {
  numbers: {
    0.25: 'quarter quarters',
    1: 'first once single sole',
    2: 'both pair couple dual',
    0.5: 'half halves',
    3: 'thirds',
    4: 'quarter quarters',
  },
  and: 'and or a an',
  scales: {
    100: 'hundred',
    1000: 'thousand k',
    100000: 'lakh lakhs',
    1000000: 'million millions mn mln m mio',
    10000000: 'crore crores',
    1000000000: 'billion billions bn bln b',
    1000000000000: 'trillion trillions tn trn',
  },
  dateWords: 'of the day year st nd rd th ce ad',
  minus: 'minus negative below sub',
  labels:
    'section sections chapter article articles version release figure fig table clause paragraph para no number nos page pp p part item step appendix annex rule point level lot type class phase grade room gate unit line',
  percent: 'percent per_cent pct percentage*',
  am: 'am a.m morning',
  pm: 'pm p.m afternoon evening noon',
  currencies: {
    USD: 'dollar dollars buck bucks',
    EUR: 'euro euros',
    GBP: 'pound pounds sterling',
    AMD: 'dram*',
    GEL: 'lari*',
    AZN: 'manat*',
    UAH: 'hryvni*',
    RUB: 'ruble rubles rouble roubles',
  },
  units: {
    kilometer: 'kilometre kilometres km kms',
    meter: 'metre metres',
    liter: 'litre litres',
    foot: 'foot feet ft',
    mile: 'mile miles mi',
  },
};
