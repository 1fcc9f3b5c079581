import type { PageInput } from './page.ts';
import { currentOf, type PageCounts } from './page-state.ts';

/** What there is to say about a language's text in general: the original, or how far its translation is. */
export function statusWords(input: PageInput, locale: string, counts: PageCounts, reader: string): string[] {
  const { total } = counts;
  const say = (key: string, count: number): string[] =>
    count === 0 ? [] : [input.words(reader, key, { count, total })];
  if (locale === input.parallel.sourceLocale) return [input.words(reader, 'page.status.source')];
  const [current = '', ...rest] = briefWords(input, locale, counts, reader);
  return [
    current,
    ...say('page.status.machine', counts.machine),
    ...say('page.status.unreviewed', counts.unreviewed),
    ...say('page.status.stale', counts.stale),
    ...say('page.status.missing', counts.missing),
    ...rest,
  ];
}

/** What notices above a page do not say: how much of a translation is current and approved, and a machine's share in it. */
export function briefWords(input: PageInput, locale: string, counts: PageCounts, reader: string): string[] {
  const { total, approved, machine } = counts;
  if (locale === input.parallel.sourceLocale) return [input.words(reader, 'page.status.source')];
  const share = input.facts?.[locale]?.counts.machineShare ?? 0;
  // A share says more than the number of drafts only where some have been reviewed since.
  const told = share > 0 && machine < Math.round(share * total);
  return [
    input.words(reader, 'page.status.current', { count: currentOf(counts), total }),
    ...(approved === 0 ? [] : [input.words(reader, 'page.status.approved', { count: approved })]),
    ...(told ? [input.words(reader, 'page.status.share', { share })] : []),
  ];
}

/** Where a language's text comes from, as far as its publication has been recorded: sentences, in the words of a reader. */
export function provenanceWords(input: PageInput, locale: string, reader: string): string[] {
  const facts = input.facts?.[locale];
  if (!facts) return [];
  const dated = (date: string): string => input.dates?.(date, reader) ?? date;
  const release = facts.release ?? (facts.shows === 'previous' ? facts.last : null);
  const approvals = facts.approvals.map(({ by: name, on }) =>
    on === null
      ? input.words(reader, 'page.approvalUndated', { name })
      : input.words(reader, 'page.approval', { name, date: dated(on) }),
  );
  const authentic = facts.authentic.map((one) => input.names(one, reader));
  return [
    ...(release
      ? [input.words(reader, 'page.published', { date: dated(release.date), name: release.by })]
      : []),
    ...new Set(approvals),
    ...(authentic.length > 0
      ? [input.words(reader, 'page.authentic', { languages: authentic.join(', ') })]
      : []),
  ];
}

/** The notice above an earlier edition, or null where the page shows the current one. */
export function previousWords(input: PageInput, locale: string, reader: string): string | null {
  const facts = input.facts?.[locale];
  const date = (facts?.release ?? facts?.last)?.date;
  if (facts?.shows !== 'previous' || date === undefined || facts.since === null) return null;
  return input.words(reader, 'page.notice.previous', { date: input.dates?.(date, reader) ?? date });
}
