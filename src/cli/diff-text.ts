import type { SegmentChange } from '../catalogue/revisions.ts';
import type { Change } from '../model/difference.ts';
import type { Call } from './call.ts';
import { nextLines } from './next.ts';
import { onOneLine } from './width.ts';

/** One segment's change, word by word. */
export interface Told extends SegmentChange {
  readonly parts: readonly Change[];
}

/** What changed in one document, or in its translation into one locale. */
export interface DocumentChanges {
  readonly document: string;
  /** The source locale where the source was compared. */
  readonly locale: string;
  readonly segments: readonly Told[];
}

/** What changed, segment by segment: `[-taken out-]` and `{+put in+}`, in colours too where there are any. */
export function diffText(call: Call, documents: readonly DocumentChanges[]): string {
  const changed = documents.filter(({ segments }) => segments.length > 0);
  if (changed.length === 0) return `${call.words('cli.diff.nothing')}\n`;
  const lines = changed.flatMap(({ document, locale, segments }) => [
    call.paint('strong', call.words('cli.diff.title', { document, language: call.language(locale) })),
    ...segments.flatMap((segment) => segmentLines(call, segment)),
    '',
  ]);
  return `${lines.join('\n')}${hint(call, changed)}`;
}

function segmentLines(call: Call, { id, kind, stale, parts, target }: Told): string[] {
  const { paint } = call;
  const why = changeTold(call, { kind, stale });
  const head = `${id}  ${paint(stale === 'meaning' ? 'error' : 'quiet', why)}`;
  const text = parts.map((part) => shown(call, part)).join('');
  return [head, `    ${text}`, ...(target === undefined ? [] : [`  = ${onOneLine(target)}`])];
}

/** What happened to a segment, in words. */
export function changeTold(
  { words }: Pick<Call, 'words'>,
  { kind, stale }: { readonly kind: Told['kind']; readonly stale: Told['stale'] },
): string {
  return words('cli.diff.kind', { kind, stale: (stale ?? 'none').replaceAll('-', '_') });
}

function shown({ paint }: Call, { kind, text }: Change): string {
  const safe = onOneLine(text);
  if (kind === 'removed') return paint('error', `[-${safe}-]`);
  return kind === 'added' ? paint('good', `{+${safe}+}`) : safe;
}

/** A stale translation that is still right can be confirmed. */
function hint(call: Call, documents: readonly DocumentChanges[]): string {
  const stale = documents.find(({ segments }) => segments.some((one) => one.stale !== undefined));
  if (!stale) return '';
  const ids = stale.segments.slice(0, 1).map(({ id }) => id);
  const command = ['review', stale.document, ...ids, '--locale', stale.locale, '--confirm', '--by'];
  return nextLines(call, [...command, call.words('cli.yourName')]);
}
