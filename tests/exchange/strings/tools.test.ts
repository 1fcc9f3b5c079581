import { describe, expect, it } from 'vitest';
import { readResource } from '../../../src/exchange/strings/json-read.ts';
import { readStrings } from '../../../src/exchange/strings/read.ts';
import { thrown } from '../../support/thrown.ts';
import { json, resource, take } from './trip.ts';

describe('what tools do to a file', () => {
  const wrap = (unit: string): string =>
    `<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="hy"><file id="a"><group id="g">${unit}</group></file></xliff>`;

  it('joins segments, leaves marks out, and keeps the space between codes', () => {
    const unit = `<unit id="k" name="k"><segment><source>Hi <ph id="c1" equiv="{{a}}"/></source><target>Ողջո<mrk id="m" type="term">ւյն</mrk> <ph id="c1"/></target></segment>
      <ignorable><source> </source></ignorable><segment><source><ph id="c2" equiv="{{b}}"/></source><target><ph id="c2"/></target></segment></unit>`;
    expect(take(wrap(unit), resource({ k: 'Hi {{a}} {{b}}' }))).toMatchObject({
      stale: [],
      text: json({ k: 'Ողջույն {{a}} {{b}}' }),
    });
  });

  it('refuses a text of which only a part is translated', () => {
    const unit =
      '<unit id="k" name="k"><segment><source>a</source><target>A</target></segment><segment><source>b</source></segment></unit>';
    expect(take(wrap(unit), resource({ k: 'ab' })).refused).toMatchObject([{ key: 'k', reason: 'partly' }]);
  });

  it('takes a pair that a tool has cut into its ends', () => {
    const unit =
      '<unit id="k" name="k"><segment><source><pc id="c1" equivStart="&lt;b>">a</pc></source><target><sc id="c1"/>A<ec startRef="c1"/></target></segment></unit>';
    expect(take(wrap(unit), resource({ k: '<b>a</b>' })).text).toBe(json({ k: '<b>A</b>' }));
  });

  it('reads prefixes, alternatives, comments, CDATA and line ends of Windows', () => {
    const xml =
      '<x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><x:file original="a.json" source-language="en"><x:header><x:note>n</x:note></x:header>\r\n<x:body>' +
      '<x:trans-unit id="1" resname="k"><x:source>a\r\nb</x:source><x:seg-source><x:mrk mtype="seg">no</x:mrk></x:seg-source>' +
      '<x:target>A<!-- c -->\r\n<![CDATA[<B]]> <x:mrk mtype="seg">C</x:mrk></x:target><x:alt-trans><x:target>no</x:target></x:alt-trans></x:trans-unit></x:body></x:file></x:xliff>';
    expect(take(xml, resource({ k: 'a\nb' }))).toMatchObject({
      stale: [],
      refused: [],
      text: json({ k: 'A\n<B C' }),
    });
  });

  it.each([
    ['<!DOCTYPE x><xliff version="1.2"/>', 'xml-doctype'],
    ['<xliff version="1.2"><file original="a" source-language="en"><body>&x;', 'xml-entity'],
    [
      '<xliff version="1.2"><file original="a" source-language="en"><body><trans-unit id="a"><source>a',
      'xml-syntax',
    ],
    [
      `<xliff version="1.2"><file original="a" source-language="en"><body>${'<group>'.repeat(300)}`,
      'xml-depth',
    ],
    ['<html/>', 'xliff-foreign'],
    ['<xliff version="3.0"/>', 'xliff-version'],
    ['<xliff version="1.2"/>', 'xliff-invalid'],
    ['<xliff version="2.0"/>', 'xliff-invalid'],
  ])('refuses %s', (xml, code) => {
    const error = thrown(() => readStrings(xml, 'f.xlf'));
    expect([error.code, error.place.file]).toEqual([code, 'f.xlf']);
  });

  it.each([
    ['{"a":1', 'syntax', 1],
    ['{\n"a": 01}', 'syntax', 2],
    ['{"a":"\n"}', 'syntax', 1],
    ['[]', 'top', 1],
    ['', 'syntax', 1],
    [`{"a":${'['.repeat(200)}`, 'depth', 1],
  ])('refuses the JSON %j', (text, reason, line) => {
    const error = thrown(() => readResource(text, 'f.json'));
    expect([error.code, error.values['reason'], error.place.line]).toEqual([
      'resource-invalid',
      reason,
      line,
    ]);
  });
});
