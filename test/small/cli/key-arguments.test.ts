import { expect, test } from '@jest/globals';
import { keyArguments } from '../../../src/cli/key-arguments.js';
import { now } from '../../support/people.js';

const read = (line: string) => keyArguments(line.split(' '), ['1861'], now);

test('a key is asked for by kind and label, and lives a year unless less is said', () => {
  expect(read('create operator Växeln')).toEqual({
    verb: 'CREATE',
    request: {
      role: 'OPERATOR',
      label: 'Växeln',
      municipality: null,
      scopes: [],
      expiresAt: new Date('2027-11-25T09:00:00Z'),
    },
  });
  const narrow = read(
    'create integration Passersystem --municipality 1861 --days 30 --scope ABSENCE_READ',
  );
  expect(narrow).toMatchObject({
    request: {
      role: 'INTEGRATION_KEY',
      municipality: '1861',
      scopes: ['ABSENCE_READ'],
      expiresAt: new Date('2026-12-24T09:00:00Z'),
    },
  });
});

test('keys are listed, and one is revoked by its public id', () => {
  expect(read('list')).toEqual({ verb: 'LIST' });
  expect(read('revoke 7Q2fAb3d')).toEqual({ verb: 'REVOKE', keyId: '7Q2fAb3d' });
});

test.each([
  'create',
  'create king Växeln',
  'create operator',
  'revoke operator Växeln',
  'revoke',
  'revoke 7Q2f',
  'revoke 7Q2fAb3d 7Q2fAb3e',
  'revoke 7Q2fAb3d --days 3',
  'list all',
  'list --scope LINE_WRITE',
  'create operator Växeln extra',
  'create operator Växeln --days 400',
  'create operator Växeln --days soon',
  'create operator Växeln --scope EVERYTHING',
  'create intranet Intranätet',
  'create intranet Intranätet --municipality 9999',
  'create operator Växeln --role TECHNICIAN',
])('what cannot be understood makes no key: %s', (line) => {
  expect(read(line)).toBeNull();
});
