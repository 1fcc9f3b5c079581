import { isLanguageTag, sameLanguage } from '../language.ts';
import type { Context, CreateRule, Element } from '../rule.ts';

type LanguageCode = 'source-language-differs' | 'target-language-differs';

/**
 * The languages of sources and targets are those of the document, and a target treats white space as its source does.
 * https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html#target
 */
export const languages: CreateRule = () => {
  let told = false;
  // Most files have no language but that of the root, and need no look at all that stands around.
  let around = false;
  const see = ({ attributes }: Element): void => {
    around ||= attributes['xml:lang'] !== undefined;
  };
  const check = (
    element: Element,
    context: Context,
    wanted: string | undefined,
    code: LanguageCode,
  ): void => {
    const language = around ? inherited(element, 'xml:lang') : element.attributes['xml:lang'];
    checkLanguage(element, context, language, wanted, code);
  };
  return {
    open: {
      xliff: see,
      file: see,
      group: see,
      unit: see,
      source: (element, context) => {
        const wanted = context.root.attributes['srcLang'];
        if (inPart(element)) check(element, context, wanted, 'source-language-differs');
      },
      target: (element, context) => {
        if (!inPart(element)) return;
        const wanted = context.root.attributes['trgLang'];
        if (wanted === undefined && !told) {
          told = true;
          context.report(context.root, 'target-language-missing', '#trgLang');
        }
        check(element, context, wanted, 'target-language-differs');
      },
    },
    close: { segment: checkSpace, ignorable: checkSpace },
  };
};

function inPart(element: Element): boolean {
  const name = element.parent?.name;
  return name === 'segment' || name === 'ignorable';
}

function checkLanguage(
  element: Element,
  context: Context,
  language: string | undefined,
  wanted: string | undefined,
  code: LanguageCode,
): void {
  if (language === undefined || wanted === undefined || sameLanguage(language, wanted)) return;
  // A tag that is none is reported where it stands.
  if (!isLanguageTag(language)) return;
  context.report(element, code, `#${element.name}`, { value: language, expected: wanted });
}

function inherited(element: Element, name: string): string | undefined {
  for (let at: Element | null = element; at !== null; at = at.parent) {
    const value = at.attributes[name];
    if (value !== undefined) return value;
  }
  return undefined;
}

function checkSpace(part: Element, context: Context): void {
  let source: Element | undefined;
  let target: Element | undefined;
  for (const node of part.nodes) {
    if (typeof node === 'string') continue;
    if (node.name === 'source') source = node;
    else if (node.name === 'target') target = node;
  }
  const ofSource = source?.attributes['xml:space'];
  const ofTarget = target?.attributes['xml:space'];
  if (source === undefined || target === undefined || ofSource === ofTarget) return;
  const around = inherited(part, 'xml:space') ?? 'default';
  if ((ofSource ?? around) === (ofTarget ?? around)) return;
  const values = { value: ofTarget ?? around, expected: ofSource ?? around };
  context.report(target, 'space-differs', '#xml_space', values);
}
