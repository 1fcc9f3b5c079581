import type { ProfileData } from './shape.ts';

/** German. Nouns have capitals, so a capital tells little; ordinals are written with a stop. */
export const GERMAN: ProfileData = {
  before: `hr hrn fr frl dr med phil jur rer nat dipl ing Mag dipl.-ing dr.-ing prof hl st sel ev kath kgl geb
    gest verh gegr z.b zb bzw bspw bzgl ca d.h dh evtl ggf ggfs i.d.r i.a i.s.d i.v.m inkl exkl insb
    insbes lt max mind mtl o.g s.o.g sog u.u vgl v.a vs z.hd z.t z.z zz zzt zt z.zt gem gen ehem
    einschl engl franz lat griech dt österr schweiz russ ital span vorm nachm allg amtl angebl
    ausschl betr bezgl entspr erw urspr versch wiss verf stellv staatl städt südl nördl östl westl
    nordöstl hptm a.d i.b o.b.d.a u.a i.e s.a s.o s.u v`,
  closing: 'usw usf etc u.a.m u.v.m u.v.a u.dgl u.dgl.m dgl u.s.w',
  either: `u.ä o.ä str u.s u.s.a v.chr n.chr chr v.u.z n.u.z co gmbh ag kg e.v a.m a.a.o ebd mio mrd tsd km m
    cm g std sek nachf verl aufl hrsg hg ff f b.z.w`,
  number: `nr nrn art abs abschn anm aufl bd bde bl fn f ff jg kap lfg lit rn rdnr rz s sp tab abb taf ziff tel
    h jan feb febr mär apr jun jul aug sep sept okt nov dez`,
  openers: `Der Die Das Den Dem Des Ein Eine Einen Einem Einer Dieser Diese Dieses Diesen Diesem Er Sie Es Wir
    Ihr Ich Du Man Sein Seine Ihre Mein Meine Unser Unsere Aber Und Oder Denn Doch Sondern Wenn Weil Da
    Dass Obwohl Während Als Nachdem Bevor Ob Wie Wo Wer Was Warum Wann Welche Welcher Im In Am An Auf
    Aus Bei Beim Mit Nach Nachts Seit Von Vom Vor Zu Zum Zur Für Durch Gegen Ohne Um Unter Über Zwischen
    Neben Trotz Wegen Laut Auch Noch Nur Schon So Dann Danach Dabei Dadurch Dafür Damit Daher Darauf
    Darum Davon Dazu Deshalb Deswegen Dort Hier Heute Gestern Morgen Jetzt Nun Jedoch Zudem Außerdem
    Allerdings Dennoch Trotzdem Zwar Alle Viele Einige Manche Jeder Jede Jedes Kein Keine Nicht Nichts
    Bis Ist Sind War Wird Werden Hat Haben Kann Sollte Bitte Ebenso Insgesamt Später Zunächst
    Schließlich Somit Hierbei Dessen Deren Diejenigen Bereits Erst`,
  labels: 'artikel art paragraph abschnitt kapitel teil absatz anlage anhang titel abbildung tabelle punkt',
  ordinals: `der die das den dem des am im zum vom beim zur ein eine einen einem einer sein seine ihr ihre bis ab
    seit vor nach und oder jeder jeden jedem dieser diesen diesem`,
};
