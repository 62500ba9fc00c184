import { describe, expect, test } from '@jest/globals';
import { entryToPerson } from '../../../src/ldap/entry-to-person.js';
import { parentDn } from '../../../src/ldap/distinguished-name.js';
import { readMarks } from '../../../src/ldap/marks.js';
import type { DirectorySession } from '../../../src/ldap/directory-session.js';
import type { RawEntry } from '../../../src/ldap/raw-entry.js';
import { hallsberg } from '../../support/people.js';
import { directoryConfig, rawEntry } from '../../support/raw-entry.js';

const dn = 'uid=anna,ou=Hemtjänst Norr,ou=Personal,dc=hallsberg,dc=test';
const directory = directoryConfig();
const map = (entry: RawEntry) =>
  entryToPerson(entry, 'key', 'ACTIVE', {
    directory,
    plan: hallsberg,
    kind: null,
    unitDn: parentDn(dn),
  });

describe('an entry', () => {
  test('becomes a person, with numbers in E.164 and the unit above it', () => {
    const { person, rejections } = map(
      rawEntry(dn, {
        givenName: 'Anna',
        sn: 'Öberg',
        displayName: '  Anna   Öberg ',
        title: 'Undersköterska',
        mail: 'Anna.Oberg@Hallsberg.test',
        employeeNumber: '100234',
        telephoneNumber: ['0582-00 12 34', '+46 (0)582-00 12 35'],
        mobile: '070-174 06 05',
      }),
    );
    expect(rejections).toEqual([]);
    expect(person).toMatchObject({
      displayName: 'Anna Öberg',
      email: 'anna.oberg@hallsberg.test',
      employeeId: '100234',
      kind: 'EMPLOYEE',
      unitDn: 'ou=hemtjänst norr,ou=personal,dc=hallsberg,dc=test',
    });
    expect(person?.numbers.map(({ kind, e164 }) => [kind, e164])).toEqual([
      ['DIRECT', '+46582001234'],
      ['DIRECT', '+46582001235'],
      ['MOBILE', '+46701740605'],
    ]);
  });

  test('with a broken value loses that field, reported by field and code, and keeps the rest', () => {
    const { person, rejections } = map(
      rawEntry(dn, {
        displayName: 'Anna',
        title: Buffer.from('L\xe4rare', 'latin1'),
        mail: 'inte en adress',
        telephoneNumber: 'se växeln',
      }),
    );
    expect(person).toMatchObject({ displayName: 'Anna', title: null, email: null, numbers: [] });
    expect(rejections.map(({ field, code }) => [field, code])).toEqual([
      ['title', 'NOT_UTF8'],
      ['email', 'NOT_AN_ADDRESS'],
      ['telephoneNumber', 'NOT_A_NUMBER'],
    ]);
  });

  test('keeps no identity number, wherever it stands', () => {
    const id = '19000101-9801';
    const { person, rejections } = map(
      rawEntry(dn, { displayName: 'Anna', employeeNumber: id, title: `Lärare ${id}` }),
    );
    expect(person).toMatchObject({ employeeId: null, title: null });
    expect(rejections.map((one) => one.code)).toEqual(['NATIONAL_ID', 'NATIONAL_ID']);
    expect(JSON.stringify([person, rejections])).not.toContain('9801');
  });

  test('keeps a mobile number that happens to pass as one', () => {
    const bare = map(rawEntry(dn, { displayName: 'Anna', mobile: '0701740607' }));
    expect(bare.person?.numbers.map((number) => number.e164)).toEqual(['+46701740607']);
    expect(bare.rejections).toEqual([]);
  });

  test('without any name is rejected, and says so', () => {
    const { person, rejections } = map(rawEntry(dn, { title: 'Lärare' }));
    expect(person).toBeNull();
    expect(rejections).toEqual([{ key: 'key', field: null, code: 'NO_NAME' }]);
  });

  test('gives one number for one that stands in two attributes', () => {
    const { person } = map(
      rawEntry(dn, { displayName: 'Anna', telephoneNumber: ['0582-001234', '+46582001234'] }),
    );
    expect(person?.numbers).toHaveLength(1);
  });
});

describe('the level that a directory gives', () => {
  const marks = readMarks({} as DirectorySession, directory);
  const level = async (...values: (string | Buffer)[]) =>
    (await marks).of(rawEntry(dn, values.length === 0 ? {} : { businessCategory: values })).level;

  test('is what is configured for the value, the highest of several, and OPEN without one', async () => {
    expect(await level()).toBe('OPEN');
    expect(await level('sekretess')).toBe('RESTRICTED');
    expect(await level('sekretess', 'skyddad')).toBe('PROTECTED');
  });

  test('protects on a value that nobody configured or nobody can read', async () => {
    expect(await level('hemlig?')).toBe('PROTECTED');
    expect(await level(Buffer.from([0xff]))).toBe('PROTECTED');
    expect(await level('')).toBe('PROTECTED');
  });
});
