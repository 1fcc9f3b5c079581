import { compactStyle } from './style-compact.ts';

/** The style sheet of books: little, since readers choose the type, its size and the colours for themselves. */
export const BOOK_STYLE: string = `${compactStyle(`
body { margin: 0 4%; line-height: 1.5; }
h1, h2, h3, h4, h5, h6 { line-height: 1.3; text-align: start; break-after: avoid; margin: 1.6em 0 .6em; }
h1 { font-size: 1.5em; margin-block-start: .8em; } h2 { font-size: 1.25em; } h3 { font-size: 1.1em; }
h4, h5, h6 { font-size: 1em; }
p { margin: 0 0 .7em; orphans: 2; widows: 2; }
blockquote { margin: 1em 0; padding-inline-start: 1em; border-inline-start: 2px solid; }
table { border-collapse: collapse; margin: 1em 0; }
th, td { text-align: start; vertical-align: top; padding: .3em .8em .3em 0; border-block-end: 1px solid; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85em; }
.names > span, .t { display: block; }
.texts { margin: 0 0 1.1em; break-inside: avoid; }
.texts > p, .texts > div { margin: 0 0 .35em; }
.notice, .about { font-size: .88em; border-block: 1px solid; padding: .5em 0; margin: 0 0 1.5em; }
.notice p, .about p { margin: 0 0 .3em; } .notice ul { list-style: none; margin: 0; padding: 0; } .notice li { margin: .25em 0; }
.about { border-block-end: 0; margin-block-start: 3em; }
.mark { font-size: .78em; border: 1px solid; border-radius: 3px; padding: 0 .35em; font-style: normal; font-weight: 400; }
.image { border: 1px solid; padding: 0 .3em; }
.mark { display: inline-block; line-height: 1.35; }
.task { list-style: none; } .task > .texts { display: inline-block; vertical-align: top; padding-inline-start: .4em; }
.align-center { text-align: center; } .align-right { text-align: right; } .align-left { text-align: left; }
.opaque { border: 1px dashed; padding: .5em; margin: 1em 0; }
.vh { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip: rect(0 0 0 0); }
`)}\n`;
