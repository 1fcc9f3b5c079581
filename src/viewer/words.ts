import { all, main, one, root } from './dom.ts';

const known = new Map<string, readonly string[]>();

/** The language that the page's own words are in now. */
export function reader(): string {
  return all('[name=reader]:checked')[0]?.id.slice(2) ?? root.lang;
}

/** A text in the reader's language, with values in their places. */
export function say(key: string, ...values: readonly (string | number)[]): string {
  const line = known.get(key) ?? [];
  const text = line[known.get('')?.indexOf(reader()) ?? 0] || line[0] || '';
  return text.replace(/\{(.)\}/g, (_, place) => `${values[place]}`);
}

/** Tells the reader something: it is seen, and read by screen readers. */
export function tell(key: string, ...values: readonly (string | number)[]): void {
  one('#js-told').textContent = say(key, ...values);
}

/** Puts the script's own elements into the page. False where the page has none. */
export function addElements(): boolean {
  const content = all<HTMLTemplateElement>('#js')[0]?.content;
  if (!content) return false;
  const words = one('p', content);
  for (const line of words.textContent.split('\n')) {
    const [key = '', ...texts] = line.split('\t');
    known.set(key, texts);
  }
  words.remove();
  main.before(content);
  return true;
}

/** Writes the texts of the script's own elements in the reader's language. */
export function writeWords(): void {
  const direction = all(`label:has(#u-${reader()})`)[0]?.dir || root.dir;
  for (const element of all('.js')) {
    element.lang = reader();
    element.dir = direction;
  }
  for (const element of all('[data-w]'))
    element.textContent = say(element.dataset['w'] ?? '', element.dataset['v'] ?? '');
  one('.js-bar').setAttribute('aria-label', say('tools'));
}
