import { expect, test } from '@jest/globals';
import {
  keyHmac,
  keyIdOf,
  keyPattern,
  newApiKey,
  sameHmac,
} from '../../../src/identity/api-key.js';

test('a key says what it is, and its public id can be read from it', () => {
  const { text, keyId } = newApiKey('INTRANET_KEY');
  expect(text).toMatch(keyPattern);
  expect(text.startsWith(`vxk_ik_${keyId}_`)).toBe(true);
  expect(keyIdOf(text)).toBe(keyId);
  expect(newApiKey('INTRANET_KEY').text).not.toBe(text);
});

test('a key that was mistyped anywhere is none', () => {
  const { text } = newApiKey('OPERATOR');
  for (let i = 0; i < text.length; i += 1) {
    const other = text[i] === 'a' ? 'b' : 'a';
    expect(keyIdOf(text.slice(0, i) + other + text.slice(i + 1))).toBeNull();
  }
  expect([keyIdOf(''), keyIdOf(text.slice(1)), keyIdOf(`${text}0`)]).toEqual([null, null, null]);
});

test('what is stored of a key depends on the whole key and on the secret', () => {
  const [a, b] = [newApiKey('OPERATOR').text, newApiKey('OPERATOR').text];
  expect(sameHmac(keyHmac(a, 'secret'), keyHmac(a, 'secret'))).toBe(true);
  expect(sameHmac(keyHmac(a, 'secret'), keyHmac(b, 'secret'))).toBe(false);
  expect(sameHmac(keyHmac(a, 'secret'), keyHmac(a, 'other'))).toBe(false);
  expect(sameHmac(keyHmac(a, 'secret'), '')).toBe(false);
});
