import { slugOf } from '../../model/anchors.ts';
import {
  type AnchorLink,
  anchorOf,
  anchorsOf,
  isHeld,
  type PairsBySegment,
  pairsBySegment,
} from '../markup/anchors.ts';
import { codeSpansOf } from '../markup/spans.ts';
import type { AcrossRule, Edition, FoundAcross } from '../rule.ts';

/** What is noted of an edition: its links to places that are not there. */
interface DeadLink {
  readonly segment: string;
  readonly anchor: string;
  /** Whether the source itself has no such place. */
  readonly everywhere: boolean;
}

/**
 * A link to a place in its own document that is not there: in one language, or in the source and so in all. What the
 * source lacks is told once.
 */
export const deadAnchor: AcrossRule = {
  id: 'dead-anchor',
  scope: 'across',
  severity: 'error',
  gather: (edition) => {
    const dead = deadLinks(edition);
    return dead.length === 0 ? null : dead;
  },
  judge: (gathered) => {
    const told = new Set<string>();
    return gathered.flatMap(({ document, locale, notes }) =>
      (notes as readonly DeadLink[]).flatMap(({ segment, anchor, everywhere }): FoundAcross[] => {
        const key = JSON.stringify([document, everywhere ? null : locale, segment, anchor]);
        if (told.has(key)) return [];
        told.add(key);
        const kind = everywhere ? 'source' : 'edition';
        return [{ document, locale: everywhere ? null : locale, segment, values: { kind, anchor } }];
      }),
    );
  },
};

function deadLinks(edition: Edition): readonly DeadLink[] {
  const { links } = anchorsOf(edition);
  if (links.length === 0) return [];
  const pairs = pairsBySegment(edition);
  return links.flatMap((link) => deadLink(edition, pairs, link) ?? []);
}

function deadLink(
  edition: Edition,
  pairs: PairsBySegment,
  { segment, code, href }: AnchorLink,
): DeadLink | null {
  const { fixed, headings, held } = anchorsOf(edition);
  const local = localLink(edition, href);
  if (!local.startsWith('#')) return null;
  const pair = pairs.get(segment);
  if (pair && pair.ids.length === 1 && !codeSpansOf(pair.target).has(code)) return null;
  const anchor = anchorOf(local);
  const place = held.get(anchor);
  const heading = headings.get(anchor);
  const dead = (everywhere: boolean): DeadLink => ({ segment, anchor: local, everywhere });
  if (fixed.has(anchor)) return null;
  if (heading) return isNameless(pairs, heading) ? dead(false) : null;
  if (place) return isHeld(pairs, anchor, place) ? null : dead(false);
  // A place of the edition's own, which the project leads this language's link to.
  if (local !== href && ownAnchors(edition).has(anchor)) return null;
  return dead(local === href);
}

function localLink({ locale, settings: { links } }: Edition, href: string): string {
  return (Object.hasOwn(links, href) ? links[href]?.[locale ?? ''] : undefined) ?? href;
}

/** The anchors that an edition's headings have by their own wording. */
function ownAnchors({ pairs }: Edition): ReadonlySet<string> {
  return new Set(pairs.filter(({ kind }) => kind === 'heading').map(({ target }) => slugOf(target.plain)));
}

/** Whether a heading's translation has no letter or digit to make an anchor of. */
function isNameless(pairs: PairsBySegment, heading: readonly string[]): boolean {
  const own = heading.flatMap((id) => pairs.get(id) ?? []);
  return own.length > 0 && own.every(({ target }) => slugOf(target.plain) === '');
}
