import { readdirSync, readFileSync } from 'node:fs';
import { classifyEdit, occurrencesIn } from '../../src/catalogue/classify.ts';
import type { EditClass, Wording } from '../../src/model/catalogue.ts';
import type { Code } from '../../src/model/content.ts';

/** A labelled edit of the table in tests/fixtures/edits. */
export interface LabelledEdit {
  readonly language: string;
  readonly label: EditClass;
  readonly before: string;
  readonly after: string;
  readonly why: string;
}

const folder = new URL('../fixtures/edits/', import.meta.url);

/** The table, file by file. A line holds language, class, before, after and why, with tabs between. */
export function labelledEdits(): LabelledEdit[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.tsv'))
    .sort();
  return files.flatMap((file) =>
    readFileSync(new URL(file, folder), 'utf8')
      .split('\n')
      .slice(1)
      .filter((line) => line !== '')
      .map((line) => {
        const [language = '', label = '', before = '', after = '', why = ''] = line.split('\t');
        return {
          language,
          label: label as EditClass,
          before: unescaped(before),
          after: unescaped(after),
          why,
        };
      }),
  );
}

function unescaped(text: string): string {
  return text.replace(/\\u([0-9a-f]{4})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

const MARKUP = /\[([^\]]+)\]\(([^)]+)\)|`([^`]+)`|\*\*([^*]+)\*\*|\*([^*]+)\*/g;

/** A wording from a line of simple Markdown: links, code spans and emphasis, not nested. */
function wordingOf(line: string): Wording {
  const codes: Record<string, Code> = {};
  let number = 0;
  const text = line.replace(MARKUP, (_, anchor, href, code, strong, weak) => {
    number++;
    const key = String(number);
    if (code !== undefined) {
      codes[key] = { type: 'code', parts: [`\`${code}\``], text: code };
      return `<${key}/>`;
    }
    if (href !== undefined) codes[key] = { type: 'link', parts: ['[', `](${href})`], href };
    else if (strong !== undefined) codes[key] = { type: 'strong', parts: ['**', '**'] };
    else codes[key] = { type: 'emphasis', parts: ['*', '*'] };
    return `<${key}>${anchor ?? strong ?? weak}</${key}>`;
  });
  return { text, codes };
}

/** What the rules say of each edit of the table; the sentences of one language stand for its project. */
export function judgedEdits(): (LabelledEdit & { readonly found: EditClass })[] {
  const edits = labelledEdits();
  return edits.map((edit) => {
    const vocabulary = occurrencesIn(() =>
      edits.filter(({ language }) => language === edit.language).map(({ after }) => after),
    );
    return {
      ...edit,
      found: classifyEdit(wordingOf(edit.before), wordingOf(edit.after), edit.language, vocabulary),
    };
  });
}
