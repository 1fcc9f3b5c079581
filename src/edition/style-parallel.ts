import { BASE_STYLE } from './style-base.ts';
import {
  columnRules,
  readerRules,
  type StyledColumn,
  type StyledReader,
  scrollRules,
} from './style-choice.ts';
import { compactStyle } from './style-compact.ts';

/** The style sheet of a parallel page, whose columns and whose language a reader chooses. */
export function parallelStyle(columns: readonly StyledColumn[], readers: readonly StyledReader[]): string {
  return `${COMMON}${scrollRules(columns.length)}${columnRules(columns)}${readerRules(readers, columns)}`;
}

const PAGE = `@layer base, page, print, columns;
@layer page {
:root { --num: 2.6rem; --col: 12.4rem; --gap: 1.6rem; }
:root:has(.labelled) { --num: 5.4rem; }
body { padding-inline: clamp(1rem, 3vw, 2.5rem); max-inline-size: calc(var(--num) + max(var(--n), 2) * 36rem + 5rem);
  margin-inline: auto; }
.mast { padding-block: clamp(1.2rem, 3vw, 2.6rem) 1rem; font-family: var(--sans); }
.mast h1 { font-family: var(--serif); font-size: clamp(1.3rem, 1.1rem + 1vw, 1.75rem); margin: 0 0 .4rem; }
.lead { margin: 0 0 1.1rem; color: var(--soft); font-size: .9rem; max-inline-size: 60rem; }
.notice { margin-block-end: 1.2rem; }
.columns { border: 0; margin: 0; padding: 0; min-inline-size: 0; font-size: .92rem; display: grid;
  grid-template-columns: repeat(auto-fill, 1.65rem minmax(11.5rem, 1fr)); align-items: baseline; }
.columns legend { float: inline-start; grid-column: 1 / -1; padding: 0; margin-block-end: .2rem; color: var(--soft); }
.pick { inline-size: 1.1rem; block-size: 1.1rem; margin: 0; accent-color: var(--accent); align-self: center; }
.columns label { padding-block: .3rem; line-height: 1.5; cursor: pointer; }
.columns .name, .second { font-family: var(--sans); }
.pick:checked + label .name { font-weight: 600; }
.second { color: var(--soft); font-size: .88em; }
.none { grid-column: 1 / -1; margin: .6rem 0; }
caption { text-align: start; }
table { inline-size: 100%; border-spacing: 0; }
th { font-weight: inherit; text-align: start; }
.t { margin: 0; }
td { position: relative; text-align: start; vertical-align: top; text-wrap: pretty; hyphens: auto; }
.n { font-family: var(--sans); font-size: .76rem; color: var(--soft); font-variant-numeric: tabular-nums; position: relative; }
.n a { text-decoration: none; display: inline-block; min-inline-size: 1.6rem; padding-block: .15rem; }
.n a:hover { text-decoration: underline; }
.kind { display: block; line-height: 1.3; overflow-wrap: anywhere; }
th .name { font-weight: 600; }
th small { display: block; color: var(--accent); font-family: var(--sans); font-size: .74rem; line-height: 1.35; }
.d { font-family: var(--sans); font-size: .74rem; line-height: 1.35; color: var(--soft); unicode-bidi: isolate;
  font-weight: 400; display: inline-block; user-select: none; }
th[dir=rtl] small { text-align: right; }
th[dir=ltr] small { text-align: left; }
:where(td[lang|=ar], td[lang|=fa]) { font-size: 1.1em; }
:where(td[lang|=ar], td[lang|=fa]) :is(.foreign, pre, figure) { font-size: .91em; }
.h { font-weight: 600; line-height: 1.35; font-size: 1rem; }
.h2 { font-size: var(--head, 1.25rem); } .h3 { font-size: var(--head, 1.1rem); }
.beside td { color: var(--soft); font-size: .94em; }
.d1 { padding-inline-start: 1.5rem; } .d2 { padding-inline-start: 2.8rem; } .d3 { padding-inline-start: 4.1rem; }
.d4 { padding-inline-start: 5.2rem; } .d5 { padding-inline-start: 6rem; } .d6 { padding-inline-start: 6.6rem; }
.quoted { border-inline-start: 3px solid var(--line); padding-inline-start: 1rem; }
.marker { display: inline-block; min-inline-size: 1.5rem; margin-inline-start: -1.5rem; color: var(--soft); }
td .opaque { margin: 0; }
td pre { white-space: pre-wrap; margin: 0; overflow-wrap: anywhere; }
td pre code { white-space: inherit; }
tbody tr:is(:hover, :focus-within), tbody tr:is(:hover, :focus-within) .n { background: var(--tint); }
tbody tr:target, tbody tr:target .n { background: var(--here); }
.readers { border: 0; margin: 0 0 1.4rem; padding: 0; min-inline-size: 0; font-size: .82rem; display: flex;
  flex-wrap: wrap; gap: .1rem 1.1rem; align-items: baseline; color: var(--soft); }
.readers legend { float: inline-start; padding: 0; }
.readers label { cursor: pointer; padding-block: .2rem; line-height: 1.5; white-space: nowrap; }
.readers label:has(:checked) { color: var(--ink); font-weight: 600; }
.readers input { inline-size: .9rem; block-size: .9rem; margin: 0; accent-color: var(--accent); vertical-align: -.1em; }
footer h2 { font-size: 1rem; margin: 0 0 .6rem; font-family: var(--serif); color: var(--ink); }
footer ul { list-style: none; margin: 0 0 1rem; padding: 0; }
footer li { margin-block-end: .5rem; }
footer .status { display: block; }
@media screen and (max-width: 63.99em) { .h2 { font-size: var(--head, 1.12rem); } }
@media (forced-colors: active) { tbody tr:is(:hover, :focus-within) { outline: 1px solid Highlight; } }
}
@layer page {
@media screen and (min-width: 48em) {
  caption { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  .region { position: relative; overflow: var(--scroll, visible); max-block-size: var(--high, none);
    border: 0 solid var(--line); border-block-width: var(--edge, 0); }
  table { display: block; min-inline-size: calc(var(--num) + var(--n) * var(--col)); }
  thead { display: block; position: sticky; inset-block-start: 0; z-index: 2; background: var(--paper); }
  tbody { display: block; }
  .long tbody { content-visibility: auto; contain-intrinsic-block-size: auto 120rem; }
  tr { display: grid; grid-template-columns: var(--num); grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr);
    column-gap: var(--gap);
    scroll-margin-block-start: 4.4rem; }
  thead tr { align-items: first baseline; border-block-end: 1px solid var(--ink); }
  thead th { padding-block: .55rem .5rem; line-height: 1.35; }
  td { padding-block: .32rem; }
  .n { padding-block: .5rem; padding-inline-start: .35rem; position: sticky; inset-inline-start: 0; z-index: 1;
    background: var(--paper); }
  :is(.start, .beside, .aside) td { padding-block-start: .85rem; }
  tbody :is(.start, .beside, .aside) .n { padding-block-start: 1.03rem; }
  .title td { padding-block: 1.2rem .6rem; } .title .n { padding-block-start: 1.45rem; }
  .heading td { padding-block: 1.7rem .3rem; } .heading .n { padding-block-start: 1.9rem; }
  .ruled { border-block-start: 1px solid var(--line); margin-block-start: 1rem; }
  tbody tr:target { box-shadow: inset 3px 0 var(--accent); }
  .d:not(.mixed) { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%);
    white-space: nowrap; }
}
@media screen and (max-width: 47.99em) {
  caption { display: block; color: var(--soft); font-family: var(--sans); font-size: .82rem; margin-block-end: .6rem; }
  thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody, tr, td { display: block; }
  tbody .n { float: inline-end; margin-inline-start: 1rem; }
  .n a { min-inline-size: 1.6rem; text-align: end; padding-block: .25rem; }
  .long tbody { content-visibility: auto; contain-intrinsic-block-size: auto 240rem; }
  tr { border-block-start: 1px solid var(--line); padding-block: .5rem .7rem; scroll-margin-block-start: .5rem; }
  .kind { display: inline; }
  td { padding-block: .25rem; }
  td::before { display: block; font-family: var(--sans); font-size: .74rem; line-height: 1.35; color: var(--soft); }
  tbody tr:target { box-shadow: inset 3px 0 var(--accent); padding-inline-start: .6rem; }
  .columns { grid-template-columns: repeat(auto-fill, 1.65rem minmax(7.2rem, 1fr)); }
  .columns label .second { display: block; line-height: 1.2; }
  .columns label, .pick { align-self: start; }
  .pick { margin-block-start: .5rem; }
}
}
`;

const PRINT = `@layer print {
@media print {
  @page { size: A4 landscape; margin: 14mm 13mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
  html { font-size: 9pt; }
  body { padding: 0; max-inline-size: none; }
  .readers, .columns { display: none; }
  .mast { padding-block: 0 4mm; }
  caption { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  table { display: table; table-layout: fixed; border-collapse: collapse; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  .heading, .title { break-after: avoid; }
  .n { inline-size: 13mm; vertical-align: top; padding: 1.2mm 2mm 1.2mm 0; }
  .n a { text-decoration: none; min-inline-size: 0; padding: 0; }
  td, thead th { padding: 1mm 5mm 1mm 0; }
  html[dir=rtl] :is(td, thead th) { padding: 1mm 0 1mm 5mm; }
  .labelled .n { inline-size: 22mm; }
  thead th { border-block-end: .5pt solid #000; padding-block-end: 1.5mm; vertical-align: bottom; }
  tbody .start > * { padding-block-start: 2.4mm; }
  .ruled > * { border-block-start: .5pt solid #999; }
  .d:not(.mixed) { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  footer { break-inside: avoid; }
  footer li a::after { content: none; }
}
}
`;

const COMMON = compactStyle(`${BASE_STYLE}${PAGE}${PRINT}`);
