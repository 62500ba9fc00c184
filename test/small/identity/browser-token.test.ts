import { describe, expect, test } from '@jest/globals';
import { isPageOrigin } from '../../../src/identity/browser-origin.js';
import {
  browserTokenPattern,
  browserTokenText,
  claimedToken,
  isBoundTo,
} from '../../../src/identity/browser-token.js';

const secret = 'a secret of the tests, long enough to be one';
const bound = { keyId: '7Q2fAb3d', municipality: '1861', origin: 'https://intranet.test' };
const expiresAt = new Date('2026-11-24T09:10:00Z');
const text = browserTokenText(bound, expiresAt, secret);

describe('a browser token', () => {
  test('tells its key and its end, looks like one, and is bound to what it was made for', () => {
    expect(text).toMatch(browserTokenPattern);
    const claimed = claimedToken(text);
    expect(claimed).toMatchObject({ keyId: bound.keyId, expiresAt });
    expect(claimed && isBoundTo(claimed, bound, secret)).toBe(true);
  });

  test.each([
    ['another origin', { ...bound, origin: 'https://intranet.test.elsewhere.test' }, secret],
    ['another port', { ...bound, origin: 'https://intranet.test:8443' }, secret],
    ['another key', { ...bound, keyId: '7Q2fAb3e' }, secret],
    ['another municipality', { ...bound, municipality: '1860' }, secret],
    ['another server', bound, `${secret}.`],
  ])('is nothing for %s', (_, other, withSecret) => {
    const claimed = claimedToken(text);
    expect(claimed && isBoundTo(claimed, other, withSecret)).toBe(false);
  });

  test('that is said to last longer is nothing', () => {
    const [, id = '', expiry = '', signed = ''] = browserTokenPattern.exec(text) ?? [];
    const later = (parseInt(expiry, 36) + 1).toString(36);
    const claimed = claimedToken(`vxb_${id}_${later}_${signed}`);
    expect(claimed && isBoundTo(claimed, bound, secret)).toBe(false);
  });

  test.each(['', 'vxb_', text.slice(1), `${text}A`, text.replace('vxb', 'vxk'), `${text}\n`])(
    'is not read from %j',
    (other) => expect(claimedToken(other)).toBeNull(),
  );
});

describe('the origin of a page', () => {
  test.each([
    'https://intranet.kommun.se',
    'https://intranet.kommun.se:8443',
    'https://xn--lax-ula.test',
    'http://localhost:3000',
    'http://127.0.0.1',
    'http://[::1]:5173',
  ])('%s', (origin) => expect(isPageOrigin(origin)).toBe(true));

  test.each([
    '',
    'null',
    '*',
    'https://intranet.kommun.se/',
    'https://intranet.kommun.se/katalog',
    'https://intranet.kommun.se:443',
    'https://Intranet.kommun.se',
    'https://laxå.test',
    'https://user@intranet.kommun.se',
    'http://intranet.kommun.se',
    'http://localhost.elsewhere.test',
    'http://127.0.0.1.elsewhere.test',
    'file:///etc/passwd',
    'https://intranet.kommun.se\r\nx-forged: 1',
    `https://${'a'.repeat(300)}.test`,
  ])('is not %j', (origin) => expect(isPageOrigin(origin)).toBe(false));
});
