/**
 * What every page shares: colours of both themes (AA against their grounds), system fonts by script, and the marks.
 * Nothing is upper-cased and no letters are spaced: Georgian, Armenian and Arabic would suffer.
 */
export const BASE_STYLE: string = `@layer base, script, page, print, columns;
@layer base {
:root {
  color-scheme: light dark;
  --paper: #fcfbf8; --ink: #1e1c19; --soft: #605a51; --line: #ddd7cb; --tint: #f4f1ea;
  --accent: #8c2f1b; --here: #fbefc4; --focus: #1f5fa8;
  --old: #a0331c; --new: #1c6b3a;
  --serif: Charter, 'Iowan Old Style', 'Source Serif 4', 'Noto Serif', Cambria, Georgia, 'DejaVu Serif', serif;
  --sans: system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif;
  --lead: 1.6;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #181715; --ink: #e8e4db; --soft: #aea79a; --line: #3b3833; --tint: #22201d;
    --accent: #ec9f8a; --here: #40371a; --focus: #8fbdf2; --old: #f0a08c; --new: #8fd3a6;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { font-size: 106.25%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-block-start: 1rem; }
body {
  margin: 0; background: var(--paper); color: var(--ink); font-kerning: normal; overflow-wrap: break-word;
}
:where(html, td, th, .foreign, .text > *, .change)[lang] { font-family: var(--serif); line-height: var(--lead); }
h1, h2, h3, h4, h5, h6 { line-height: 1.32; text-wrap: balance; font-weight: 600; }
a { color: inherit; text-decoration: underline; text-decoration-color: var(--accent); text-underline-offset: .15em;
  text-decoration-thickness: 1px; }
a:hover { color: var(--accent); text-decoration-thickness: 2px; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
code { font-family: ui-monospace, 'Cascadia Mono', Menlo, 'Noto Sans Mono', 'DejaVu Sans Mono', monospace;
  font-size: .88em; unicode-bidi: isolate; background: var(--tint); padding: .05em .25em; border-radius: 3px; }
pre { background: var(--tint); padding: .8rem 1rem; overflow-x: auto; line-height: 1.45; border-radius: 3px;
  margin-inline: 0; }
pre code { background: none; padding: 0; white-space: pre; }
del { text-decoration-color: var(--soft); }
.change { font-size: .92em; margin: .4em 0; padding-inline-start: .8em; border-inline-start: 2px solid var(--line); }
.change del { color: var(--old); text-decoration-color: currentColor; }
.change ins { color: var(--new); font-weight: 600; text-underline-offset: .15em; }
sup { line-height: 0; font-size: .75em; }
sup a { padding: .4em .3em; margin: -.4em -.1em; }
img { max-inline-size: 100%; block-size: auto; }
hr { border: 0; border-block-start: 1px solid var(--line); margin-block: 2rem; }
blockquote { margin: 1rem 0; padding-inline-start: 1.1rem; border-inline-start: 3px solid var(--line); }
.vh { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; user-select: none; }
i[lang] { font-style: inherit; }
a, sup, ins, del, .foreign { unicode-bidi: isolate; }
.foreign { color: var(--soft); }
.mark { display: inline-block; unicode-bidi: isolate; font-family: var(--sans); font-size: .74rem; line-height: 1.35;
  color: var(--accent); background: var(--paper); border: 1px solid currentColor; border-radius: 3px;
  padding: .1em .5em; vertical-align: .08em; font-style: normal; overflow-wrap: anywhere; font-weight: 400; user-select: none; }
.mark-missing { border-style: dashed; }
.mark-fallback { border-style: dotted; }
.mark-missing::before { content: "□ " / ""; } .mark-stale::before { content: "△ " / ""; }
.mark-fallback::before { content: "↺ " / ""; }
.image { border: 1px solid var(--line); border-radius: 3px; padding: .05em .45em; color: var(--soft);
  -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.image .label { font-family: var(--sans); font-size: .74rem; }
.image .label::after { content: ":"; }
.image .label:last-child::after { content: none; }
.opaque { margin: 1.2rem 0; border: 1px dashed var(--soft); border-radius: 3px; padding: .6rem .8rem; }
.opaque figcaption { font-family: var(--sans); font-size: .8rem; color: var(--soft); margin-block-end: .4rem; }
.opaque pre { margin: 0; white-space: pre-wrap; }
.opaque pre code { white-space: pre-wrap; overflow-wrap: anywhere; }
.notice { font-family: var(--sans); font-size: .88rem; line-height: 1.5; border-block: 1px solid var(--accent);
  padding: .55rem 0; margin: 0 0 2rem; }
.notice p { margin: 0; }
footer { font-family: var(--sans); font-size: .82rem; line-height: 1.5; color: var(--soft);
  border-block-start: 1px solid var(--line); margin-block-start: 3rem; padding-block: 1rem 2.5rem; }
footer p { margin: 0 0 .3rem; }
[dir=rtl] :is(.notice, footer, section, .opaque) > [dir=ltr]:not(pre) { text-align: right; }
[dir=ltr] :is(.notice, footer, section, .opaque) > [dir=rtl]:not(pre) { text-align: left; }
:target { background: var(--here); }
@media (forced-colors: active) {
  :target { outline: 3px solid Highlight; outline-offset: 1px; }
  .mark { border-color: CanvasText; }
}
}
@layer print {
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #444; --line: #999; --tint: #fff;
    --accent: #5c1a0c; --here: #fff; }
  html { font-size: 10pt; }
  .change ins { text-decoration-thickness: 2px; }
  a[href^="http"]:not(.auto)::after { content: " (" attr(href) ")"; font-size: .8em;
    overflow-wrap: anywhere; unicode-bidi: isolate; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  p, li, blockquote { orphans: 2; widows: 2; }
  pre, figure, img { break-inside: avoid; }
}
}
`;
