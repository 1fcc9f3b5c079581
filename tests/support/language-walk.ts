const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** The visible texts of an HTML page with the language each stands in, by the nearest `lang` around it. */
export function textsByLanguage(html: string): { lang: string; text: string }[] {
  const texts: { lang: string; text: string }[] = [];
  const stack: { name: string; lang: string }[] = [];
  const body = html.replace(/<(style|script)\b[\s\S]*?<\/\1>/g, '').replace(/<!--[\s\S]*?-->/g, '');
  for (const [token] of body.matchAll(/<[^>]+>|[^<]+/g)) {
    const lang = stack.at(-1)?.lang ?? '';
    if (!token.startsWith('<')) {
      if (token.trim() !== '') texts.push({ lang, text: token });
      continue;
    }
    const [, close, name = ''] = /^<(\/?)([a-zA-Z0-9!]+)/.exec(token) ?? [];
    if (name === '!DOCTYPE' || name === '!doctype' || VOID.has(name)) continue;
    if (close) {
      const open = stack.pop();
      if (open?.name !== name) throw new Error(`<${open?.name}> is closed by </${name}>`);
    } else stack.push({ name, lang: /\slang="?([^"\s>]*)/.exec(token)?.[1] ?? lang });
  }
  if (stack.length > 0) throw new Error(`<${stack.at(-1)?.name}> is not closed`);
  return texts;
}
