/** How far front matter is looked at, in UTF-16 units. */
const MOST = 20_000;
const DATED =
  /^[ \t]*["']?(?:date|day|updated?|lastmod|last[-_]?(?:modified|updated|reviewed)|modified|published?|publish[-_]?date|pub[-_]?date|issued|created|version|revision|edition|release[-_]?\w*|number|symbol)[\w-]*["']?[ \t]*:/imu;

/** Whether a document has front matter with a title, but nothing that says from when, or which version, it is. */
export function isUndated(text: string): boolean {
  if (!/^---[ \t]*\n/.test(text)) return false;
  const head = text.slice(0, MOST);
  const end = head.search(/\n(?:---|\.\.\.)[ \t]*(?:\n|$)/);
  if (end < 0) return false;
  const matter = head.slice(0, end);
  return /^["']?title["']?[ \t]*:/imu.test(matter) && !DATED.test(matter);
}
