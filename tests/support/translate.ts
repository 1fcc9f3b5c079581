/** Fills a handoff in XLIFF 1.2: each target is its source with the language behind it, in state translated. */
export function translated(xliff: string, locale: string): string {
  return xliff.replace(
    /(<source[^>]*>([\s\S]*?)<\/source>\s*)<target[^>]*(?:\/>|>[\s\S]*?<\/target>)/g,
    (_, before: string, source: string) =>
      `${before}<target state="translated">${source} [${locale}]</target>`,
  );
}
