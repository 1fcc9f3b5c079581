/** A term's id as an XML name, which TBX asks for: other characters as `_20_`, their code point in hexadecimal. */
export function xmlId(id: string): string {
  let out = '';
  for (const char of id) {
    const fits = /[A-Za-z]/.test(char) || (out !== '' && /[-.0-9]/.test(char));
    out += fits ? char : `_${(char.codePointAt(0) ?? 0).toString(16)}_`;
  }
  return out;
}

/** The id that `xmlId` wrote. Other tools' names stay as they are. */
export function idFromXml(name: string): string {
  return name.replace(/_([0-9a-f]{1,6})_/g, (whole, hex: string) => {
    const code = Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
