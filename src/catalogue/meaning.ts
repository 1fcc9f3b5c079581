/** Words whose coming or going turns a sentence's meaning, by language: negations and modal verbs, in lower case. */
export interface MeaningWords {
  readonly negations: readonly string[];
  readonly modals: readonly string[];
}

const list = (words: string): string[] => words.split(' ');

/** One entry a language. A later language needs nothing but its own line here. */
export const MEANING_WORDS: Readonly<Record<string, MeaningWords>> = {
  en: {
    negations: list(
      "no not none never nothing nobody nowhere neither nor without cannot can't don't doesn't didn't won't wouldn't shouldn't mustn't isn't aren't wasn't weren't hasn't haven't hadn't except unless hardly",
    ),
    modals: list(
      'shall should must may might can could will would ought need required optional prohibited forbidden allowed',
    ),
  },
  hy: {
    negations: list('ոչ չէ չի չեն չեմ չենք չես չեք չկա չկան երբեք ոչինչ ոչ ոք առանց մի'),
    modals: list('պետք պարտավոր կարող պիտի թույլատրվում արգելվում'),
  },
  az: {
    negations: list('yox deyil heç nə heçnə olmadan'),
    modals: list('lazımdır gərək məcburdur bilər olmalıdır qadağandır icazə'),
  },
  be: {
    negations: list('не ні ніколі нічога ніхто няма без нельга'),
    modals: list('павінен павінна павінны можа могуць трэба абавязаны забаронена дазволена'),
  },
  ka: {
    negations: list('არ არა ვერ ნუ არასდროს არაფერი არავინ გარეშე'),
    modals: list('უნდა შეიძლება შეუძლია ვალდებულია აკრძალულია ნებადართულია'),
  },
  ro: {
    negations: list('nu nici niciodată nimic nimeni fără niciun nicio'),
    modals: list('trebuie poate pot putea obligat interzis permis'),
  },
  uk: {
    negations: list('не ні ніколи нічого ніхто немає нема без неможливо'),
    modals: list('повинен повинна повинні може можуть мусить треба слід зобов’язаний заборонено дозволено'),
  },
  ru: {
    negations: list('не ни никогда ничего никто нет без нельзя'),
    modals: list('должен должна должны может могут следует надо нужно обязан запрещено разрешено'),
  },
  fr: {
    negations: list('ne pas non jamais rien personne aucun aucune ni sans sauf'),
    modals: list(
      'doit doivent devrait devraient peut peuvent pourrait pourraient faut obligatoire interdit permis',
    ),
  },
  de: {
    negations: list('nicht kein keine keinen keinem keiner nie niemals nichts niemand weder ohne außer'),
    modals: list(
      'muss müssen soll sollen sollte kann können darf dürfen könnte verboten erlaubt verpflichtet',
    ),
  },
};
