import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { cameBack } from '../../../../src/pages/session/came-back.js';
import { challengeOf, randomWord } from '../../../../src/pages/session/proof-key.js';
import { timeLeft } from '../../../../src/pages/session/time-left.js';
import { sameHolder } from '../../../../src/pages/session/token-holder.js';

test('a challenge is the digest of a verifier, as issuers reckon it', async () => {
  const verifier = randomWord();
  expect(verifier).toMatch(/^[\w-]{43}$/);
  expect(randomWord()).not.toBe(verifier);
  const digest = createHash('sha256').update(verifier).digest('base64url');
  expect(await challengeOf(verifier)).toBe(digest);
});

test('what came back is believed for the state that is waited for, and no other', () => {
  expect(cameBack('', 'mine')).toBeNull();
  expect(cameBack('?page=2', 'mine')).toBeNull();
  const code = { kind: 'CODE', code: 'c', iss: null };
  expect(cameBack('?code=c&state=mine', 'mine')).toEqual(code);
  const named = cameBack('?code=c&state=mine&iss=https%3A%2F%2Flogin.test', 'mine');
  expect(named).toEqual({ ...code, iss: 'https://login.test' });
  const denied = cameBack('?error=access_denied&state=mine', 'mine');
  expect(denied).toEqual({ kind: 'REFUSED', denied: true });
  expect(cameBack('?error=server_error&state=mine', 'mine')).toEqual({
    kind: 'REFUSED',
    denied: false,
  });
  for (const strange of ['?code=c&state=other', '?code=c', '?error=access_denied', '?state=mine'])
    expect(cameBack(strange, 'mine')).toEqual({ kind: 'STRANGE' });
  expect(cameBack('?code=c&state=', null)).toEqual({ kind: 'STRANGE' });
});

test('a visitor is told five minutes before a sign-in ends, and when it has', () => {
  const minutes = (count: number) => timeLeft(count * 60_000, 0);
  expect(timeLeft(null, 0)).toEqual({ kind: 'ENOUGH' });
  expect(minutes(5.1)).toEqual({ kind: 'ENOUGH' });
  expect(minutes(5)).toEqual({ kind: 'SOON', minutes: 5 });
  expect(minutes(0.1)).toEqual({ kind: 'SOON', minutes: 1 });
  expect(minutes(0)).toEqual({ kind: 'OVER' });
});

test('two tokens are one person’s by issuer and subject', () => {
  const token = (claims: object) =>
    `x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.y`;
  const anna = { iss: 'a', sub: 'å>?' };
  expect(sameHolder(token({ ...anna, exp: 1 }), token({ ...anna, exp: 2 }))).toBe(true);
  expect(sameHolder(token(anna), token({ ...anna, sub: 'b' }))).toBe(false);
  expect(sameHolder(token(anna), token({ ...anna, iss: 'b' }))).toBe(false);
  expect(sameHolder('opaque', 'opaque')).toBe(false);
});
