/** Whether a pattern has a wildcard: `*`, `?` or `{a,b}`. */
export function hasWildcard(pattern: string): boolean {
  return /[*?{]/.test(pattern);
}

/** The folder of a pattern that holds no wildcard, with its final `/`, or nothing for the project's root. */
export function fixedFolder(pattern: string): string {
  const wild = pattern.search(/[*?{]/);
  const fixed = wild === -1 ? pattern : pattern.slice(0, wild);
  return fixed.slice(0, fixed.lastIndexOf('/') + 1);
}

/**
 * Tests paths (with `/`, below the root) against a pattern: `*` any run of characters within a name, `?` one,
 * `**` any folders, `{a,b}` either. A wildcard does not match a dot at the beginning of a name.
 */
export function globMatcher(pattern: string): (path: string) => boolean {
  const names = pattern.split('/').filter((name, i, all) => name !== '**' || all[i - 1] !== '**');
  const last = names.length - 1;
  const source = names.map((name, i) => {
    if (name === '**') return i === last ? '(?!\\.)[^/]+(?:/(?!\\.)[^/]+)*' : '(?:(?!\\.)[^/]+/)*';
    return nameSource(name) + (i === last ? '' : '/');
  });
  const regex = new RegExp(`^${source.join('')}$`, 'u');
  return (path) => regex.test(path);
}

function nameSource(name: string): string {
  let out = /^[*?{]/.test(name) ? '(?!\\.)' : '';
  let depth = 0;
  for (const char of name.replace(/\*+/g, '*')) {
    if (char === '*') out += '[^/]*';
    else if (char === '?') out += '[^/]';
    else if (char === '{') {
      depth++;
      out += '(?:';
    } else if (char === '}' && depth > 0) {
      depth--;
      out += ')';
    } else if (char === ',' && depth > 0) out += '|';
    else out += char.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  }
  return out + ')'.repeat(depth);
}
