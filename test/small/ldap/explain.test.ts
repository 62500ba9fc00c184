import { describe, expect, test } from '@jest/globals';
import { InvalidCredentialsError, NoSuchObjectError, ResultCodeError } from 'ldapts';
import { explain } from '../../../src/ldap/explain.js';

const refused = (data: string) =>
  new InvalidCredentialsError(
    `80090308: LdapErr: DSID-0C090439, comment: AcceptSecurityContext error, data ${data}, v4563 CN=svc,DC=test`,
  );

describe('why a directory could not be read', () => {
  test.each([
    ['52e', 'password is wrong'],
    ['533', 'disabled'],
    ['701', 'account has expired'],
    ['532', 'password has expired'],
    ['773', 'must be changed'],
    ['775', 'locked'],
    ['525', 'no such bind account'],
    ['fff', 'invalidCredentials'],
  ])('a bind that Active Directory refuses with %s', (data, said) => {
    expect(explain(refused(data))).toContain(said);
  });

  test('in one sentence that quotes nothing of the server', () => {
    const errors: unknown[] = [
      refused('52e'),
      new NoSuchObjectError('matched OU=Personal,DC=hemlig,DC=test'),
      Object.assign(new Error('connect ECONNREFUSED 10.0.0.1:636'), { code: 'ECONNREFUSED' }),
      Object.assign(new Error('getaddrinfo ENOTFOUND dc1.hemlig.test'), { code: 'ENOTFOUND' }),
      'something else',
      null,
    ];
    for (const error of errors) {
      const sentence = explain(error);
      expect(sentence).toMatch(/^[a-z][^\n]*\.$/);
      expect(sentence).not.toMatch(/hemlig|svc|10\.0\.0\.1|DSID/);
    }
    expect(errors[0]).toBeInstanceOf(ResultCodeError);
  });
});
