import { expect, test } from '@jest/globals';
import { RequestDigest } from '../../../src/identity/request-digest.js';

const digests = new RequestDigest('a secret of the server');
const asked = { person: { email: 'a@hallsberg.test' }, reason: 'LUNCH', note: null };

test('the same request has the same digest, in whatever order its fields stand', () => {
  const again = { note: null, reason: 'LUNCH', person: { email: 'a@hallsberg.test' } };
  expect(digests.of('setAbsence', again)).toBe(digests.of('setAbsence', asked));
});

test.each<[string, string, object]>([
  ['another operation', 'endAbsence', asked],
  ['another value', 'setAbsence', { ...asked, reason: 'MEETING' }],
  ['another value further in', 'setAbsence', { ...asked, person: { email: 'b@hallsberg.test' } }],
  ['a field that is left out', 'setAbsence', { person: asked.person, reason: 'LUNCH' }],
  ['a list in another order', 'setAbsence', { ...asked, note: ['b', 'a'] }],
])('%s has another', (_, operation, request) => {
  const first = digests.of('setAbsence', asked);
  const list = digests.of('setAbsence', { ...asked, note: ['a', 'b'] });
  expect([first, list]).not.toContain(digests.of(operation, request));
});

test('it cannot be guessed without the secret, and shows nothing of the request', () => {
  const other = new RequestDigest('another secret of the server');
  expect(other.of('setAbsence', asked)).not.toBe(digests.of('setAbsence', asked));
  expect(digests.of('setAbsence', asked)).toMatch(/^[\w-]{43}$/);
});
