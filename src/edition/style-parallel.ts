import { BASE_STYLE } from './style-base.ts';
import {
  columnRules,
  quoted,
  readerRules,
  type StyledColumn,
  type StyledReader,
  scrollRules,
} from './style-choice.ts';
import { compactStyle } from './style-compact.ts';
import { COLUMNS, FLOW } from './style-layout.ts';
import { scriptRules } from './style-script.ts';

/** What a page with all languages says by its style sheet. */
interface StyledPage {
  readonly columns: readonly StyledColumn[];
  readonly readers: readonly StyledReader[];
  readonly kind: 'table' | 'flow';
  /** Whether labels stand beside the numbers, and need room. */
  readonly labelled: boolean;
  /** Stands at the foot of each printed page, beside the version. */
  readonly title: string;
  readonly version: string;
}

/** A title that is longer (in UTF-16 units) is cut at the foot of a printed page. */
const LONGEST_FOOT = 70;

/** The style sheet of a page with all languages, which a reader chooses from. */
export function parallelStyle({ columns, readers, kind, labelled, title, version }: StyledPage): string {
  const scripts = scriptRules([...columns, ...readers].map(({ locale }) => locale));
  const foot = title.length > LONGEST_FOOT ? `${title.slice(0, LONGEST_FOOT).trimEnd()}…` : title;
  const page = `@page{@bottom-left{content:${quoted(`${foot} · ${version}`)};font:7.5pt serif}}\n`;
  const room = labelled ? '@layer page{:root{--num:5.4rem}}' : '';
  const layout = kind === 'table' ? `${TABLE}${scrollRules(columns.length)}` : CONTINUOUS;
  return `${layout}${room}${scripts}${columnRules(columns, kind)}${readerRules(readers, columns)}${page}`;
}

