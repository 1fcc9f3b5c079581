import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isRuleId, RULE_IDS, type RuleId } from '../../src/model/rules.ts';
import { countsOf, OVERVIEW, onlyHere, type PeerRow, peersOf, renewed } from '../support/overview.ts';
import { FAULTS, type Fault } from '../support/overview-faults.ts';
import {
  foundByPofilter,
  foundByUs,
  pofilterNames,
  pofilterVersion,
  type Side,
} from '../support/overview-pofilter.ts';

const page = readFileSync(OVERVIEW, 'utf8');
const peers = peersOf(page);
const [toolkit] = peers;
const toolkitRows = toolkit?.rows ?? [];
const version = /version (\d+(?:\.\d+)+)/.exec(toolkit?.about ?? '')?.[1];
const hasPofilter = spawnSync('pofilter', ['--version']).error === undefined;

describe('the page of all checks', () => {
  test('its generated parts are current (npx tsx scripts/checks-table.ts)', () => {
    expect(page).toBe(renewed(page));
  });

  test('has every rule once, in order, with a summary and a link to its page', () => {
    const rows = [...page.matchAll(/^\| \[([a-z-]+)\]\((.+?)\) \|.* \| (.+) \|$/gm)];
    expect(rows.map(([, id]) => id)).toEqual(RULE_IDS);
    for (const [, id, link = ''] of rows) expect(existsSync(new URL(link, OVERVIEW)), id).toBe(true);
  });

  test('has links to files that are there only', () => {
    const links = [...page.matchAll(/(?<!\\)\[[^\]]*\]\(([^)#]+)\)/g)].map(([, link = '']) => link);
    expect(links.filter((link) => !existsSync(new URL(link, OVERVIEW)))).toEqual([]);
    expect(links.length).toBeGreaterThanOrEqual(RULE_IDS.length);
  });
});

describe('the tables of other tools', () => {
  test('stand beside each other: nine tools, each with what it was compared with', () => {
    expect(peers.map(({ name }) => name)).toHaveLength(9);
    for (const { name, about } of peers) expect(about, name).toMatch(/^(?:Compared with|By families)/);
  });

  test.each(peers.map((peer) => [peer.name, peer] as const))(
    '%s: rules that exist, or a reason',
    (_, peer) => {
      expect(peer.rows.length).toBeGreaterThan(3);
      const names = peer.rows.flatMap((row) => row.names);
      expect(new Set(names).size).toBe(names.length);
      for (const { names: told, rules, how } of peer.rows) {
        expect(
          rules.filter((rule) => !isRuleId(rule)),
          told.join(),
        ).toEqual([]);
        if (rules.length > 0) expect(how, told.join()).toMatch(/^(?:same|part: \S.*)$/);
        else
          expect(how, told.join()).toMatch(
            /^(?:software only|other format|other command|needs a server|not built)/,
          );
      }
    },
  );

  test('leave to Hexapla alone what it says no other has', () => {
    const shared = new Set(peers.flatMap(({ rows }) => rows.flatMap(({ rules }) => rules)));
    const alone = onlyHere(page);
    expect(alone.length).toBeGreaterThan(15);
    expect(alone.filter((rule) => !isRuleId(rule) || shared.has(rule))).toEqual([]);
  });

  test('count each check of a tool once', () => {
    for (const peer of peers) {
      const { all, software, same, part, without } = countsOf(peer);
      expect(software + same + part + without).toBe(all);
    }
  });
});

/** What a row of the toolkit's table says of a fault's check. */
function rowOf({ check }: Fault): PeerRow {
  const row = toolkitRows.find(({ names }) => names.includes(check));
  if (!row) throw new Error(`no row ${check}`);
  return row;
}

/** The rules of a fault's row that find something in each of the texts. */
function ours(locale: string, faults: readonly Fault[], side: Side): string[][] {
  const rules = [...new Set(toolkitRows.flatMap((row) => row.rules))] as RuleId[];
  const found = foundByUs(locale, faults, side, rules);
  return faults.map((fault, at) => rowOf(fault).rules.filter((rule) => found[at]?.includes(rule)));
}

const told = ({ check, bad }: Fault): string => `${check}: ${bad}`;

describe.each(Object.entries(FAULTS))('faults seeded for translate-toolkit, in %s', (locale, faults) => {
  test('are found by the rules of their rows, and nothing is where they are mended', () => {
    const bad = ours(locale, faults, 'bad');
    expect(faults.filter((_, at) => bad[at]?.length === 0).map(told)).toEqual([]);
    const good = ours(locale, faults, 'good');
    expect(faults.filter((_, at) => good[at]?.length !== 0).map(told)).toEqual([]);
  });
});

describe.skipIf(!hasPofilter)('pofilter (needs Debian’s translate-toolkit)', () => {
  // Another version may have other checks: then the page is to be compared anew.
  test.skipIf(hasPofilter && pofilterVersion() !== version)(
    `has no checks but those in the table, in version ${version}`,
    () => {
      expect(toolkitRows.flatMap(({ names }) => names).sort()).toEqual(pofilterNames().sort());
    },
  );

  const runs = hasPofilter
    ? Object.entries(FAULTS).map(([locale, faults]) => {
        const theirs = foundByPofilter(locale, faults, 'bad');
        return { locale, faults, seen: faults.map(({ check }, at) => theirs[at]?.includes(check) === true) };
      })
    : [];

  test.each(runs)('finds nothing in $locale that is not found here', ({ locale, faults, seen }) => {
    const found = ours(locale, faults, 'bad');
    const missed = faults.filter((_, at) => seen[at] === true && found[at]?.length === 0);
    expect(missed.map(told)).toEqual([]);
  });

  test('finds more than forty of the faults, and one at least of each check that is said to be the same', () => {
    const seen = runs.flatMap(({ faults, seen: flags }) => faults.filter((_, at) => flags[at]));
    expect(seen.length).toBeGreaterThan(40);
    const checks = new Set(seen.map(({ check }) => check));
    const same = toolkitRows.filter(({ how }) => how === 'same').flatMap(({ names }) => names);
    // Whether its spelling check works depends on the dictionaries of the machine.
    expect(same.filter((name) => !checks.has(name))).toEqual(['spellcheck']);
  });
});
