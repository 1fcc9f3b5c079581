import type { Comment, Target, TargetCatalogue } from '../model/catalogue.ts';
import { own } from '../model/table.ts';
import type { ImportReport } from '../model/transfer.ts';
import type { Entry } from './report.ts';

/** Where the remarks of a return go. */
export interface Remarks {
  /** The targets that have one more. */
  readonly targets: ReadonlyMap<string, Target>;
  /** The remarks on segments without a target; null where there is none more. */
  readonly remarks: NonNullable<TargetCatalogue['remarks']> | null;
  readonly comments: ImportReport['comments'];
}

/** Finds what translators remarked that is not known yet: it stands with the target, or waits where there is none. */
export function takeRemarks(
  entries: readonly Entry[],
  before: TargetCatalogue,
  at: {
    readonly current: (id: string) => Target | undefined;
    readonly isKnown: (id: string) => boolean;
    readonly by: string | undefined;
  },
): Remarks {
  const { current, isKnown, by } = at;
  const targets = new Map<string, Target>();
  const waiting = new Map<string, readonly Comment[]>();
  const comments: { id: string; text: string; line: number }[] = [];
  for (const { piece } of entries) {
    const { id, comment, line } = piece.segment;
    const text = comment?.trim() ?? '';
    if (text === '' || !isKnown(id)) continue;
    const target = targets.get(id) ?? current(id);
    const kept = waiting.get(id) ?? own(before.remarks ?? {}, id) ?? [];
    if ([...kept, ...(target?.comments ?? [])].some((one) => one.text === text)) continue;
    const remark: Comment = by === undefined ? { text } : { by, text };
    if (target === undefined) waiting.set(id, [...kept, remark]);
    else targets.set(id, { ...target, comments: [...(target.comments ?? []), remark] });
    comments.push({ id, text, line });
  }
  const remarks = waiting.size === 0 ? null : { ...before.remarks, ...Object.fromEntries(waiting) };
  return { targets, remarks, comments };
}
