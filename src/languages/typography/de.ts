import type { Typography } from './type.ts';

/** Marks of German. */
export const de: Typography = {
  quotes: ['„“', '‚‘', '»«', '›‹'],
  ellipsis: '…',
  dash: '–',
  range: '–',
  abbreviations:
    'usw etc bzw ca dr prof nr str abs art bd bde evtl ff f ggf hrsg inkl insb jh jhd mio mrd min max sog st std tel u.a usf vgl z.b zzgl co jan feb aug sept okt nov dez s.o',
};
