import { canonicalLocale } from '../model/locale.ts';
import { packageLocales, packageResources, packageVersion } from '../project/package.ts';
import { commandWords } from './words.ts';

/** What `--version` prints: the version on a line of its own, and which interface texts nobody has reviewed yet. */
export function versionText(locale: string): string {
  const { words, language } = commandWords(locale);
  const resources = packageResources(packageLocales());
  const drafts = Object.entries(resources).flatMap(([tag, tree]) => {
    const meta = tree['$meta'];
    return typeof meta === 'object' && meta['origin'] === 'machine' && meta['reviewed'] !== 'yes'
      ? [tag]
      : [];
  });
  if (drafts.length === 0) return `${packageVersion()}\n`;
  const languages = drafts.map((tag) => language(canonicalLocale(tag) ?? tag));
  return `${packageVersion()}\n\n${words('cli.drafts', { languages })}\n`;
}
