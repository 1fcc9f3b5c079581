import { am } from './am.ts';
import { ar } from './ar.ts';
import { az } from './az.ts';
import { be } from './be.ts';
import { bg } from './bg.ts';
import { bn } from './bn.ts';
import { br } from './br.ts';
import { bs } from './bs.ts';
import { ca } from './ca.ts';
import { cs } from './cs.ts';
import { da } from './da.ts';
import { de } from './de.ts';
import { deCH } from './de-ch.ts';
import { el } from './el.ts';
import { en } from './en.ts';
import { enGB } from './en-gb.ts';
import { es } from './es.ts';
import { esMX } from './es-mx.ts';
import { et } from './et.ts';
import { fa } from './fa.ts';
import { fi } from './fi.ts';
import { fr } from './fr.ts';
import { frCA } from './fr-ca.ts';
import { he } from './he.ts';
import { hi } from './hi.ts';
import { hr } from './hr.ts';
import { hu } from './hu.ts';
import { hy } from './hy.ts';
import { id } from './id.ts';
import { icelandic } from './is.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { ka } from './ka.ts';
import { km } from './km.ts';
import { ko } from './ko.ts';
import { lo } from './lo.ts';
import { lt } from './lt.ts';
import { lv } from './lv.ts';
import { mk } from './mk.ts';
import { my } from './my.ts';
import { nb } from './nb.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { ptPT } from './pt-pt.ts';
import { ro } from './ro.ts';
import { ru } from './ru.ts';
import { sk } from './sk.ts';
import { sl } from './sl.ts';
import { sq } from './sq.ts';
import { sr } from './sr.ts';
import { sv } from './sv.ts';
import { th } from './th.ts';
import { tr } from './tr.ts';
import type { Typography } from './type.ts';
import { uk } from './uk.ts';
import { ur } from './ur.ts';
import { vi } from './vi.ts';
import { zh } from './zh.ts';
import { zhHant } from './zh-hant.ts';

/** The marks of each language, by its tag in lower case. */
export const TYPOGRAPHIES: Readonly<Record<string, Typography>> = {
  am,
  ar,
  az,
  be,
  bg,
  bn,
  br,
  bs,
  ca,
  cs,
  da,
  de,
  'de-ch': deCH,
  el,
  en,
  'en-gb': enGB,
  es,
  'es-mx': esMX,
  et,
  fa,
  fi,
  fr,
  'fr-ca': frCA,
  he,
  hi,
  hr,
  hu,
  hy,
  id,
  is: icelandic,
  it,
  ja,
  ka,
  km,
  ko,
  lo,
  lt,
  lv,
  mk,
  my,
  nb,
  nl,
  pl,
  pt,
  'pt-pt': ptPT,
  ro,
  ru,
  sk,
  sl,
  sq,
  sr,
  sv,
  th,
  tr,
  uk,
  ur,
  vi,
  zh,
  'zh-hant': zhHant,
};
