import { describe, expect, test } from '@jest/globals';
import { LdifError, parseLdif } from '../../../src/demo/ldif.js';
import { generateLdif } from '../../support/ldif-generator.js';

function plain(text: string) {
  return parseLdif(text).map(({ dn, attributes }) => ({
    dn,
    ...Object.fromEntries(
      [...attributes].map(([name, values]) => [name, values.map((value) => value.toString())]),
    ),
  }));
}

describe('content records are read as RFC 2849 writes them', () => {
  test('a version, comments, records and several values', () => {
    const text =
      '# all invented\nversion: 1\n\n# one\ndn: cn=A,dc=test\ncn: A\nmail: a@x.test\nMAIL: b@x.test\n\n\ndn: cn=B,dc=test\ncn: B';
    expect(plain(text)).toEqual([
      { dn: 'cn=A,dc=test', cn: ['A'], mail: ['a@x.test', 'b@x.test'] },
      { dn: 'cn=B,dc=test', cn: ['B'] },
    ]);
  });

  test('continued lines and comments, also with the line ends of Windows', () => {
    const text =
      'dn: cn=A,\r\n dc=test\r\n# a comment\r\n that goes on\r\ntitle: Under\r\n sköterska\r\n  natt\r\n';
    expect(plain(text)).toEqual([{ dn: 'cn=A,dc=test', title: ['Undersköterska natt'] }]);
  });

  test('base64, in names too; only spaces before a value are dropped', () => {
    const name = Buffer.from('ou=Vård,dc=test').toString('base64');
    expect(plain(`dn:: ${name}\nou::  VsOlcmQ=\ndescription:   a b \nempty:`)).toEqual([
      { dn: 'ou=Vård,dc=test', ou: ['Vård'], description: ['a b '], empty: [''] },
    ]);
  });

  test('bytes that are no text stay as they are', () => {
    const [entry] = parseLdif('dn: cn=A\ntitle:: TORyYXJl');
    expect(entry?.attributes.get('title')?.[0]).toEqual(Buffer.from('4ce472617265', 'hex'));
  });

  test('nothing is nothing', () => {
    expect(parseLdif('')).toEqual([]);
    expect(parseLdif('# only this\n\n')).toEqual([]);
  });
});

describe('what is broken is named by its line, never by its value', () => {
  test.each([
    ['cn: secret\n', 1, 'expected "dn:"'],
    ['dn: cn=A\n\n', 1, 'without attributes'],
    ['dn: cn=A\ncn: A\ndn: cn=secret\ncn: B', 3, 'empty line'],
    ['dn: cn=A\nsecret', 2, 'expected the name'],
    ['dn: cn=A\ncn:: se!cret', 2, 'base64'],
    ['dn: cn=A\ncn:: secre', 2, 'base64'],
    ['dn: cn=A\ncn:< file:///secret', 2, 'addresses'],
    ['dn: cn=A\nchangetype: delete', 2, 'change records'],
    ['dn: cn=A\n\n secret', 3, 'continuation'],
    ['version: 2\ndn: cn=A\ncn: A', 1, 'version 1'],
    ['dn:: /////w==\ncn: A', 1, 'not UTF-8'],
  ])('%j', (text, line, reason) => {
    const read = () => parseLdif(text);
    expect(read).toThrow(LdifError);
    expect(read).toThrow(`LDIF line ${line}: `);
    expect(read).toThrow(reason);
    expect(read).not.toThrow('secret');
  });
});

describe('the generator', () => {
  const options = { people: 1200, seed: 7, domain: 'hallsberg', areaCode: '0582' } as const;

  test.each(['ACTIVE_DIRECTORY', 'OPENLDAP'] as const)('writes LDIF as %s has it', (flavour) => {
    const text = [...generateLdif({ ...options, flavour })].join('');
    const entries = parseLdif(text);
    const units = 1 + Math.ceil(1200 / 480) + 30;
    expect(entries).toHaveLength(1 + units + 1200);
    const keys = entries.flatMap(({ attributes }) =>
      [...attributes].filter(([name]) => /^(objectGUID|entryUUID)$/.test(name)),
    );
    expect(new Set(keys.map(([, values]) => values[0]?.toString('hex'))).size).toBe(entries.length);
    expect([...generateLdif({ ...options, flavour })].join('')).toBe(text);
    expect([...generateLdif({ ...options, flavour, seed: 8 })].join('')).not.toBe(text);
  });

  test('gives nobody a number twice', () => {
    const text = [...generateLdif({ ...options, flavour: 'OPENLDAP' })].join('');
    const numbers = [...text.matchAll(/^(?:telephoneNumber|mobile): (.+)$/gm)].map((m) => m[1]);
    expect(numbers.length).toBeGreaterThan(900);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
