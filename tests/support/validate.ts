import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // The table's roles are said again, for browsers that forget them where the layout is no table's.
    'no-redundant-role': 'off',
    'prefer-native-element': 'off',
    // A title is as long as the document's.
    'long-title': 'off',
    'doctype-style': ['error', { style: 'lowercase' }],
    // Where spaces stand is not a matter of validity; nor are quotation marks and void elements in the form we chose.
    'no-trailing-whitespace': 'off',
    'no-raw-characters': 'off',
    // One file has all it needs.
    'require-sri': 'off',
    'no-inline-style': 'off',
  },
});

/** What html-validate finds wrong with a page: a line for each place. */
export async function invalidities(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${ruleId} ${line}:${column} ${message}`),
  );
}
