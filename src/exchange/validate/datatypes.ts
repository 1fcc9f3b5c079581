import { isLanguageTag } from './language.ts';
import type { DataType } from './spec.ts';

/** Whether a value is of a type. */
export type ValueCheck = (value: string) => boolean;

const anything: ValueCheck = () => true;
// https://www.w3.org/TR/xml/#NT-Nmtoken
const NMTOKEN =
  /^[-.:A-Z_a-z0-9\u00B7\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u037D\u037F-\u1FFF\u200C-\u200D\u203F-\u2040\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}]+$/u;
const SPACE = /[ \t\r\n]+/;
// https://www.w3.org/TR/xmlschema-2/#dateTime; whether the day exists is asked of the calendar.
const DATE_TIME =
  /^-?(?:[1-9]\d{4,}|\d{4})-(\d\d)-(\d\d)T(?:([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?|24:00:00(?:\.0+)?)(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?$/;
// XML Schema escapes what an address cannot hold, so that little is wrong: a percent sign without its two digits, and a
// second number sign. https://www.w3.org/TR/xmlschema-2/#anyURI
const NOT_URI = /%(?![0-9A-Fa-f]{2})|#.*#/;

/** The check of a type. Surrounding white space does not count where XML Schema collapses it. */
export function checkOf(type: DataType): ValueCheck {
  if (typeof type === 'string') return CHECKS[type];
  if ('oneOf' in type) {
    const known = new Set(type.oneOf);
    return (value) => known.has(value);
  }
  const { pattern } = type;
  return (value) => pattern.test(value);
}

const CHECKS: Readonly<Record<Extract<DataType, string>, ValueCheck>> = {
  text: anything,
  nmtoken: (value) => isNmtoken(value.trim()),
  nmtokens: (value) => value.trim().split(SPACE).every(isNmtoken),
  'yes-no': (value) => value === 'yes' || value === 'no',
  language: isLanguageTag,
  'positive-integer': (value) => /^\s*\+?0*[1-9]\d*\s*$/.test(value),
  'non-negative-integer': (value) => /^\s*(?:\+?\d+|-0+)\s*$/.test(value),
  decimal: (value) => /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)\s*$/.test(value),
  uri: (value) => !NOT_URI.test(value),
  'date-time': (value) => isDateTime(value.trim()),
};

/** Whether a text is an NMTOKEN. */
export function isNmtoken(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if ((unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90)) continue;
    if ((unit >= 45 && unit <= 58 && unit !== 47) || unit === 95) continue;
    return unit > 127 && NMTOKEN.test(text);
  }
  return text !== '';
}

function isDateTime(text: string): boolean {
  const found = DATE_TIME.exec(text);
  if (found === null) return false;
  const month = Number(found[1]);
  const day = Number(found[2]);
  const year = Number.parseInt(text, 10);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
}
