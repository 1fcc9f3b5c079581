import type { FigureLanguage } from '../figure-language.ts';

/** Azerbaijani in Latin script. */
export const az: FigureLanguage = {
  numbers: {
    0.25: 'rüb dörddəbir',
    0.5: 'yarı yarısı yarısını',
    1: 'ilk tək yeganə',
    1.5: 'yarımlıq',
    2: 'hər_iki cüt ikiqat ikisinin',
    12: 'düjün',
  },
  joined: '',
  scales: {
    1000: 'min minlik mindən minə mini minin mindir minədək',
    1000000: 'milyon* mln',
    1000000000: 'milyard* mlrd',
    1000000000000: 'trilyon* trln',
  },
  dateWords: 'il ilin ildə ilinin ildən tarixində günü ci cü cı cu',
  minus: 'mənfi şaxta minus aşağı',
  labels: 'maddə bölmə fəsil hissə bənd versiya cədvəl şəkil səhifə nömrə',
  percent: 'faiz*',
  am: 'səhər am',
  pm: 'axşam günorta pm',
  currencies: { USD: 'dollar*', EUR: 'avro* yevro*', GBP: 'funt*', RUB: 'rubl*', AZN: 'manat*' },
};
