/**
 * How texts are compared: a text's code points one by one, without case, marks, hyphens, invisible signs and the
 * differences between digits of several scripts. Cyrillic letters whose marks make other letters of them stay what
 * they are, as in CLDR's root collation. `fold(text)` gives the folded text; with `places` also where each unit of it
 * came from.
 */
export const FOLD: string = String.raw`
const apart = /[йўїѓќ]/;
const memory = new Map();
function foldOne(character) {
  const lower = character.toLowerCase().normalize('NFC');
  if (apart.test(lower)) return lower;
  const plain = lower.normalize('NFKD').replace(/[\p{Script=Inherited}\p{Cf}\u0591-\u05c7\u0640\u00ad\u2010\u2011\-]/gu, (mark) =>
    mark === '\u3099' || mark === '\u309a' ? mark : '');
  return plain.replace(/\p{Nd}/gu, digit).replace(/\s/g, ' ').replace(/[ıßւʼ’‘]/g, (letter) =>
    letter === 'ı' ? 'i' : letter === 'ß' ? 'ss' : letter === 'ւ' ? 'վ' : "'");
}
function digit(character) {
  const code = character.codePointAt(0);
  if (code < 58) return character;
  const low = code & 15;
  return String(/\p{Nd}/u.test(String.fromCodePoint(code - low)) ? low : low - 6);
}
function fold(text, places) {
  let out = '';
  let at = 0;
  for (const character of text.normalize('NFC')) {
    let folded = memory.get(character);
    if (folded === undefined) memory.set(character, folded = foldOne(character));
    out += folded;
    if (places) for (let unit = 0; unit < folded.length; unit++) places.push(at);
    at += character.length;
  }
  if (places) places.push(at);
  return out;
}
`;

/** The search page's script. It is given `settings` and shows only text: nothing that is found is read as markup. */
export const SEARCH_SCRIPT: string = String.raw`${FOLD}
const MOST = 100;
const form = document.querySelector('form');
const input = form.querySelector('input');
const status = document.querySelector('[role=status]');
const list = document.querySelector('.js-hits');
const number = new Intl.NumberFormat(settings.reader);
let loading = null;
let texts = null;
let last = '';
let timer = 0;

function load() {
  loading ??= Promise.all(settings.scripts.map((src) => new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = src;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  }))).then(() => {
    texts = (self.hexaplaTexts ?? []).flatMap((page) => page.rows.flatMap(([id, ...cells]) => cells.flatMap((cell, at) => {
      if (cell === 0) return [];
      const [text, mark] = typeof cell === 'string' ? [cell, '!'] : cell;
      return [{ page, id, at, text, mark, folded: fold(text) }];
    })));
  });
  return loading;
}

async function search(words) {
  last = words;
  const terms = fold(words).split(' ').filter((term) => term !== '');
  if (terms.length === 0) return show([], '', []);
  if (!texts) status.textContent = settings.words.loading;
  try {
    await load();
  } catch {
    loading = null;
    return show([], settings.words.failed, []);
  }
  if (last !== words) return;
  const hits = texts.filter(({ folded }) => terms.every((term) => folded.includes(term)));
  const { none, found, first } = settings.words;
  const said = hits.length === 0 ? none : found + ' ' + number.format(hits.length);
  const more = hits.length > MOST ? '. ' + first + ' ' + number.format(MOST) : '';
  show(hits.slice(0, MOST), said + more, terms);
}

function show(hits, said, terms) {
  status.textContent = said;
  list.replaceChildren(...hits.map((hit) => item(hit, terms)));
}

function item({ page, id, at, text, mark }, terms) {
  const locale = page.locales[at];
  const [name, second, dir] = settings.languages[locale] ?? [locale, locale, 'ltr'];
  const own = mark.endsWith('!') && page.paths[at] !== null;
  const href = (own ? page.paths[at] : page.parallel).split('/').map(encodeURIComponent).join('/') + '#' + id;
  const words = settings.words[mark.replace('!', '')];
  const said = make('p', { lang: locale, dir }, marked(text, terms));
  const title = make('a', { href, lang: page.titles[at] === null ? page.locales[0] : locale },
    page.titles[at] ?? page.titles[0] ?? '');
  const where = make('p', { class: 'js-where' }, make('span', { lang: locale, dir }, name),
    second === name ? '' : ' (' + second + ')', ' · ', title, words ? ' · ' + words : '', own ? '' : ' · ' + settings.words.parallel);
  return make('li', {}, where, said);
}

function marked(text, terms) {
  const normal = text.normalize('NFC');
  const places = [];
  const folded = fold(text, places);
  const ranges = [];
  for (const term of terms) {
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) {
      ranges.push([places[at], places[at + term.length - 1]]);
    }
  }
  ranges.sort((a, b) => a[0] - b[0]);
  const out = document.createDocumentFragment();
  let from = 0;
  for (const [start, lastUnit] of ranges) {
    let end = lastUnit + (normal.codePointAt(lastUnit) > 0xffff ? 2 : 1);
    while (/^\p{M}/u.test(normal.slice(end))) end += 1;
    if (start < from) continue;
    out.append(normal.slice(from, start), make('mark', {}, normal.slice(start, end)));
    from = end;
  }
  out.append(normal.slice(from));
  return out;
}

function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

function run() {
  clearTimeout(timer);
  location.replace('#q=' + encodeURIComponent(input.value));
  void search(input.value);
}

function fromAddress() {
  const asked = new URLSearchParams(location.hash.slice(1)).get('q') ?? new URLSearchParams(location.search).get('q') ?? '';
  if (asked === last) return;
  input.value = asked;
  void search(asked);
}

form.hidden = false;
form.addEventListener('submit', (event) => {
  event.preventDefault();
  run();
});
input.addEventListener('input', (event) => {
  if (event.isComposing) return;
  clearTimeout(timer);
  timer = setTimeout(run, 200);
});
input.addEventListener('compositionend', () => { timer = setTimeout(run, 200); });
addEventListener('hashchange', fromAddress);
fromAddress();
`;
