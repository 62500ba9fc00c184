import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { normaliseDn, parentDn } from '../../../src/ldap/distinguished-name.js';
import { isOrdinary } from '../../../src/staff/ordinary-text.js';
import { everyUnit, textOf } from '../../support/hostile-text.js';
import { growth } from '../../support/growth.js';

/** The slowest reading there is: byte by byte, in the order in which RFC 4514 section 2.4 writes. */
function readByBytes(dn: string): readonly string[] {
  const parts: number[][] = [[]];
  for (let i = 0; i < dn.length;) {
    const hex = /^\\([0-9a-f]{2})/i.exec(dn.slice(i, i + 3))?.[1];
    const escapes = dn[i] === '\\' && i + 1 < dn.length;
    const read = escapes ? dn.slice(i + 1, i + 2) : String.fromCodePoint(dn.codePointAt(i) ?? 0);
    if (dn[i] === ',') parts.push([]);
    else parts.at(-1)?.push(...(hex ? [Number.parseInt(hex, 16)] : Buffer.from(read)));
    i += hex ? 3 : read.length + Number(escapes);
  }
  return parts.map((bytes) =>
    Buffer.from(bytes)
      .toString('utf8')
      .trim()
      .replace(/\s*=\s*/, '=')
      .toLowerCase()
      .normalize('NFC')
      .replaceAll(/[\\,]/g, String.raw`\$&`),
  );
}

describe('a distinguished name is read as its bytes say', () => {
  const unescaped = textOf(['CN', 'Öberg', 'Enhet 12', 'dc=test', ',', '=', ' ', '"', '+']);
  const escaped = textOf(
    ['uid=p1', 'CN=', 'Öberg', 'ou=Enhet 12', 'dc=test', ',', ', ', ' ,', '=', ' = ', ' '],
    ['\\,', '\\\\', '\\', '"', '\\"', '\\C3', '\\96', '\\c3\\96', '\\2C', '\\20', '\\3D'],
    ['\\E2\\82', '\\f0\\9f', '\\98\\80', '\\ff', '\\00', '\\4', 'A\u030a', '+', '#04'],
  );

  test('with anything whatever in it', () => {
    fc.assert(
      fc.property(fc.oneof(unescaped, escaped), (dn) => {
        const [, ...above] = readByBytes(dn);
        expect(normaliseDn(dn)).toBe(readByBytes(dn).join(','));
        expect(parentDn(dn)).toBe(above.length === 0 ? null : above.join(','));
      }),
      { numRuns: 2000 },
    );
  });

  test('with every character in it that has nothing to be folded', () => {
    const ordinary = everyUnit().filter(isOrdinary);
    expect(ordinary.length).toBeGreaterThan(1000);
    for (const text of ordinary)
      expect(normaliseDn(`cn=${text},dc=b`)).toBe(readByBytes(`cn=${text},dc=b`).join(','));
  });
});

test.each(['a', ' ', '=', ',', '\\', '\\41', '\\,', '"', '\ud83d'])(
  'a name of 100 kB of %j is read in linear time',
  (unit) => {
    const of = (length: number) => unit.repeat(length / unit.length);
    expect(normaliseDn(`CN=${of(100_000)}b`)).toMatch(/^cn=/);
    expect(parentDn(`CN=${of(100_000)}b,dc=test`)).toMatch(/dc=test$/);
    const read = (text: string) => [normaliseDn(`CN=${text}b`), parentDn(`CN=${text}b,dc=test`)];
    expect(growth(read, of(1_000), of(100_000))).toBeLessThan(1_000);
  },
);
