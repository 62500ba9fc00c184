import { describe, expect, test } from '@jest/globals';
import { accountStateOf } from '../../../src/ldap/account-state.js';
import { normaliseDn, parentDn } from '../../../src/ldap/distinguished-name.js';
import { keyOf } from '../../../src/ldap/entry-key.js';
import { now } from '../../support/people.js';
import { rawEntry } from '../../support/raw-entry.js';

describe("an entry's key", () => {
  const written = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

  test('is the objectGUID in the order in which Windows writes it', () => {
    const bytes = Buffer.from('e004253f894fd3419a0c0305e82c3301', 'hex');
    expect(keyOf(rawEntry('cn=a', { objectGUID: bytes }))).toBe(written);
  });

  test('is the entryUUID elsewhere, and never a name', () => {
    expect(keyOf(rawEntry('cn=a', { entryUUID: written.toUpperCase() }))).toBe(written);
    expect(keyOf(rawEntry('cn=a', { mail: 'a@b.test', objectGUID: 'short' }))).toBeNull();
  });
});

describe('a distinguished name', () => {
  test('is the same however it is written', () => {
    const spellings = [
      'CN=Öberg\\, Anna,OU=Vård,DC=test',
      'cn=\\C3\\96berg\\2C Anna, ou=Vård , dc=test',
      'cn = öberg\\, anna,ou=vård,dc=test',
    ];
    expect(new Set(spellings.map(normaliseDn)).size).toBe(1);
  });

  test('has the entry above it as parent, past escaped commas', () => {
    expect(parentDn('CN=Öberg\\, Anna,OU=Vård,DC=test')).toBe('ou=vård,dc=test');
    expect(parentDn('dc=test')).toBeNull();
  });
});

describe('an account', () => {
  const ad = (attributes: Record<string, string>) =>
    accountStateOf(rawEntry('cn=a', attributes), 'ACTIVE_DIRECTORY', now);
  const other = (shadowExpire: string) =>
    accountStateOf(rawEntry('cn=a', { shadowExpire }), 'OPENLDAP', now);

  test('in Active Directory is disabled by its bit or by a passed date, and by nothing else', () => {
    expect(ad({ userAccountControl: '512' })).toBe('ACTIVE');
    expect(ad({ userAccountControl: '546' })).toBe('DISABLED');
    expect(ad({ userAccountControl: '512', accountExpires: '0' })).toBe('ACTIVE');
    expect(ad({ accountExpires: '9223372036854775807' })).toBe('ACTIVE');
    expect(ad({ accountExpires: '132223104000000000' })).toBe('DISABLED');
    expect(ad({ accountExpires: '160000000000000000' })).toBe('ACTIVE');
    expect(ad({ userAccountControl: 'broken' })).toBe('ACTIVE');
  });

  test('elsewhere is disabled by a passed shadowExpire', () => {
    expect([other('1'), other('-1'), other('99999')]).toEqual(['DISABLED', 'ACTIVE', 'ACTIVE']);
  });
});
