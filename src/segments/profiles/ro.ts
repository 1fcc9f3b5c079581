import type { ProfileData } from './shape.ts';

/** Romanian, also as written in Moldova. */
export const ROMANIAN: ProfileData = {
  before: `dl d-l dna d-na dra d-ra dlui d-lui dnei d-nei dnii dlor dv dvs d-voastră d-tale acad conf lect
    asist ing arh ec av col gen lt cpt mr sf sfta pr str bd bd-ul bdul șos al sect jud com loc mun
    or ap bl sc et nr.crt univ fr înv ex de.ex p.ex engl franc germ lat gr rus magh turc
    cca aprox cf v resp vs d.p.d.v a.k.a m-rea`,
  closing: 'etc ș.a ş.a ș.a.m.d ş.a.m.d ș.cl ş.cl ș.u ș.urm urm op.cit ibid',
  either: `s.r.l s.a srl sa s.c s.u.a u.e o.n.u n.t i.hr î.hr d.hr î.e.n e.n r.m km m cm kg g ha mil mld min
    sec h a.c a.m p.m u.r.s.s s.p.a r.a n.r`,
  number: `nr art alin lit pct par cap vol pag p pp fig tab tel sec ed ian feb febr mart apr iun iul aug sept
    sep oct noi noiem nov dec`,
  openers: `Acest Această Acestea Acesta Aceasta Acești Aceste Acel Acea El Ea Ei Ele Noi Voi Eu Tu Un O În La
    De Pe Cu Din Dar Iar Însă Și Sau Ci Deși Dacă Când Cum Unde Ce Cine Care Astfel Totuși După Înainte
    Prin Pentru Până Nu Se Este Sunt A Au Am Lui Toate Toți Fiecare Orice Mai Apoi Atunci Acum Aici
    Acolo Deci Aşadar Așadar Printre Potrivit Conform Ulterior Într-o Într-un`,
  labels: 'articolul art articol capitolul titlul secțiunea anexa punctul partea',
};
