const letters: Readonly<Record<string, string>> = {
  ' ': '-',
  '-': '-',
  å: 'a',
  ä: 'a',
  ö: 'o',
  é: 'e',
  è: 'e',
  ü: 'u',
  ł: 'l',
  ś: 's',
  ó: 'o',
  ń: 'n',
  ž: 'z',
  ć: 'c',
  č: 'c',
};

/** As a mail address has a name. */
export function latin(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z]/g, (sign) => letters[sign] ?? '')
    .replaceAll(/^-|-$/g, '');
}
