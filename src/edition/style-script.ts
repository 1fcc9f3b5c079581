/** How the text of a script is set: the families that systems have for it, and what it needs besides. */
interface Setting {
  readonly families: string;
  /** Line height, where the script's letters need more than Latin's. */
  readonly lead?: number;
  /** Size, where its letters are smaller at the same one. */
  readonly size?: number;
  /** Whether it has no italics: emphasis is bold there. */
  readonly upright?: true;
}

const SETTINGS: Readonly<Record<string, Setting>> = {
  Arab: {
    families: "'Noto Naskh Arabic','Geeza Pro','Traditional Arabic'",
    ...{ lead: 1.85, size: 1.1, upright: true },
  },
  Armn: { families: "'Noto Serif Armenian',Mshtakan,Sylfaen", lead: 1.7 },
  Beng: { families: "'Noto Serif Bengali','Kohinoor Bangla','Nirmala UI'", lead: 1.75, upright: true },
  Deva: { families: "'Noto Serif Devanagari','Kohinoor Devanagari','Nirmala UI'", lead: 1.75, upright: true },
  Ethi: { families: "'Noto Serif Ethiopic',Kefa,Nyala", lead: 1.75, upright: true },
  Geor: { families: "'Noto Serif Georgian',Sylfaen,'Helvetica Neue'", lead: 1.7 },
  Hans: { families: "'Noto Serif CJK SC','Songti SC',SimSun", lead: 1.75, upright: true },
  Hant: { families: "'Noto Serif CJK TC','Songti TC',PMingLiU", lead: 1.75, upright: true },
  Hebr: {
    families: "'Noto Serif Hebrew','New Peninim MT','Times New Roman'",
    ...{ lead: 1.65, size: 1.05, upright: true },
  },
  Jpan: { families: "'Noto Serif CJK JP','Hiragino Mincho ProN','Yu Mincho'", lead: 1.8, upright: true },
  Khmr: { families: "'Noto Serif Khmer','Khmer MN','Leelawadee UI'", lead: 1.9, upright: true },
  Kore: { families: "'Noto Serif CJK KR',AppleMyungjo,Batang", lead: 1.7, upright: true },
  Mymr: { families: "'Noto Serif Myanmar','Myanmar MN','Myanmar Text'", lead: 1.9, upright: true },
  Taml: { families: "'Noto Serif Tamil','Tamil MN','Nirmala UI'", lead: 1.75, upright: true },
  Thai: { families: "'Noto Serif Thai',Thonburi,'Leelawadee UI'", lead: 1.75, upright: true },
};

/**
 * Families, line height and emphasis for the languages of a page, by the scripts that they are likely written in;
 * nothing for those that need no more than Latin does.
 */
export function scriptRules(locales: readonly string[]): string {
  const languages = new Map<string, string[]>();
  for (const locale of new Set(locales)) {
    const { script = '' } = new Intl.Locale(locale).maximize();
    if (Object.hasOwn(SETTINGS, script)) languages.set(script, [...(languages.get(script) ?? []), locale]);
  }
  const rules = [...languages].map(([script, own]) => {
    const { families, lead, size, upright } = SETTINGS[script] as Setting;
    const these = own.map((locale) => `[lang=${locale}]`).join();
    const where = own.length === 1 ? these : `:is(${these})`;
    const text = `:where(td,article.edition,.text>*)${where}`;
    return [
      `${where}{--serif:${families},'Noto Serif',serif${lead ? `;--lead:${lead}` : ''}}`,
      size
        ? `${text}{font-size:${size}em}${text} :is(.foreign,pre,figure){font-size:${Math.round(100 / size) / 100}em}`
        : '',
      upright ? `${where} em{font-style:normal;font-weight:600}` : '',
    ].join('');
  });
  return rules.length === 0 ? '' : `@layer script{${rules.join('')}}\n`;
}
