import type { ProfileData } from './shape.ts';

/** What holds in every language: Latin scholarly abbreviations, titles and company forms that travel. */
export const COMMON: ProfileData = {
  before: 'dr prof mr mrs ms st e.g i.e cf vs viz approx p.s',
  closing: 'etc',
  either: 'inc ltd co corp jr sr ph.d',
  number: 'no nr p pp vol art fig sec ch',
  openers: '',
  labels: '',
};

/** For languages without a profile of their own: the most usual abbreviations of other European languages. */
export const OTHER: ProfileData = {
  before: [
    'sr sra srta ee dra dn da ud uds vd vds d.ª avda gral ing lic arq mons', // es
    'sig sigg sig.ra dott dott.ssa avv on rag geom spett egr', // it
    'exmo exma eng av', // pt
    'dhr mevr drs bijv o.a m.b.v nl t.a.v', // nl
    'np m.in tzw tj ul im inż mgr hab ks', // pl
    'např tzv tzn mgr judr mudr napr resp', // cs, sk
    'f.eks bl.a bla fx hr fr kr kl ca t.ex s.k', // da, no, sv
    'esim ns mm', // fi
    'δρ κ κα κος λ.χ π.χ', // el
    'ул гр бул проф д-р инж напр', // bg
    'örn vb dr doç av', // tr
  ].join(' '),
  closing: 'ecc etc itp itd atd apod enz m.fl osv jne itv др т.н т.д vb κ.λπ κ.ά',
  either: 's.a s.l s.p.a s.r.l ee.uu a.c d.c a.m p.m m.v sp b.v n.v dne κ.ο.κ г',
  number:
    'n° núm pág págs cap tel art n s str strona blz č č.j poz ст бр стр σελ sf kap jan feb mar abr apr jun jul ago aug sep sept oct okt nov dic dec dez',
  openers:
    'El La Los Las Lo Un Una En Es Il Le Gli Nel Questo De Het Een In Den Det En Ett Jest To Na Nie Je To O A Os As Em Não Това Той Тя В На Ο Η Το Οι Bu Bir Ve',
  labels:
    'artículo articolo artigo artikel artykuł článek článok член άρθρο capítulo capitolo kapitel rozdział madde',
};
