import type { ProfileData } from './shape.ts';

/** English. */
export const ENGLISH: ProfileData = {
  before: `messrs mmes mx rev hon fr gen col maj capt cmdr lt sgt cpl adm brig pvt gov sen rep reps pres supt
    amb asst assoc atty det insp mt ft Ft Mt St sts ste e.g i.e f.e incl esp resp viz cf vs v
    rt Ave dept univ p.o no.s ca aka`,
  closing: '',
  either: `al et.al esq bros llc plc llp assn a.m p.m am u.s u.k u.n e.u u.s.a u.s.s.r u.a.e d.c b.c a.d b.c.e c.e m.d
    b.a m.a ph.d ll.b ll.m ll.d j.d d.d.s m.b.a m.sc b.sc d.phil r.n u.s.c est ave blvd rd dept univ pdt
    p.d.t e.t p.t g.m.t oz lb lbs ft yd mi sq fl hr hrs min mins sec secs ind et.seq ibid ed eds approx`,
  measures: 'a.m p.m am pm b.c a.d b.c.e c.e lb lbs oz ft yd mi hr hrs min mins sec secs',
  number: `nos art arts para paras cl fig figs eq eqs chap chs sec secs vols pt pts op tel ext Jan Feb
    Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec`,
  openers: `The A An Around Circa This That These Those There Here It Its He She We They You I My Your His Her Our Their What
    Who Whom Whose Which Where When Why How Whether While If Unless Because Although Though Since As
    After Before Until Once However Moreover Furthermore Therefore Thus Hence Then Also And But Or Nor
    Yet So For From In On At By With Without Within Under Over Between Among During Through Throughout
    About Against To Of Into Upon Despite Both Each Every Either Neither All Any Some Many Most Several
    Few Such No Not Nobody Nothing Everyone Everything Someone One Two Another Other Others Only Even
    Now Today Yesterday Tomorrow Later Earlier Finally First Second Millions Thousands Hundreds People
    Please Let Is Are Was Were Do Does Did Has Have Had Can Could Will Would Shall Should May Might Must
    Don't It's That's He's She's They're We're I'm I'd I've I'll Yes Well Instead Meanwhile According
    Following Given Perhaps Maybe Never Always Often Sometimes`,
  labels: `article art section sec chapter part title rule paragraph clause appendix annex schedule figure fig
    table step question item`,
  speech: `said says say asked asks replied replies cried shouted answered added wrote exclaimed whispered told
    continued called yelled explained thought`,
};