const PAGE = `@layer page {
:root { --num: 2.4rem; --gap: 2rem; --row: block; --cell: block; }
body { padding-inline: clamp(1rem, 3vw, 2.5rem); }
.mast, main, footer { max-inline-size: 49rem; margin-inline: auto; }
.mast { padding-block: clamp(1.1rem, 3vw, 2.2rem) .6rem; font-family: var(--sans); font-size: .86rem; line-height: 1.5; }
.mast h1 { font-family: var(--serif); font-size: 1.35rem; margin: 0 0 .9rem; }
.notice { margin-block-end: 1rem; }
fieldset { border: 0; margin: 0 0 .8rem; padding: 0; min-inline-size: 0; color: var(--soft); display: flex;
  flex-wrap: wrap; gap: 0 1.1rem; align-items: baseline; }
legend { float: inline-start; padding: 0; }
input { inline-size: 1rem; block-size: 1rem; margin: 0; accent-color: var(--accent); vertical-align: -.12em; }
label { cursor: pointer; padding-block: .25rem; }
label:has(:checked), .pick:checked + label > :first-child { color: var(--ink); font-weight: 600; }
.readers { margin-block-end: 1.3rem; }
.columns { display: grid; grid-template-columns: repeat(auto-fill, 1.6rem minmax(11rem, 1fr)); gap: 0; color: var(--ink); }
.columns legend { grid-column: 1 / -1; color: var(--soft); }
.pick { align-self: center; }
.second { color: var(--soft); font-family: var(--sans); font-size: .9em; }
.none { grid-column: 1 / -1; margin: .6rem 0; }
.contents p { color: var(--soft); margin: .8rem 0 .1rem; }
.contents ol { list-style: none; margin: 0; padding: 0; columns: auto 20rem; column-gap: 2rem; }
.contents a { display: inline-block; padding-block: .2rem; text-decoration: none; }
.contents a:hover { text-decoration: underline; }
.contents .l1 { padding-inline-start: 1.2rem; } .contents .l2 { padding-inline-start: 2.4rem; }
.contents :is(.l3, .l4) { padding-inline-start: 3.6rem; }
tbody th, .num, .no, .aside > .kind { font-family: var(--sans); font-size: .74rem; line-height: 1.5; color: var(--soft);
  font-variant-numeric: tabular-nums; font-weight: 400; user-select: none; }
:is(tbody th, .num) a { text-decoration: none; display: inline-block; min-inline-size: 1.5rem; padding-block: .2rem; }
:is(tbody th, .num) a:not(:only-of-type) { min-inline-size: 0; }
:is(tbody th, .num) a:hover { text-decoration: underline; }
.no { padding-inline-end: .3em; }
.kind { display: block; line-height: 1.3; overflow-wrap: anywhere; }
.d, td::after, .text > *::after { font-family: var(--sans); font-size: .74rem; line-height: 1.35; color: var(--soft);
  unicode-bidi: isolate; font-weight: 400; user-select: none; }
td::after, .text > *::after { display: block; }
.mast:not(:has(#review:checked)) ~ main .d { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap; }
[dir=rtl] .d[dir=ltr] { text-align: right; }
[dir=ltr] .d[dir=rtl] { text-align: left; }
details { margin-block: .3rem; }
summary { cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary .mark::after { content: " ▾" / ""; } details[open] .mark::after { content: " ▴" / ""; }
.mast:has(#review:checked) ~ main .d { display: block; }
td, .text > * { position: relative; text-align: start; text-wrap: pretty; hyphens: auto; }
.h2, td h2, .text h2 { font-size: var(--head, 1.3rem); } .h3, td h3, .text h3 { font-size: var(--head, 1.12rem); }
:is(td, .text) :is(h2, h3, h4, h5, h6) { margin: 0; line-height: 1.35; }
:is(h4, h5, h6) { font-size: 1rem; }
.h2, .h3, .h4, .h5, .h6 { font-weight: 600; line-height: 1.35; }
.beside :is(td, .text) { color: var(--soft); font-size: .94em; }
footer h2 { font-size: 1rem; margin: 0 0 .6rem; font-family: var(--serif); color: var(--ink); }
footer ul { list-style: none; margin: 0 0 .8rem; padding: 0; }
footer li { margin-block-end: .5rem; }
footer .status { display: block; }
@media screen and (max-width: 47.99em) {
  .columns { grid-template-columns: repeat(auto-fill, 1.6rem minmax(7.2rem, 1fr)); }
  .columns .second { display: block; line-height: 1.2; }
  .columns label, .pick { align-self: start; }
  .pick { margin-block-start: .45rem; }
  label:has(#v-columns) { display: none; }
  .mast:has(#v-columns:checked) label:has(#v-rows) { color: var(--ink); font-weight: 600; }
  .mast:has(#v-columns:checked) #v-rows { appearance: none; border: .3rem solid var(--accent); border-radius: 50%; }
}
}
`;

const PRINT = `@layer print {
@media print {
  @page { margin: 15mm 14mm 17mm; @bottom-right { content: counter(page) " / " counter(pages); font: 7.5pt serif; } }
  html { font-size: 9.5pt; }
  body { padding: 0; }
  .mast, main, footer { max-inline-size: none; }
  fieldset, .contents { display: none; }
  .mast { padding-block: 0 3mm; }
  .mast h1 { font-size: 1rem; margin: 0 0 2mm; color: var(--soft); font-weight: 400; }
  .notice { border-block: .5pt solid #999; padding: 1.5mm 0; margin: 0 0 3mm; }
  tr, article { break-inside: avoid; }
  .tall { break-inside: auto; }
  .heading, .title { break-after: avoid; }
  :root .d:nth-child(n) { display: block; position: static; inline-size: auto; block-size: auto; clip-path: none; white-space: normal; }
  :is(tbody th, .num) a { min-inline-size: 0; padding: 0; }
  footer { break-inside: avoid; margin-block-start: 6mm; }
  footer li a::after { content: none; }
}
}
`;

const TABLE = compactStyle(`${BASE_STYLE}${PAGE}${COLUMNS}${PRINT}`);
const CONTINUOUS = compactStyle(`${BASE_STYLE}${PAGE}${FLOW}${PRINT}`);
