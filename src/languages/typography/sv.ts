import type { Typography } from './type.ts';

/** Marks of Swedish. */
export const sv: Typography = {
  quotes: ['””', '’’', '»»', '»«', '››', '«»'],
  ellipsis: '…',
  dash: '–',
  range: '–',
  abbreviations:
    'etc osv bl.a ca dr d.v.s dvs ev f.d fr.o.m inkl jfr kap kl m.fl m.m min max nr o.s.v prof resp s.k sid st t.ex t.o.m tel vol art mfl mm',
};
