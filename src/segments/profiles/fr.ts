import type { ProfileData } from './shape.ts';

/** French. */
export const FRENCH: ProfileData = {
  before: `m M mm mme mmes mlle mlles me mgr mr dr pr vve cie st ste sts p.ex ex c.-à-d c-à-d càd cf av bd bld
    boul bvd pl rte fg env hab dép dir lat angl all esp ital gr sing plur adj adv hon vol.s ll.aa.ii.rr
    s.a.r s.m s.e n.-d n.d ap`,
  closing: 'etc et.al sqq sq',
  either: `j.-c j-c s.a s.a.r.l sarl sas é.-u e.-u é.u e.u u.e o.n.u u.r.s.s r.d.c km m cm mm kg g ha min sec h
    éd ed coll trad ibid op.cit loc.cit n.b n.d.l.r n.d.t p.-s r.-v cie`,
  number: `n no nos art al § p pp vol t tom fasc fig pl ch chap sect liv par tél janv févr fév avr juill juil
    sept oct nov déc`,
  openers: `Le La Les L' Un Une Des Du De D' Ce Cet Cette Ces C' Il Elle Ils Elles On Nous Vous Je J' Tu Mon Son
    Sa Ses Leur Leurs Notre Nos Votre Mais Et Ou Or Donc Car Ni Si Comme Quand Lorsque Lorsqu' Puisque
    Parce Bien Dans En Sur Sous Avec Sans Pour Par Après Avant Depuis Pendant Selon Malgré Ainsi Alors
    Aussi Cependant Toutefois Pourtant Enfin Ensuite Puis À Au Aux Y Qui Que Qu' Quoi Quel Quelle Où
    Comment Pourquoi Tout Tous Toute Toutes Chaque Plusieurs Certains Aucun Ne N' Se S' Est Entre Vers
    Chez Dès Parmi`,
  labels: 'article art chapitre section titre partie annexe paragraphe alinéa figure tableau',
};
