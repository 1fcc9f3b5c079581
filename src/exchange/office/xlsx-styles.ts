import { readPart } from './part.ts';

/** How a number in a cell is shown. */
export type Form = 'number' | 'percent' | 'date';

/** The form of each cell style of a spreadsheet, by its number in the file. */
export function formsIn(bytes: Uint8Array | undefined, file: string): readonly Form[] {
  const forms: Form[] = [];
  if (bytes === undefined) return forms;
  const own = new Map<string, Form>();
  let within = false;
  readPart(bytes, file, {
    open: (name, attributes) => {
      if (name === 'numFmt') own.set(attributes['numFmtId'] ?? '', formOf(attributes['formatCode'] ?? ''));
      else if (name === 'cellXfs') within = true;
      else if (name === 'xf' && within) {
        const id = attributes['numFmtId'] ?? '0';
        forms.push(own.get(id) ?? builtIn(Number(id)));
      }
    },
    text: () => {},
    close: (name) => {
      if (name === 'cellXfs') within = false;
    },
  });
  return forms;
}

// ECMA-376 part 1, 18.8.30: ids that stand for a format by themselves, also the East Asian ones.
function builtIn(id: number): Form {
  if (id === 9 || id === 10) return 'percent';
  const isDate =
    (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  return isDate ? 'date' : 'number';
}

function formOf(code: string): Form {
  const bare = code.slice(0, 1024).replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '');
  if (/[ymdhs]/i.test(bare.replace(/general/gi, ''))) return 'date';
  return bare.includes('%') ? 'percent' : 'number';
}

const DAY = 86_400_000;

/** A number as people read it: dates as ISO 8601 has them, for how a program shows them depends on where it runs. */
export function showNumber(value: string, form: Form, from1904: boolean): string {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value;
  if (form === 'percent') return `${plain(Math.round(number * 1e12) / 1e10, '')}%`;
  return form === 'date' ? dateOf(number, from1904) : plain(number, value);
}

function plain(number: number, value: string): string {
  return /^-?[0-9]{1,400}$/.test(value) ? value : String(number);
}

function dateOf(serial: number, from1904: boolean): string {
  if (serial < 0 || serial > 2_958_465) return String(serial);
  // The calendar of 1900 has a 29 February that never was: https://support.microsoft.com/office/e7fe7167-48a9-4b96-bb53-5612a800b487
  const days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const text = new Date(Math.round((days - 25_569) * (DAY / 1000)) * 1000).toISOString();
  const time = text.slice(11, 19).replace(/:00$/, '');
  if (serial < 1) return time;
  return time === '00:00' ? text.slice(0, 10) : `${text.slice(0, 10)} ${time}`;
}
