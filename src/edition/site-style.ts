import { BASE_STYLE } from './style-base.ts';
import { compactStyle } from './style-compact.ts';
import { scriptRules } from './style-script.ts';

const FRAME = `@layer page {
body { max-inline-size: 64rem; margin-inline: auto; padding: 0 clamp(1rem, 4vw, 2.5rem) 3rem; }
nav { display: flex; flex-wrap: wrap; gap: .3rem 2rem; justify-content: space-between; font-family: var(--sans);
  font-size: .88rem; line-height: 1.5; padding-block: 1.2rem .9rem; border-block-end: 1px solid var(--line); }
nav ul { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; list-style: none; margin: 0; padding: 0; }
nav p { margin: 0; }
nav li > *, nav p > * { display: inline-block; padding-block: .25rem; text-decoration: none; }
nav a:hover, nav p a { text-decoration: underline; }
nav [aria-current] { color: var(--accent); font-weight: 600; }
h1 { font-size: clamp(1.45rem, 1.1rem + 1.6vw, 2.1rem); margin: clamp(1.6rem, 5vw, 3rem) 0 clamp(1.2rem, 3vw, 2rem); }
h2 { font-size: 1.25rem; margin: 0 0 .5rem; max-inline-size: 42rem; }
`;

const INDEX = compactStyle(`${BASE_STYLE}${FRAME}
.document { border-block-start: 1px solid var(--ink); padding-block: 1.1rem 2.2rem; content-visibility: auto;
  contain-intrinsic-block-size: auto 24rem; }
.ways, .take, .state, .second { font-family: var(--sans); font-size: .82rem; line-height: 1.5; }
.ways { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; margin: 0 0 .9rem; }
.ways a, .take a { display: inline-block; padding-block: .25rem; }
.document ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr)); gap: 0 2rem;
  list-style: none; margin: 0; padding: 0; }
.document li { border-block-start: 1px solid var(--line); padding-block: .6rem .7rem; display: grid;
  grid-template-columns: 1fr auto; gap: 0 1rem; align-items: baseline; align-content: start; }
.name { font-size: 1.06rem; unicode-bidi: isolate; justify-self: start; padding-block: .15rem; }
.held .name { color: var(--soft); }
.second, .state { color: var(--soft); }
.second { text-align: end; }
.state, .take { grid-column: 1 / -1; }
.take { display: flex; flex-wrap: wrap; gap: 0 1rem; }
.feed { font-family: var(--sans); font-size: .88rem; }
}
@layer print {
@media print { nav, .feed { display: none; } @page { size: A4; margin: 20mm; }
  .document { break-inside: avoid; } a[href]::after { content: none; } }
}
`);

const SEARCH = compactStyle(`${BASE_STYLE}${FRAME}
form:not([hidden]) { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; max-inline-size: 42rem; font-family: var(--sans); }
label { flex-basis: 100%; font-size: .88rem; }
input, button { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: 3px;
  padding: .5rem .7rem; min-block-size: 2.75rem; }
input { flex: 1 1 14rem; min-inline-size: 0; }
button { cursor: pointer; background: var(--tint); }
[role=status] { font-family: var(--sans); font-size: .88rem; color: var(--soft); min-block-size: 1.6em; }
.js-hits { list-style: none; margin: 0; padding: 0; max-inline-size: 42rem; }
.js-hits li { border-block-start: 1px solid var(--line); padding-block: .7rem .8rem; }
.js-hits p { margin: 0; }
.js-hits .js-where { font-family: var(--sans); font-size: .8rem; color: var(--soft); }
.js-hits .js-where a { display: inline-block; padding-block: .2rem; }
.js-hits [lang] { font-family: var(--serif); line-height: var(--lead); unicode-bidi: isolate; }
.js-hits mark { background: var(--here); color: inherit; border-radius: 2px; }
@media (forced-colors: active) { .js-hits mark { outline: 1px solid Highlight; } }
}
`);

/** The style sheet of the site's index. */
export function indexStyle(locales: readonly string[]): string {
  return `${INDEX}${scriptRules(locales)}`;
}

/** The style sheet of the site's search. */
export function searchStyle(locales: readonly string[]): string {
  return `${SEARCH}${scriptRules(locales)}`;
}
