/** Opening tags that may yet be closed, by the places of their tokens; counted by name, so that none is sought in vain. */
export interface OpenTags {
  readonly stack: { readonly name: string; readonly token: number }[];
  readonly counts: Map<string, number>;
}

/** Adds an opening tag to those of a code; `tags` is null before the first. */
export function openTag(tags: OpenTags | null, name: string, token: number): OpenTags {
  const open: OpenTags = tags ?? { stack: [], counts: new Map() };
  open.stack.push({ name, token });
  open.counts.set(name, (open.counts.get(name) ?? 0) + 1);
  return open;
}

/** Takes the last opening tag of a name, and gives up those after it, which stay single; null where there is none. */
export function takeTag(tags: OpenTags | null, name: string): number | null {
  if (!tags?.counts.get(name)) return null;
  for (let tag = tags.stack.pop(); tag; tag = tags.stack.pop()) {
    tags.counts.set(tag.name, tags.counts.get(tag.name)! - 1);
    if (tag.name === name) return tag.token;
  }
  return null;
}
