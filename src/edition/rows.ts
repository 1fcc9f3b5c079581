import type { SourceEntry, State, Wording } from '../model/catalogue.ts';
import { reaches } from '../model/catalogue.ts';
import type { Code, Codes, Content } from '../model/content.ts';
import { groupCodes } from '../model/group.ts';
import type { Cell, Row, Standing } from '../model/row.ts';
import type { Segment, Unit } from '../model/unit.ts';

/** What the rows of a document are made from. */
export interface RowsInput {
  readonly sourceLocale: string;
  readonly units: readonly Unit[];
  /** Each target locale's standings by segment id; a segment of codes alone has none. */
  readonly standings: ReadonlyMap<string, ReadonlyMap<string, Standing>>;
  /** Reads a stored text. */
  readonly read: (stored: string) => Content;
  /** The codes of a locale: links may lead elsewhere there. */
  readonly codesFor: (codes: Codes, locale: string) => Codes;
  /** The wording with this hash among a segment's own, so that stale cells can tell what changed; null where it is unknown. */
  readonly wordingOf?: (entry: SourceEntry, hash: string) => Wording | null;
}

/** Which targets may be shown as they are; the others give way to the source text, marked. */
export interface Show {
  /** Null shows every target, stale ones marked. */
  readonly publishable: State | null;
}

/** The rows of a document in order: a row a segment; segments that a locale covers with one target share a row. */
export function rowsOf(input: RowsInput, show: Show): Row[] {
  return input.units.flatMap((unit) =>
    groupsOf(unit.segments, [...input.standings.values()]).map((segments) => {
      const cells: Record<string, Cell> = { [input.sourceLocale]: sourceCells(segments, input.sourceLocale) };
      for (const [locale, standings] of input.standings)
        cells[locale] = withParts(input, show, locale, standings, segments);
      return { ids: segments.map(({ id }) => id), unit: unit.id, kind: unit.kind, block: unit.block, cells };
    }),
  );
}

/** Whether a target may be published as it stands. */
function isPublishable({ target, stale }: Standing, least: State): boolean {
  return target !== null && stale === null && reaches(target.state, least);
}

/** The segments from one that holds a target to the last that it covers stay together, whatever stands between them. */
function groupsOf(
  segments: readonly Segment[],
  standings: readonly ReadonlyMap<string, Standing>[],
): Segment[][] {
  const places = new Map(segments.map(({ id }, place) => [id, place]));
  const joined = new Set<number>();
  let reach = segments.length;
  for (let at = segments.length - 1; at >= 0; at -= 1) {
    const id = segments[at]?.id ?? '';
    for (const list of standings) reach = Math.min(reach, places.get(list.get(id)?.holder ?? id) ?? at);
    if (reach < at) joined.add(at);
  }
  const groups: Segment[][] = [];
  for (const [at, segment] of segments.entries()) {
    if (joined.has(at)) groups.at(-1)?.push(segment);
    else groups.push([segment]);
  }
  return groups;
}

interface Part {
  readonly content: Content;
  readonly codes: Codes;
}

function sourceCell(segments: readonly Segment[], locale: string): Cell {
  return {
    locale,
    ...joined(segments),
    status: 'source',
    textLocale: locale,
    state: null,
    origin: null,
    stale: null,
  };
}

/** A joined row shows where each of its segments begins in the source too. */
function sourceCells(segments: readonly Segment[], locale: string): Cell {
  const cell = sourceCell(segments, locale);
  if (segments.length === 1) return cell;
  return {
    ...cell,
    parts: segments.map((segment) => ({ ids: [segment.id], cell: sourceCell([segment], locale) })),
  };
}

function withParts(
  input: RowsInput,
  show: Show,
  locale: string,
  standings: ReadonlyMap<string, Standing>,
  segments: readonly Segment[],
): Cell {
  const cell = targetCell(input, show, locale, standings, segments);
  const groups = segments.length === 1 ? [] : groupsOf(segments, [standings]);
  if (groups.length < 2) return cell;
  const parts = groups.map((group) => ({
    ids: group.map(({ id }) => id),
    cell: targetCell(input, show, locale, standings, group),
  }));
  return { ...cell, parts };
}

