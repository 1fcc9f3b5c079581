import { isPunctuation, isWhiteSpace } from './markdown-characters.ts';

/** An address in the text, with where it leads. */
export interface Autolink {
  readonly start: number;
  readonly end: number;
  readonly href: string;
  /** What a reader sees. */
  readonly text: string;
}

const ANGLE_ADDRESS = /<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>\x00-\x20\x7f]*)>/y;
const ANGLE_EMAIL =
  /<([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*)>/y;

/** Reads `<address>` or `<mail address>` at `at`. https://spec.commonmark.org/0.31.2/#autolinks */
export function readAngleAutolink(text: string, at: number): Autolink | null {
  ANGLE_ADDRESS.lastIndex = at;
  const address = ANGLE_ADDRESS.exec(text)?.[1];
  if (address !== undefined) return { start: at, end: at + address.length + 2, href: address, text: address };
  ANGLE_EMAIL.lastIndex = at;
  const email = ANGLE_EMAIL.exec(text)?.[1];
  if (email === undefined) return null;
  return { start: at, end: at + email.length + 2, href: `mailto:${email}`, text: email };
}

const MARKS = new Set([...'!"\')*,.:;?_~'].map((mark) => mark.charCodeAt(0)));
const REFERENCE = /&[A-Za-z]+;/y;

/**
 * Reads an address without marks whose scheme or `www.` stands at `start`, its domain at `domainAt`. Where the
 * extension's text leaves room we do as micromark does. https://github.github.com/gfm/#autolinks-extension-
 */
export function readBareAddress(text: string, start: number, domainAt: number): Autolink | null {
  const first = codeAt(text, domainAt);
  if (first < 0 || isWhiteSpace(first) || (domainAt > start && isPunctuation(first))) return null;
  const domain = domainEnd(text, domainAt);
  if (domain <= domainAt || labelsHaveUnderscore(text.slice(domainAt, domain))) return null;
  const end = pathEnd(text, domain);
  const raw = text.slice(start, end);
  return { start, end, href: domainAt === start ? `http://${raw}` : raw, text: raw };
}

function codeAt(text: string, at: number): number {
  return text.codePointAt(at) ?? -1;
}

function labelsHaveUnderscore(domain: string): boolean {
  return domain
    .split('.')
    .slice(-2)
    .some((label) => label.includes('_'));
}

function domainEnd(text: string, from: number): number {
  let checked = from;
  let at = from;
  for (let code = codeAt(text, at); code >= 0; code = codeAt(text, at)) {
    if (code === 46 || code === 95) {
      if (at >= checked) checked = trailStop(text, at);
      if (checked < 0) return at;
    } else if (isWhiteSpace(code) || (code !== 45 && isPunctuation(code))) {
      return at;
    }
    at += code > 0xffff ? 2 : 1;
  }
  return at;
}

function pathEnd(text: string, from: number): number {
  let open = 0;
  let checked = from;
  let at = from;
  for (let code = codeAt(text, at); code >= 0; code = codeAt(text, at)) {
    if (code === 40) {
      open++;
    } else if (code === 41 && open > 0) {
      open--;
    } else if (MARKS.has(code) || code === 38 || code === 60 || code === 93) {
      if (at >= checked) checked = trailStop(text, at);
      if (checked < 0) return at;
    } else if (isWhiteSpace(code)) {
      return at;
    }
    at += code > 0xffff ? 2 : 1;
  }
  return at;
}

/**
 * -1 where nothing but punctuation follows up to the address's end, so that it does not belong to it; else the
 * place that decided against it, up to which the same question need not be asked again.
 */
function trailStop(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = codeAt(text, at);
    if (code === 60 || isWhiteSpace(code)) return -1;
    if (code === 38) {
      REFERENCE.lastIndex = at;
      const reference = REFERENCE.exec(text);
      if (!reference) return at + 1;
      at += reference[0].length;
    } else if (code === 93) {
      const next = codeAt(text, at + 1);
      if (next === 40 || next === 91) return -1;
      at++;
    } else if (MARKS.has(code)) {
      at++;
    } else {
      return at;
    }
  }
}

const MAIL_NAME = /[A-Za-z0-9.+_-]/;
const MAIL_DOMAIN = /[A-Za-z0-9_-]+(?:\.(?=[A-Za-z0-9])[A-Za-z0-9_-]*)*/y;

/** The place of the `@` where a name that may be a mail address's runs into one, else -1. */
export function mailAt(text: string, from: number): number {
  let at = from;
  while (MAIL_NAME.test(text.charAt(at))) at++;
  return text.charAt(at) === '@' ? at : -1;
}

/** Reads a mail address without marks around the `@` at `at`; its start is not before `floor`. */
export function readBareEmail(text: string, at: number, floor: number): Autolink | null {
  let start = at;
  while (start > floor && MAIL_NAME.test(text.charAt(start - 1))) start--;
  if (start === at || (start > 0 && /[A-Za-z0-9.+_/-]/.test(text.charAt(start - 1)))) return null;
  MAIL_DOMAIN.lastIndex = at + 1;
  const domain = MAIL_DOMAIN.exec(text)?.[0];
  if (!domain?.includes('.') || !/[A-Za-z]$/.test(domain)) return null;
  const end = at + 1 + domain.length;
  const raw = text.slice(start, end);
  return { start, end, href: `mailto:${raw}`, text: raw };
}
