import type { Typography } from './type.ts';

/** Marks of Dutch. */
export const nl: Typography = {
  quotes: ['‘’', '“”', '„”', '‚’'],
  ellipsis: '…',
  dash: '–',
  range: null,
  abbreviations:
    'enz etc bijv blz ca dhr dr d.w.z drs evt incl jl mevr mr nr nrs o.a prof resp st t.a.v vgl nv bv',
};
