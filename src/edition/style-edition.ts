import { BASE_STYLE } from './style-base.ts';
import { compactStyle } from './style-compact.ts';
import { scriptRules } from './style-script.ts';

/** The style sheet of one language's page: one column of text with a measure for reading. */
export function editionStyle(locale: string, others: readonly string[]): string {
  return `${STYLE}${scriptRules([locale, ...others])}`;
}

const STYLE = compactStyle(`${BASE_STYLE}@layer page {
body { max-inline-size: 42rem; margin-inline: auto; padding: 0 clamp(1rem, 4vw, 2rem); }
.contents { border-block-end: 0; margin-block-end: 1.5rem; }
.contents ol { list-style: none; margin: 0; padding: 0; }
.contents .l1 { padding-inline-start: 1.2rem; } .contents .l2 { padding-inline-start: 2.4rem; }
.contents :is(.l3, .l4) { padding-inline-start: 3.6rem; }
.banner { font-family: var(--sans); font-size: .82rem; color: var(--soft); margin: 0 0 1.6rem; }
nav { font-family: var(--sans); font-size: .88rem; }
body > nav { padding-block: 1.2rem .9rem; margin-block-end: 2.5rem; border-block-end: 1px solid var(--line); }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; list-style: none; margin: 0; padding: 0; }
nav a, nav [aria-current] { display: inline-block; padding-block: .2rem; line-height: 1.5; }
nav a { text-decoration: none; }
nav a:hover, nav p a { text-decoration: underline; }
nav [aria-current] { color: var(--accent); font-weight: 600; }
nav p { margin: .5rem 0 0; }
h1 { font-size: clamp(1.35rem, 1.05rem + 1.5vw, 1.85rem); margin: 0 0 1.4rem; }
h2 { font-size: 1.35rem; margin: 2.2rem 0 .8rem; }
h3 { font-size: 1.15rem; margin: 1.8rem 0 .6rem; }
h4, h5, h6 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
article p { margin: 0 0 1.05rem; }
article li > p { margin-block-end: .4rem; }
article :is(ul, ol) { padding-inline-start: 1.6rem; margin: 0 0 1.05rem; }
article li { margin-block-end: .25rem; }
.task { list-style: none; }
.task .box { display: inline-block; inline-size: 1.3rem; margin-inline-start: -1.3rem; }
.scroll { overflow-x: auto; margin-block: 1.4rem; }
table { border-collapse: collapse; min-inline-size: 60%; font-size: .95rem; }
th, td { text-align: start; vertical-align: top; padding: .4rem .9rem .4rem 0; padding-inline: 0 .9rem;
  border-block-end: 1px solid var(--line); }
th { border-block-end-color: var(--ink); font-weight: 600; }
.align-left { text-align: left; } .align-center { text-align: center; } .align-right { text-align: right; }
.seg { border-radius: 2px; scroll-margin-block-start: 2rem; }
.seg:target { box-shadow: 0 0 0 .15em var(--here); }
[role=doc-endnotes], .changes { border-block-start: 1px solid var(--line); margin-block-start: 2.5rem; font-size: .92rem; }
.contents p { color: var(--soft); }
:is([role=doc-endnotes], .changes) h2 { font-size: 1rem; margin-block: 1rem .5rem; }
[role=doc-endnotes] li > p:last-of-type { display: inline; }
[role=doc-backlink] { text-decoration: none; padding-inline: .4em; }
}
@layer print {
@media print {
  @page { size: A4; margin: 22mm 24mm; }
  body { max-inline-size: none; padding: 0; }
  nav { display: none; }
  .banner { color: #000; }
}
}
`);