function targetCell(
  input: RowsInput,
  show: Show,
  locale: string,
  standings: ReadonlyMap<string, Standing>,
  segments: readonly Segment[],
): Cell {
  const relinked = segments.map(({ content, codes }) => ({ content, codes: input.codesFor(codes, locale) }));
  const codesById = new Map(segments.map(({ id }, at) => [id, relinked[at]?.codes ?? {}]));
  const own = segments.map(({ id }) => standings.get(id));
  const first = own.find((standing) => standing?.target);
  const state = first?.target?.state ?? null;
  const origin = first?.target?.origin ?? null;
  const stale = own.find((standing) => standing?.stale)?.stale ?? null;
  const place = own.find((standing) => standing)?.place;
  const madeFrom = stale && formerSource(input, segments, own);
  const rest = {
    ...{ locale, state, origin, stale },
    ...(place !== undefined && { place }),
    ...(madeFrom && { madeFrom }),
  };
  if (own.every((standing) => standing === undefined)) {
    return { ...rest, ...joined(relinked), status: 'target', textLocale: locale };
  }
  const fit = own.every(
    (one) => !one || (show.publishable ? isPublishable(one, show.publishable) : one.target),
  );
  if (!fit && show.publishable) {
    return { ...rest, ...joined(relinked), status: 'fallback', textLocale: input.sourceLocale };
  }
  if (!first) return { ...rest, content: [], codes: {}, status: 'missing', textLocale: locale };
  const parts = segments.flatMap(({ id }, i): Part[] => {
    const standing = own[i];
    if (!standing) return relinked[i] ? [relinked[i]] : [];
    if (!standing.target || standing.holder !== id) return [];
    const ids = [id, ...(standing.target.covers ?? []).map((cover) => cover.id)];
    return [
      {
        content: input.read(standing.target.text),
        codes: groupCodes(ids.map((one) => codesById.get(one) ?? {})),
      },
    ];
  });
  return { ...rest, ...joined(parts), status: stale ? 'stale' : 'target', textLocale: locale };
}

/** The source that a stale text was made from: known only where it is for each segment that the text translates. */
function formerSource(
  { wordingOf, read }: RowsInput,
  segments: readonly Segment[],
  own: readonly (Standing | undefined)[],
): Part | null {
  if (!wordingOf) return null;
  const parts: Part[] = [];
  for (const [at, segment] of segments.entries()) {
    const standing = own[at];
    if (!standing?.target || !standing.stale) {
      parts.push(segment);
      continue;
    }
    const { entry, target, holder, id } = standing;
    const cover = holder === id ? undefined : target.covers?.find((one) => one.id === id);
    const wording = wordingOf(entry, cover?.madeFrom ?? target.madeFrom);
    if (!wording) return null;
    parts.push({ content: read(wording.text), codes: wording.codes });
  }
  return joined(parts);
}

/** Several segments' contents as one, a space between, their codes renumbered where there are several. */
function joined(parts: readonly Part[]): Part {
  const [only] = parts;
  if (parts.length === 1 && only) return { content: only.content, codes: only.codes };
  const codes: Record<string, Code> = {};
  let offset = 0;
  const content = parts.flatMap((part, index): Content => {
    const shifted = shift(part.content, offset);
    for (const [id, code] of Object.entries(part.codes)) codes[String(Number(id) + offset)] = code;
    offset += Math.max(0, ...Object.keys(part.codes).map(Number));
    return index === 0 ? shifted : [{ kind: 'text', text: ' ' }, ...shifted];
  });
  return { content, codes };
}

function shift(content: Content, offset: number): Content {
  return content.map((node) =>
    node.kind === 'text'
      ? node
      : {
          kind: 'code',
          id: String(Number(node.id) + offset),
          children: node.children && shift(node.children, offset),
        },
  );
}
