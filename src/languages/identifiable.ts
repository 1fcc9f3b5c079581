/** Languages that the identification knows, by the script that it knows them in. */
export const IDENTIFIABLE: Readonly<Record<string, readonly string[]>> = {
  Latn: 'az ca cs da de en es et eu fi fr hr hu is it lt lv ms nl no pl pt ro sk sl sq sv tl tr vi yo'.split(
    ' ',
  ),
  Cyrl: 'be bg ru sr uk'.split(' '),
  Arab: 'ar fa ku ur'.split(' '),
  Deva: 'hi mr'.split(' '),
};

/** Whether a script is that of several languages that can be told apart; elsewhere the script alone tells. */
export function hasSeveral(script: string): boolean {
  return IDENTIFIABLE[script] !== undefined;
}

/** Languages, by subtag and script, as the identification calls them; near relatives go by one name. */
const ALIASES: Readonly<Record<string, string>> = {
  nb: 'no',
  nn: 'no',
  id: 'ms',
  zsm: 'ms',
  bs: 'hr',
  sr: 'hr',
  cnr: 'hr',
  sh: 'hr',
  fil: 'tl',
  als: 'sq',
};
const ARABIC: Readonly<Record<string, string>> = { ckb: 'ku', prs: 'fa', arb: 'ar', arz: 'ar', apc: 'ar' };

/** What the identification calls a language in a script; null where it does not know it. */
export function identifiedAs(subtag: string, script: string): string | null {
  const alias = script === 'Latn' ? ALIASES[subtag] : script === 'Arab' ? ARABIC[subtag] : undefined;
  const name = alias ?? subtag;
  return IDENTIFIABLE[script]?.includes(name) ? name : null;
}

/** Languages so near to each other that short texts are often right in both. */
const NEAR = ['no da sv', 'cs sk', 'hr sl', 'es pt ca', 'ms tl', 'fa ku', 'hi mr'].map((line) =>
  line.split(' '),
);
/** Languages near to each other that their letters or many of their words tell apart all the same. */
const TOLD_APART = ['be ru uk bg sr', 'az tr', 'ar fa ur ku'].map((line) => line.split(' '));

/** How near two languages are, as far as telling them apart goes. */
export function nearness(a: string, b: string): 'near' | 'apart' | 'far' {
  if (NEAR.some((line) => line.includes(a) && line.includes(b))) return 'near';
  return TOLD_APART.some((line) => line.includes(a) && line.includes(b)) ? 'apart' : 'far';
}
