import ts from 'typescript';
import { sourcesIn } from './interface-texts.ts';

/** What the program's code says of texts: where it names their keys, and with which values. */
export interface NamedKeys {
  /** Every string that the code has, and every name of a property. */
  readonly strings: ReadonlySet<string>;
  /** Keys that the code puts together, as patterns: `cli.column.*`. */
  readonly patterns: readonly string[];
  /** Keys that `words` or `worded` is asked for with values that stand right there. */
  readonly calls: readonly {
    readonly key: string;
    readonly values: readonly string[];
    readonly path: string;
  }[];
}

/** Reads all the code of a folder of the project. */
export function namedKeys(folder: string): NamedKeys {
  const strings = new Set<string>();
  const patterns = new Set<string>();
  const calls: { key: string; values: readonly string[]; path: string }[] = [];
  for (const { path, code } of sourcesIn(folder)) {
    const visit = (node: ts.Node): void => {
      if (ts.isStringLiteralLike(node)) strings.add(node.text);
      else if (ts.isTemplateExpression(node)) patterns.add(patternOf(node));
      else if (ts.isCallExpression(node)) calls.push(...callOf(node, path));
      if (
        (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) &&
        ts.isIdentifier(node.name)
      )
        strings.add(node.name.text);
      if (ts.isPropertySignature(node) && ts.isIdentifier(node.name)) strings.add(node.name.text);
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true));
  }
  return { strings, patterns: [...patterns], calls };
}

/** A template with a star for what is filled in. */
function patternOf({ head, templateSpans }: ts.TemplateExpression): string {
  return head.text + templateSpans.map(({ literal }) => `*${literal.text}`).join('');
}

/** A call whose first or second argument is a key and whose next one is an object written out in full. */
function callOf(
  { expression, arguments: args }: ts.CallExpression,
  path: string,
): NamedKeys['calls'][number][] {
  if (!/(?:^|\.)word(?:s|ed)$/.test(expression.getText())) return [];
  return args.flatMap((key, i) => {
    const values = args[i + 1];
    if (!ts.isStringLiteralLike(key) || !/^[\w-]+(?:\.[\w-]+)+$/.test(key.text)) return [];
    if (values === undefined || !ts.isObjectLiteralExpression(values)) return [];
    const names = values.properties.map(({ name }) => (name && ts.isIdentifier(name) ? name.text : null));
    return names.includes(null)
      ? []
      : [{ key: key.text, values: names.filter((name) => name !== null), path }];
  });
}

/** Whether a key fits a pattern, and each of its filled-in parts is a string that the code has. */
export function fitsPattern(key: string, pattern: string, strings: ReadonlySet<string>): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.$]/g, '\\$&'));
  const match = new RegExp(`^${parts.join('([\\w$.-]+)')}$`).exec(key);
  return (
    match?.slice(1).every((part) => strings.has(part) || part.split('.').every((one) => strings.has(one))) ??
    false
  );
}
