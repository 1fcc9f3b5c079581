/**
 * The look of the report: both themes (AA against their grounds), paper, and narrow screens, on which tables become
 * lists. Nothing is upper-cased and no letters are spaced: Georgian, Armenian and Arabic would suffer.
 */
export const REPORT_STYLE: string = `
:root {
  color-scheme: light dark;
  --paper: #fcfbf8; --card: #fff; --ink: #1e1c19; --soft: #605a51; --line: #ddd7cb; --tint: #f4f1ea;
  --focus: #1f5fa8; --mark: #fbe5a2; --mark-ink: #1e1c19;
  --error: #a3260f; --warning: #7d5200; --info: #2b5f8f; --good: #1c6b3a;
  --final: #1c6b3a; --reviewed: #4c9a68; --translated: #6f9fce; --draft: #b9b1a3; --stale: #d99a2b; --missing: transparent;
  --sans: system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif;
  --mono: ui-monospace, 'Cascadia Mono', Menlo, 'Noto Sans Mono', 'DejaVu Sans Mono', monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #181715; --card: #1f1d1a; --ink: #e8e4db; --soft: #aea79a; --line: #3b3833; --tint: #282521;
    --focus: #8fbdf2; --mark: #5c4a12; --mark-ink: #fff;
    --error: #f2937c; --warning: #e5b35c; --info: #8fbdf2; --good: #8fd3a6;
    --final: #57b27a; --reviewed: #35794f; --translated: #3f6d9e; --draft: #6d675d; --stale: #b67c1c;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-block-start: 1rem; }
body { margin: 0 auto; max-inline-size: 90rem; padding: 1.5rem clamp(1rem, 3vw, 2.5rem) 3rem; background: var(--paper);
  color: var(--ink); font: 1rem/1.5 var(--sans); overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.3; font-weight: 600; text-wrap: balance; margin: 0; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; } h3 { font-size: 1rem; }
p { margin: .4rem 0; }
a { color: inherit; text-decoration-color: var(--focus); text-underline-offset: .15em; }
a:hover { color: var(--focus); }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
code { font-family: var(--mono); font-size: .85em; unicode-bidi: isolate; }
.verdict { display: flex; flex-wrap: wrap; gap: .5rem; margin: .8rem 0 0; padding: 0; list-style: none; }
.verdict li { border: 1px solid; border-radius: 2rem; padding: .1rem .8rem; background: var(--card); font-weight: 600; }
.error { color: var(--error); } .warning { color: var(--warning); } .info { color: var(--info); } .good { color: var(--good); }
.quiet { color: var(--soft); }
.vh { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.filters { display: flex; flex-wrap: wrap; gap: .6rem 2rem; margin-block: 1.2rem 0; font-size: .9rem; }
fieldset { border: 0; margin: 0; padding: 0; min-inline-size: 0; }
legend { float: inline-start; padding: .2rem 0; margin-inline-end: .8rem; color: var(--soft); }
.filters label { display: inline-block; padding: .2rem 0; margin-inline-end: .9rem; }
.filters input { accent-color: var(--focus); inline-size: 1.05em; block-size: 1.05em; vertical-align: -.12em;
  margin: 0 .3em 0 0; }
[dir=rtl] .filters input { margin: 0 0 0 .3em; }
@supports not selector(:has(*)) { .filters { display: none; } }
main > * { margin-block-start: 2rem; }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; margin: .6rem 0; padding: 0; list-style: none; font-size: .85rem;
  color: var(--soft); }
.key { display: inline-block; inline-size: .8em; block-size: .8em; border-radius: 2px; margin-inline-end: .35em;
  vertical-align: -.05em; border: 1px solid var(--soft); forced-color-adjust: none; }
.final { fill: var(--final); background: var(--final); } .reviewed { fill: var(--reviewed); background: var(--reviewed); }
.translated { fill: var(--translated); background: var(--translated); }
.draft { fill: var(--draft); background: var(--draft); } .stale { fill: var(--stale); background: var(--stale); }
.missing { fill: var(--missing); background: var(--missing); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; inline-size: 100%; background: var(--card); border: 1px solid var(--line); font-size: .95rem; }
caption { text-align: start; color: var(--soft); font-size: .85rem; padding-block: .3rem; }
th, td { text-align: start; vertical-align: top; padding: .55rem .75rem; border-block-start: 1px solid var(--line); }
thead th { border-block-start: 0; background: var(--tint); font-size: .85rem; font-weight: 600; color: var(--soft); }
tbody th { font-weight: 600; }
.bar { display: block; inline-size: 100%; min-inline-size: 6rem; max-inline-size: 30rem; block-size: .6rem; border: 1px solid var(--soft);
  border-radius: 2px; background: var(--paper); margin-block-end: .35rem; forced-color-adjust: none; }
[dir=rtl] .bar { transform: scaleX(-1); }
.share { font-weight: 600; font-variant-numeric: tabular-nums; }
.why { display: flex; flex-wrap: wrap; gap: 0 .8rem; margin: 0; padding: 0; list-style: none; font-size: .85rem;
  color: var(--soft); font-variant-numeric: tabular-nums; }
details > summary { cursor: pointer; padding-block: .3rem; }
summary h2 { display: inline; }
.place { margin-block-start: 1.2rem; }
.place h3 { margin-block-end: .3rem; }
.place h3 .quiet { font-weight: 400; font-size: .9em; }
.findings, .few { table-layout: fixed; }
.few th:first-child { inline-size: 11rem; }
.findings th:nth-child(1) { inline-size: 30%; } .findings th:last-child { inline-size: 17%; }
.reason { display: block; font-style: italic; }
.rule { display: block; font-size: .85rem; color: var(--soft); margin-block-start: .15rem; }
.excerpt { unicode-bidi: isolate; white-space: pre-wrap; }
[dir=ltr] .excerpt[dir=rtl], [dir=rtl] .excerpt[dir=ltr] { display: block; }
mark { background: var(--mark); color: var(--mark-ink); border-radius: 2px; padding-block: .05em; }
.sign { font: .75em/1 var(--mono); border: 1px solid currentColor; border-radius: 3px; padding: 0 .25em; margin-inline: .1em;
  color: var(--soft); unicode-bidi: isolate; white-space: nowrap; }
.where { font-size: .85rem; }
.where > * { display: block; }
dl { margin: .5rem 0 0; } dt { font-weight: 600; margin-block-start: .7rem; } dd { margin: 0; max-inline-size: 46rem; }
footer { margin-block-start: 3rem; padding-block-start: .8rem; border-block-start: 1px solid var(--line); color: var(--soft);
  font-size: .85rem; }
:target { background: var(--tint); }
@media (max-width: 47.99rem) {
  table, tbody, tr, th, td, caption { display: block; }
  thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  table { border: 0; background: none; }
  tr { background: var(--card); border: 1px solid var(--line); border-radius: 6px; margin-block-end: .7rem; padding-block: .3rem; }
  th, td { border: 0; padding: .3rem .8rem; }
  td[data-label]::before { content: attr(data-label); display: block; font-size: .8rem; color: var(--soft); }
  td:empty { display: none; }
}
@media print {
  :root { color-scheme: light; --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #999; --tint: #fff; --mark: #eee;
    --mark-ink: #000; --error: #7a1a08; --warning: #5c3c00; --info: #1d4468; --good: #0f4a26; --final: #1c6b3a;
    --reviewed: #4c9a68; --translated: #6f9fce; --draft: #b9b1a3; --stale: #d99a2b; }
  body { font-size: 9pt; padding: 0; max-inline-size: none; }
  .filters { display: none; }
  .bar, .key { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  tr, h2, h3 { break-inside: avoid; } h2, h3 { break-after: avoid; } thead { display: table-header-group; }
}
@media (forced-colors: active) { mark { outline: 1px solid; } }
`;

/** What hides the findings of a locale or a severity whose box is not checked. */
export function filterStyle(boxes: readonly { readonly id: string; readonly hides: string }[]): string {
  return boxes
    .map(({ id, hides }) => `header:has(#${id}:not(:checked)) ~ main .${hides} { display: none; }\n`)
    .join('');
}
