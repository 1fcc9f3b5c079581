import { validateXliff } from '../../src/exchange/validate/validate.ts';

// Feeds a document of as many megabytes as the first argument says, in pieces; run with a heap that cannot hold it.
const LIMIT = Number(process.argv[2]) * (1 << 20);
const validator = validateXliff('big.xlf');
let fed = 0;

function write(text: string): void {
  validator.write(text);
  fed += text.length;
}

write(
  '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="fr"><file id="f1">\n',
);
for (let number = 0; fed < LIMIT; number += 1) {
  const id = `unit-with-a-long-id-${number}`;
  write(`<unit id="${id}"><my:data xmlns:my="urn:my" id="x"><my:more/></my:data>
<notes><note id="n1">${'note '.repeat(100)}</note></notes>
<originalData><data id="d1">&lt;b></data></originalData>
<segment id="s1" state="translated">
<source><pc id="c1" dataRefStart="d1">${'text '.repeat(100)}</pc><ph id="c2" subFlows="${id}"/></source>
<target><pc id="c1" dataRefStart="d1">${'texte '.repeat(100)}</pc><ph id="c2" dataRef="d2"/></target>
</segment></unit>
`);
}
write('<unit id="unit-with-a-long-id-7"><segment><source/></segment></unit></file></xliff>');
const { problems, total } = validator.end();
console.log(JSON.stringify({ kept: problems.length, total, last: problems.at(-1)?.code, fed }));
