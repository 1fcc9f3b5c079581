import { describe, expect, it } from 'vitest';
import { XLIFF_FORMATS } from '../../src/model/transfer.ts';
import { hexapla, hexaplaJson } from '../support/cli.ts';
import { newFolder } from '../support/folder.ts';
import { project, translateAll } from '../support/letter.ts';

interface Validated {
  readonly files: readonly {
    path: string;
    version: string | null;
    valid: boolean;
    total: number;
    problems: { line: number; column: number; code: string; clause: string | null; message: string }[];
  }[];
}

const BAD = `<?xml version="1.0"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="fr">
  <file id="f">
    <unit id="u">
      <segment id="s"><source>One</source></segment>
      <segment id="s"><source>Two</source></segment>
    </unit>
  </file>
</xliff>
`;

describe('validate', () => {
  it.each(XLIFF_FORMATS)('finds nothing in what export writes as %s', async (format) => {
    const folder = await project();
    await translateAll(folder, 'hy');
    await hexapla(folder, ['export', '--format', format]);
    const paths = ['handoff/hy/a.hy.xlf', 'handoff/fr/a.fr.xlf'];
    const { exit, data } = await hexaplaJson<Validated>(folder, ['validate', ...paths]);
    expect([exit, data.files]).toMatchObject([0, paths.map((path) => ({ path, valid: true, problems: [] }))]);
    expect(data.files[0]?.version).toBe(format.slice('xliff-'.length));
  });

  it('names line, column, code and clause of each problem, outside of any project too', async () => {
    const folder = newFolder({ 'bad.xlf': BAD });
    const { exit, data } = await hexaplaJson<Validated>(folder, ['validate', 'bad.xlf']);
    expect([exit, data.files[0]]).toMatchObject([1, { version: '2.1', valid: false, total: 1 }]);
    expect(data.files[0]?.problems).toMatchObject([
      {
        line: 6,
        column: 7,
        clause: expect.stringMatching(/^https:\/\/docs\.oasis-open\.org\/xliff\/xliff-core\/v2\.1\/.*#/),
        message: expect.stringMatching(/s/),
      },
    ]);
    const { out } = await hexapla(folder, ['validate', 'bad.xlf']);
    expect(out).toMatch(/^bad\.xlf:6:7: .+ \[.+\]\n {4}https:.+\nbad\.xlf: 1 problem\n$/);
  });

  it('reports where a file ends to be XML, after what was found before', async () => {
    const folder = newFolder({ 'cut.xlf': BAD.slice(0, BAD.indexOf('</unit>')), 'none.xlf': 'no XML' });
    const { exit, data } = await hexaplaJson<Validated>(folder, ['validate', 'cut.xlf', 'none.xlf']);
    expect(exit).toBe(1);
    expect(data.files[0]?.problems.map(({ code }) => code)).toContain('xml-syntax');
    expect(data.files[1]).toMatchObject({ version: null, valid: false, problems: [{ line: 1 }] });
  });

  it('names a file that is not there', async () => {
    const { exit, data } = await hexaplaJson<{ error: object }>(newFolder({ 'a.xlf': BAD }), [
      'validate',
      'b.xlf',
    ]);
    expect([exit, data.error]).toMatchObject([2, { code: 'file-missing', file: 'b.xlf' }]);
  });
});
