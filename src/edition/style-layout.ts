/**
 * The table's layouts. Without any condition the languages of a row stand below each other; where columns are asked
 * for and there is room, or on paper, they stand side by side.
 */
export const COLUMNS: string = `@layer page {
caption { text-align: start; color: var(--soft); font-family: var(--sans); font-size: .8rem; margin-block-end: .6rem; }
table, caption, tbody, tbody th { display: block; }
table { inline-size: 100%; border-spacing: 0; }
th { font-weight: inherit; text-align: start; }
th .name { font-weight: 600; }
th .name::after { color: var(--soft); font: 400 .9em var(--sans); unicode-bidi: isolate; }
th small { display: block; color: var(--accent); font-family: var(--sans); font-size: .74rem; line-height: 1.35; }
th[dir=rtl] small { text-align: right; }
th[dir=ltr] small { text-align: left; }
thead, .mast:has(#v-columns:checked) ~ main caption { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden;
  clip-path: inset(50%); }
tr { display: var(--row); position: relative; border-block-start: 1px solid var(--line); padding-block: .6rem .8rem;
  scroll-margin-block-start: .5rem; }
td { padding: .3rem 0; max-inline-size: 44rem; }
td::before { content: var(--label) var(--all, ""); display: block; font-family: var(--sans); font-size: .74rem; line-height: 1.5;
  color: var(--soft); user-select: none; }
th .name::after { content: var(--second, "") / ""; }
.mast:has(#review:checked) ~ main td::before { content: var(--label); }
td.is-missing { color: var(--soft); }
tbody th { float: inline-end; margin-inline-start: 1rem; text-align: end; position: relative; z-index: 1; }
.long tbody { content-visibility: auto; contain-intrinsic-block-size: auto 100rem; }
.d1 { padding-inline-start: 1.5rem; } .d2 { padding-inline-start: 2.8rem; } .d3 { padding-inline-start: 4.1rem; }
.d4 { padding-inline-start: 5.2rem; } .d5 { padding-inline-start: 6rem; } .d6 { padding-inline-start: 6.6rem; }
.quoted { border-inline-start: 3px solid var(--line); padding-inline-start: 1rem; }
.marker { display: inline-block; min-inline-size: 1.5rem; margin-inline-start: -1.5rem; color: var(--soft); user-select: none; }
td .opaque, td pre { margin: 0; }
td pre, td pre code { white-space: pre-wrap; overflow-wrap: anywhere; }
tbody tr:is(:hover, :focus-within) { background: var(--tint); }
tbody tr:is(:target, :has(:target)) { background: var(--here); box-shadow: inset 3px 0 var(--accent); }
[dir=rtl] tbody tr:is(:target, :has(:target)) { box-shadow: inset -3px 0 var(--accent); }
@media (forced-colors: active) { tbody tr:is(:hover, :focus-within) { outline: 1px solid Highlight; } }
@media screen and (max-width: 47.99em) { tr:is(:target, :has(:target)) { padding-inline-start: .6rem; } }
@media print, screen and (min-width: 48em) {
  tr { padding-inline-start: calc(var(--num) + .4rem); }
  tbody th { float: none; position: absolute; inset-inline-start: .4rem; inset-block-start: .75rem; margin: 0;
    inline-size: calc(var(--num) - .6rem); text-align: start; }
}
@media screen and (min-width: 48em) {
  .mast:has(#v-columns:checked) { &, & ~ * { max-inline-size: calc(var(--num) + max(var(--n), 2) * 35rem); } }
  .mast:has(#v-columns:checked) ~ main {
    --row: grid;
    .region { container-type: inline-size; position: relative; overflow: var(--scroll, visible);
      max-block-size: var(--high, none); border: 0 solid var(--line); border-block-width: var(--edge, 0); }
    table { min-inline-size: calc(var(--scrolls, 0) * (var(--num) + var(--n) * (var(--col, 11.4rem) + var(--gap)))); }
    thead { display: block; position: sticky; inset-block-start: 0; z-index: 2; background: var(--paper);
      inline-size: auto; block-size: auto; overflow: visible; clip-path: none; }
    tr { grid-template-columns: var(--num); grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr);
      column-gap: var(--gap); border: 0; padding: 0; scroll-margin-block-start: 4.6rem; }
    thead tr { align-items: first baseline; border-block-end: 1px solid var(--ink); }
    thead th { padding-block: .55rem .5rem; line-height: 1.35; }
    td { padding-block: .3rem; max-inline-size: none; }
    td::before { content: none; }
    :where(tbody) th { position: sticky; inset-inline-start: 0; z-index: 1; background: var(--paper); margin: 0;
      padding: .5rem 0 .3rem .35rem; inline-size: auto; }
    :is(.start, .beside, .aside) td { padding-block-start: .8rem; }
    tbody :is(.start, .beside, .aside) th { padding-block-start: 1rem; }
    .title td { padding-block: 1.3rem .7rem; } tbody .title th { padding-block-start: 1.6rem; }
    .heading td { padding-block: 1.8rem .3rem; } tbody .heading th { padding-block-start: 2rem; }
    .ruled { border-block-start: 1px solid var(--line); margin-block-start: 1rem; }
    tbody tr:is(:hover, :focus-within) th { background: var(--tint); }
    tbody tr:is(:target, :has(:target)) th { background: var(--here); }
    .long tbody { contain-intrinsic-block-size: auto 50rem; }
  }
  .mast:has(#v-one:checked) ~ main {
    tr { border: 0; padding-block: .1rem; }
    tbody th { inset-block-start: .75rem; }
    tbody tr:not(:focus-within, :target) th { float: inline-start; margin-block: .2rem 0; margin-inline: calc(0rem - var(--num)) 0; }
    td { padding-block: .15rem; }
    tr:not(:focus-within, :target) td::before { content: none; }
    tr:is(:focus-within, :target) { padding-block: .6rem; }
  }
}
@media screen {
  .mast:has(#v-one:checked) ~ main tbody tr:not(:focus-within, :target) {
    th { position: static; }
    th a:first-of-type::after { content: ""; position: absolute; inset: 0; z-index: 1; cursor: pointer; }
    td a { z-index: 2; position: relative; }
  }
}
@media print {
  tr { border-color: #ccc; }
  td { max-inline-size: none; }
  .mast, .mast ~ * { page: tall; }
  .mast:has(#v-columns:checked) { &, & ~ * { page: wide; } }
  .mast:has(#v-columns:checked) ~ main {
    --row: table-row; --cell: table-cell;
    table { display: table; table-layout: fixed; border-collapse: collapse; }
    thead { display: table-header-group; position: static; clip-path: none; }
    tbody { display: table-row-group; }
    .region { display: block; }
    tr { border: 0; padding: 0; }
    th:first-child { display: table-cell; }
    :is(td, th) { position: static; text-align: start; vertical-align: top; padding: .9mm 2.5mm; }
    tbody th { line-height: 2.16; }
    td::before { content: none; }
    tr > th:first-child { inline-size: 9mm; padding-inline: 0; }
    .labelled tr > th:first-child { inline-size: 20mm; }
    thead th { border-block-end: .5pt solid #000; padding-block-end: 1.5mm; }
    tbody .start > * { padding-block-start: 2.2mm; }
    .title > *, .heading > * { padding-block: 4mm 1mm; }
    .ruled > * { border-block-start: .5pt solid #999; }
  }
  .mast:has(#v-columns:checked):has(.pick:checked ~ .pick:checked):not(:has(.pick:checked ~ .pick:checked ~ .pick:checked)) ~ main {
    font-size: 10.5pt;
    :is(td, th):not(:first-child) { padding-inline: 8mm; }
    :is(td, th)[lang] ~ [lang] { border-inline-start: .3pt solid #bbb; }
  }
}
}
@page wide { size: landscape; }
@page tall { size: portrait; }
`;

