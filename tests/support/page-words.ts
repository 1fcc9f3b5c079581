import type { PageInput } from '../../src/edition/page.ts';

/** Words for pages in any language, so that tests need no translations: each text names its language and its key. */
export const NAMED_WORDS: Pick<PageInput, 'words' | 'uiLocale'> = {
  words: (locale, key, values) => `⟨${locale}⟩ ${key}${values ? ` ${JSON.stringify(values)}` : ''}`,
  uiLocale: (locale) => locale,
};
