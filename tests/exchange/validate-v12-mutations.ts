/** One element of a text: its name, its start tag, and where it begins and ends. */
interface Piece {
  readonly name: string;
  readonly tag: string;
  readonly from: number;
  readonly to: number;
}

/** All elements of a well-formed text without comments and CDATA. */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  const open: { name: string; tag: string; from: number }[] = [];
  for (const found of text.matchAll(/<(\/?)([\w:-]+)([^<>]*?)(\/?)>/g)) {
    const [tag, closing, name = '', , empty] = found;
    const end = found.index + tag.length;
    if (closing === '/') {
      const start = open.pop();
      if (start !== undefined) pieces.push({ ...start, to: end });
    } else if (empty === '/') pieces.push({ name, tag, from: found.index, to: end });
    else open.push({ name, tag, from: found.index });
  }
  return pieces.sort((one, other) => one.from - other.from);
}

const VALUES = ['', 'x-own', 'yes', 'two words', '7', 't2', 'p9'];

/** Single changes of a text: elements taken out, doubled, moved, renamed and filled, attributes taken out and changed. */
export function mutationsOf(text: string): Map<string, string> {
  const changes = new Map<string, string>();
  for (const [index, { name, tag, from, to }] of piecesOf(text).entries()) {
    const whole = text.slice(from, to);
    const put = (what: string, instead: string): void => {
      changes.set(`${index} ${name} ${what}`, text.slice(0, from) + instead + text.slice(to));
    };
    if (from > 0 && name !== 'xliff') {
      put('taken out', '');
      put('doubled', whole + whole);
      put('after text', `t${whole}`);
      put('after a foreign one', `<o:o xmlns:o="urn:o"/>${whole}`);
      put('after a note', `<note>n</note>${whole}`);
      put('after a code', `<x id="new"/>${whole}`);
    }
    put('filled', whole.endsWith('/>') ? `${tag.slice(0, -2)}>f</${name}>` : whole.replace(tag, `${tag}f`));
    put(
      'with an attribute',
      whole.replace(
        tag,
        tag.replace(/\/?>$/, (end) => ` novel="1"${end}`),
      ),
    );
    put(
      'with a foreign attribute',
      whole.replace(
        tag,
        tag.replace(/\/?>$/, (end) => ` xmlns:o="urn:o" o:o="1"${end}`),
      ),
    );
    for (const [attribute, label] of tag.matchAll(/ ([\w:-]+)="[^"]*"/g)) {
      if (label === undefined || /^(?:xmlns|xsi|version)/.test(label)) continue;
      put(`without ${label}`, whole.replace(tag, tag.replace(attribute, '')));
      const value = VALUES[(index + label.length) % VALUES.length] ?? '';
      put(`${label}=${value}`, whole.replace(tag, tag.replace(attribute, ` ${label}="${value}"`)));
    }
  }
  return changes;
}