/** The layout of the continuous text: numbers hang beside it, and a list is a list. */
export const FLOW: string = `@layer page {
.flow { list-style: none; margin: 0; padding: 0; }
.flow :is(ol, ul) { margin: 0; padding-inline-start: 1.7rem; }
.flow blockquote { margin: 0; }
.task { list-style: none; }
.box { float: inline-start; margin-inline-start: -1.4rem; }
article { display: var(--row); position: relative; padding: .5rem 0 .7rem; scroll-margin-block-start: .5rem; }
.text > [lang]::before, .names > [lang]::before { content: var(--label) var(--all, ""); display: block; font: 400 .74rem/1.5 var(--sans);
  color: var(--soft); user-select: none; }
.text > *, .names > * { display: block; padding-block: .15rem; text-align: start; }
.names > * { font-family: var(--serif); line-height: 1.35; }
.mast:has(#review:checked) ~ main :is(.text, .names) > [lang]::before { content: var(--label); }
.num { float: inline-end; margin-inline-start: 1rem; position: relative; z-index: 1; }
.kind { display: inline; }
:is(.title, .heading) { margin-block-start: 1rem; }
article:is(:hover, :focus-within) { background: var(--tint); }
article:is(:target, :has(:target)) { background: var(--here); box-shadow: inset 3px 0 var(--accent); }
.flow .said::before { content: none !important; }
.flow.long > li { content-visibility: auto; contain-intrinsic-block-size: auto 12rem; }
@media screen and (min-width: 60em) {
  .num { position: absolute; inset-inline-end: 100%; margin-inline-end: .8rem; inline-size: max-content; }
}
@media print { .flow.long > li { content-visibility: visible; } .num { margin: 0; } }
}
`;
