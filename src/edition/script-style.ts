import { compactStyle } from './style-compact.ts';

/**
 * The rules for what the script of a parallel page adds, to be written after those of the page: they use its colours and
 * families, and stand in no layer, so that they win over it.
 */
export const SCRIPT_STYLE: string = compactStyle(`@media screen {
html { scroll-padding-block-end: 4rem; }
body { padding-block-end: 3.5rem; }
.region { scroll-padding-block-end: 4rem; }
tr > td { scroll-margin: 4.6rem 1rem 4rem calc(var(--num) + 1rem); }
article, .text > * { scroll-margin-block-end: 4rem; }
:is(tr, article).js-here:not(:target, :has(:target)) { background: var(--tint); box-shadow: inset 2px 0 var(--soft); }
[dir=rtl] :is(tr, article).js-here:not(:target, :has(:target)) { box-shadow: inset -2px 0 var(--soft); }
:is(tr, article).js-in { background: var(--here); }
tbody tr.js-here:not(:target, :has(:target)) th { background: var(--tint); }
tbody tr.js-in th { background: var(--here); }
.contents a[aria-current] { color: var(--accent); font-weight: 600; }
.js { font: 400 .86rem/1.5 var(--sans); color: var(--ink); background: var(--paper); border: 1px solid var(--line); }
.js-bar { position: fixed; inset-block-end: -1px; inset-inline-end: -1px; max-inline-size: 100%; z-index: 5; display: flex;
  flex-wrap: wrap; align-items: center; padding: .15rem .4rem; border-start-start-radius: 4px; -webkit-user-select: none; user-select: none; }
.js-bar output { color: var(--soft); padding-inline: .6em; font-variant-numeric: tabular-nums; }
.js-bar output:empty { padding: 0; }
.js button { font: inherit; color: inherit; background: none; border: 1px solid transparent; border-radius: 3px;
  padding: .3em .6em; cursor: pointer; }
.js button:hover { background: var(--tint); border-color: var(--soft); }
dialog.js { border-radius: 4px; padding: 1rem 1.2rem 1.2rem; max-inline-size: min(34rem, 100vw - 1rem); }
dialog.js::backdrop { background: #0006; }
.js h2 { font: 600 1.05rem/1.4 var(--serif); margin: 0 0 .6rem; }
dialog.js button { border-color: var(--line); margin: .3rem .4rem 0 0; }
.js button[data-do=close] { float: inline-end; margin: -.3rem -.4rem .3rem .6rem; }
.js p, .js dl { margin: .6rem 0; }
.js label { display: block; }
.js label:has(:checked) { font-weight: 400; }
.js dl div { display: grid; grid-template-columns: 4.5rem 1fr; padding-block: .15rem; }
.js dd { margin: 0; }
.js kbd { font: .92em ui-monospace, monospace; border: 1px solid var(--line); border-block-end-width: 2px;
  border-radius: 3px; padding: .05em .4em; }
#js-find { position: fixed; inset: .6rem .6rem auto auto; margin: 0; inline-size: 23rem;
  max-inline-size: calc(100vw - 1.2rem); max-block-size: 60vh; overflow: auto; z-index: 6; }
[dir=rtl] #js-find { inset: .6rem auto auto .6rem; }
#js-words { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: 3px;
  padding: .3em .5em; inline-size: 100%; block-size: auto; }
#js-find output { display: block; color: var(--soft); min-block-size: 1.5em; margin-block: .3rem; }
#js-find ol { list-style: none; margin: 0; padding: 0; }
#js-find li { border-block-start: 1px solid var(--line); }
#js-find a { display: block; text-decoration: none; padding-block: .35rem; color: var(--soft);
  font-variant-numeric: tabular-nums; }
#js-find i { font-style: normal; unicode-bidi: isolate; }
#js-find span { display: block; font-family: var(--serif); color: var(--ink); text-align: start; }
mark { background: var(--here); color: var(--ink); text-decoration: underline 2px var(--accent); }
::highlight(js-hit) { background: var(--here); color: var(--ink); text-decoration: underline 2px var(--accent); }
}
@media screen and (max-width: 47.99em) {
#js-find#js-find { inset: auto 0 0; inline-size: auto; max-inline-size: none; max-block-size: 50vh; }
html:has(#js-find[open]) { scroll-padding-block-end: 52vh; }
}
@media screen and (max-height: 24em) { .js-bar { position: static; } html { scroll-padding-block-end: 0; } }
@media print { .js { display: none; } }
@media (forced-colors: active) { .js-here { outline: 1px solid Highlight; } .js-in { outline: 2px solid Highlight; } }
`);
