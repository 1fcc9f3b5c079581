import { describe, expect, test } from 'vitest';
import { pruneStyle } from '../../src/edition/style-prune.ts';

const page = '<main class="wide"><p id="a" class="x y" dir="ltr">text</p></main>';

describe('a pruned style sheet', () => {
  test.each([
    ['p{color:red}', 'p{color:red}'],
    ['table{color:red}', ''],
    ['.x{a:b}.z{a:b}', '.x{a:b}'],
    ['.x,.z,p.y{a:b}', '.x,p.y{a:b}'],
    ['#a{a:b}#b{a:b}', '#a{a:b}'],
    ['p:is(.x,.z){a:b}p:is(.z){a:b}', 'p:is(.x){a:b}'],
    ['p:not(.z){a:b}', 'p:not(.z){a:b}'],
    ['main:has(.z) p{a:b}main:has(#a:checked)~p{a:b}', 'main:has(#a:checked)~p{a:b}'],
    ['[dir=rtl] p{a:b}[dir=ltr] p{a:b}', '[dir=ltr] p{a:b}'],
    ['.js-hit{a:b}', '.js-hit{a:b}'],
    ['@media print{.z{a:b}}', ''],
    ['@media print{.x{a:b}.z{a:b}}', '@media print{.x{a:b}}'],
    ['@layer a,b;@layer a{p::before{content:"} .z{"}}', '@layer a,b;@layer a{p::before{content:"} .z{"}}'],
    ['.wide{--n:1;.x{a:b}.z{a:b}&~p{a:b}}', '.wide{--n:1;.x{a:b}&~p{a:b}}'],
    ['@page{margin:1cm;@bottom-left{content:"x"}}', '@page{margin:1cm;@bottom-left{content:"x"}}'],
    [':root{a:b}*{a:b}', ':root{a:b}*{a:b}'],
  ])('%s becomes %s', (css, expected) => {
    expect(pruneStyle(css, page)).toBe(expected);
  });
});
