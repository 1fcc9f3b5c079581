import type { AttributeSpec, DataType } from '../spec.ts';

const SPACE = '[ \\t\\r\\n]*';
const OWN = 'x-[^\\s]+';

const words = (text: string): string[] => text.split(' ');

const DATATYPES = words(
  'asp c cdf cfm cpp csharp cstring csv database documentfooter documentheader filedialog form html htmlbody ini interleaf javaclass javapropertyresourcebundle javalistresourcebundle javascript jscript layout lisp margin menufile messagefile mif mimetype mo msglib pagefooter pageheader parameters pascal php plaintext po report resources resx rtf sgml sgmldtd svg vbscript warning winres xhtml xml xmldtd xsl xul',
);
const RESTYPES = words(
  'auto3state autocheckbox autoradiobutton bedit bitmap button caption cell checkbox checkboxmenuitem checkedlistbox colorchooser combobox comboboxexitem comboboxitem component contextmenu ctext cursor datetimepicker defpushbutton dialog dlginit edit file filechooser fn font footer frame grid groupbox header heading hedit hscrollbar icon iedit keywords label linklabel list listbox listitem ltext menu menubar menuitem menuseparator message monthcalendar numericupdown panel popupmenu pushbox pushbutton radio radiobuttonmenuitem rcdata row rtext scrollpane separator shortcut spinner splitter state3 statusbar string tabcontrol table textbox togglebutton toolbar tooltip trackbar tree uri userbutton usercontrol var versioninfo vscrollbar window',
);
const STATES = words(
  'final needs-adaptation needs-l10n needs-review-adaptation needs-review-l10n needs-review-translation needs-translation new signed-off translated',
);
const QUALIFIERS = words(
  'exact-match fuzzy-match id-match leveraged-glossary leveraged-inherited leveraged-mt leveraged-repository leveraged-tm mt-suggestion rejected-grammar rejected-inaccurate rejected-length rejected-spelling tm-suggestion',
);
const MARKS = words(
  'abbrev abbreviated-form abbreviation acronym appellation collocation common-name datetime equation expanded-form formula head-term initialism international-scientific-term internationalism logical-expression materials-management-unit name near-synonym part-number phrase phraseological-unit protected romanized-form seg set-phrase short-form sku standard-text symbol synonym synonymous-phrase term transcribed-form transliterated-form truncated-term variant',
);
const REFORMATS = words(
  'coord coord-x coord-y coord-cx coord-cy font font-name font-size font-weight css-style style ex-style',
);

// XML Schema's tokens may have white space around them.
function closed(values: readonly string[]): DataType {
  return { pattern: new RegExp(`^${SPACE}(?:${values.join('|')})${SPACE}$`), name: values.join(', ') };
}

/** The values of a list, and any of one's own that begins with `x-`. */
function listed(values: readonly string[], name: string = values.join(', ')): DataType {
  return {
    pattern: new RegExp(`^(?:${SPACE}(?:${values.join('|')})${SPACE}|${OWN})$`),
    name: `${name}, x-…`,
  };
}

/** Several values of a list, or one that stands alone. */
function several(values: readonly string[], name: string, alone: string = ''): DataType {
  const item = `(?:${values.join('|')}|${OWN})`;
  const all = `${SPACE}(?:${item}(?:[ \\t\\r\\n]+${item})*${SPACE})?`;
  return { pattern: new RegExp(`^(?:${alone}|${all})$`), name: `${name}, x-…` };
}

type TypeName =
  | 'altTransType'
  | 'annotates'
  | 'assoc'
  | 'contextType'
  | 'coordinates'
  | 'countType'
  | 'datatype'
  | 'delimiters'
  | 'mimeType'
  | 'mark'
  | 'placeholders'
  | 'position'
  | 'priority'
  | 'purpose'
  | 'reformat'
  | 'restype'
  | 'sizeUnit'
  | 'space'
  | 'state'
  | 'stateQualifier'
  | 'unit'
  | 'yesNo';

/** The types of XLIFF 1.2's attributes. https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html#Specs_AttribVal */
export const TYPES: Readonly<Record<TypeName, DataType>> = {
  altTransType: listed(words('proposal previous-version rejected reference accepted')),
  annotates: closed(words('source target general')),
  assoc: closed(words('preceding following both')),
  contextType: listed(
    words('database element elementtitle linenumber numparams paramnotes record recordtitle sourcefile'),
  ),
  coordinates: { pattern: /^(?:-?\d+|#)(?:;(?:-?\d+|#)){3}$/, name: 'x;y;cx;cy' },
  countType: listed(
    [...words('num-usages repetition total'), ...RESTYPES, ...DATATYPES, ...STATES, ...QUALIFIERS],
    'num-usages, repetition, total',
  ),
  datatype: listed(DATATYPES),
  delimiters: listed(words('bold italic underlined link')),
  mimeType: {
    pattern: /^(?:text|multipart|message|application|image|audio|video|model)(?:\/.+)*$/,
    name: 'text/…, image/…',
  },
  mark: listed(MARKS),
  placeholders: listed(words('image pb lb')),
  position: closed(words('open close')),
  priority: { pattern: /^[ \t\r\n]*\+?0*(?:[1-9]|10)[ \t\r\n]*$/, name: '1, 2, … 10' },
  purpose: several(words('information location match'), 'information, location, match'),
  reformat: several(REFORMATS, ['yes', 'no', ...REFORMATS].join(', '), 'yes|no'),
  restype: listed(RESTYPES),
  sizeUnit: listed(words('byte char col cm dlgunit em ex glyph in mm percent pixel point row')),
  space: { oneOf: ['default', 'preserve'] },
  state: listed(STATES),
  stateQualifier: listed(QUALIFIERS),
  unit: listed(
    words(
      'word page trans-unit bin-unit glyph item instance character line sentence paragraph segment placeable',
    ),
  ),
  yesNo: closed(words('yes no')),
};

/** An attribute of a type; a value outside a list is told as such. */
export function of(type: DataType, required?: 'required'): AttributeSpec {
  const spec: AttributeSpec = typeof type === 'string' ? { type } : { type, problem: 'value-not-listed' };
  return required === undefined ? spec : { ...spec, required: true };
}
