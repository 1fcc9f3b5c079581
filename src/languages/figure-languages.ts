import type { FigureLanguage } from './figure-language.ts';
import { ar } from './figures/ar.ts';
import { az } from './figures/az.ts';
import { be } from './figures/be.ts';
import { bg } from './figures/bg.ts';
import { cs } from './figures/cs.ts';
import { de } from './figures/de.ts';
import { el } from './figures/el.ts';
import { en } from './figures/en.ts';
import { es } from './figures/es.ts';
import { fa } from './figures/fa.ts';
import { fr } from './figures/fr.ts';
import { he } from './figures/he.ts';
import { hi } from './figures/hi.ts';
import { hy } from './figures/hy.ts';
import { it } from './figures/it.ts';
import { ja } from './figures/ja.ts';
import { ka } from './figures/ka.ts';
import { ko } from './figures/ko.ts';
import { nl } from './figures/nl.ts';
import { pl } from './figures/pl.ts';
import { pt } from './figures/pt.ts';
import { ro } from './figures/ro.ts';
import { ru } from './figures/ru.ts';
import { sr } from './figures/sr.ts';
import { sv } from './figures/sv.ts';
import { tr } from './figures/tr.ts';
import { uk } from './figures/uk.ts';
import { zh } from './figures/zh.ts';

/** The languages that have data on figures, by their subtag. */
export const FIGURE_LANGUAGES: Readonly<Record<string, FigureLanguage>> = {
  ar,
  az,
  be,
  bg,
  cs,
  de,
  el,
  en,
  es,
  fa,
  fr,
  he,
  hi,
  hy,
  it,
  ja,
  ka,
  ko,
  nl,
  pl,
  pt,
  ro,
  ru,
  sr,
  sv,
  tr,
  uk,
  zh,
};

/** Subtags whose data stands under another one: Western Armenian, and languages that count alike. */
export const FIGURE_ALIASES: Readonly<Record<string, string>> = {
  hyw: 'hy',
  hr: 'sr',
  bs: 'sr',
  sh: 'sr',
  cnr: 'sr',
  prs: 'fa',
  yue: 'zh',
  iw: 'he',
  gl: 'pt',
  mo: 'ro',
};
