import type { Lexicon } from '../../languages/lexicon.ts';
import type { Token } from '../../languages/tokens.ts';

const SHORTEST_STEM = 4;

/**
 * How many words on either side are the opposite of a word on the other by a prefix or suffix: `justice` and
 * `injustice`, `bədəlsiz`, `უკანონო`. Words pair when what is left shares a stem of four letters that is half of them or more.
 */
export function opposites(a: readonly Token[], b: readonly Token[], { data }: Lexicon): [number, number] {
  const prefixes = (data.opposites?.prefixes ?? '').split(' ').filter((one) => one !== '');
  const suffixes = (data.opposites?.suffixes ?? '').split(' ').filter((one) => one !== '');
  const turned = (words: readonly Token[], others: readonly Token[]): number => {
    const free = others.map(({ word }) => word);
    return words.filter(({ word }) => {
      const cut = prefixes.filter((one) => word.startsWith(one)).map((one) => word.slice(one.length));
      const stems = suffixes.filter((one) => word.endsWith(one)).map((one) => word.slice(0, -one.length));
      const at = free.findIndex(
        (other) =>
          cut.some((stem) => sharesStem(stem, other)) ||
          stems.some((stem) => stem.length >= SHORTEST_STEM && other.startsWith(stem)),
      );
      if (at >= 0) free.splice(at, 1);
      return at >= 0;
    }).length;
  };
  return [turned(a, b), turned(b, a)];
}

function sharesStem(stem: string, word: string): boolean {
  let at = 0;
  while (at < stem.length && stem[at] === word[at]) at++;
  if (at === stem.length && at === word.length) return at >= 2;
  return at >= SHORTEST_STEM && at * 2 >= Math.max(stem.length, word.length);
}

/** Whether a word gave way to its contrary: `at least` to `at most`, `before` to `after`. */
export function areContraries(a: readonly Token[], b: readonly Token[], { contraries }: Lexicon): boolean {
  const come = new Set(b.map(({ word }) => word));
  return a.some(({ word }) => contraries.get(word)?.some((other) => come.has(other)) === true);
}

const UNITS = new Set(
  'mm cm m km g mg kg t l ml ha h min s k mn bn tn мм см м км г кг т л га год мин хв млн млрд тыс тис մմ սմ մ կմ գ կգ տ հա მმ სმ მ კმ გ კგ ტ ჰა'.split(
    ' ',
  ),
);

/** Whether a unit of measure after a number gave way to another one. */
export function areOtherUnits(a: readonly Token[], b: readonly Token[]): boolean {
  const [before, after] = [unitsIn(a), unitsIn(b)];
  return before.length === after.length && before.join(' ') !== after.join(' ');
}

function unitsIn(tokens: readonly Token[]): string[] {
  return tokens
    .filter(({ word, start }, i) => {
      const last = tokens[i - 1];
      return last?.kind === 'number' && start - last.end < 2 && UNITS.has(word);
    })
    .map(({ word }) => word)
    .sort();
}
