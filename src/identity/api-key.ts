import {
  createHmac,
  createSecretKey,
  hkdfSync,
  randomInt,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto';
import { crc32 } from 'node:zlib';
import { keyPrefix, type KeyRole } from '../kernel/key-words.js';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 43 characters of 62 are a little over 256 bits. */
const secretLength = 43;
const checkLength = 6;

/** What every key looks like, for those who scan for leaked ones. */
export const keyPattern =
  /^vxk_(?:op|te|ik|pk|ig)_([0-9A-Za-z]{8})_([0-9A-Za-z]{43})([0-9A-Za-z]{6})$/;

/** A new key: `vxk_<kind>_<public id>_<256 random bits><CRC-32>`. The whole text is shown once and never stored. */
export function newApiKey(role: KeyRole): { readonly text: string; readonly keyId: string } {
  const keyId = randomText(8);
  return { text: keyText(role, keyId, randomText(secretLength)), keyId };
}

/** The whole text of a key with its checksum. */
export function keyText(role: KeyRole, keyId: string, secret: string): string {
  const body = `${keyPrefix(role, keyId)}_${secret}`;
  return body + check(body);
}

/** The public id of a well-formed key, or null; a mistyped key fails its checksum without a look-up. */
export function keyIdOf(text: string): string | null {
  const match = keyPattern.exec(text);
  if (match === null) return null;
  return check(text.slice(0, -checkLength)) === match[3] ? (match[1] ?? null) : null;
}

/** What is stored of a key: HMAC-SHA-256 under a pepper derived from the server's secret, in base64. */
export function keyHmac(text: string, secret: string): string {
  return createHmac('sha256', pepperFrom(secret)).update(text).digest('base64');
}

const peppers = new Map<string, KeyObject>();

function pepperFrom(secret: string): KeyObject {
  const known = peppers.get(secret);
  if (known) return known;
  const bytes = hkdfSync('sha256', secret, '', 'api key pepper', 32);
  const pepper = createSecretKey(Buffer.from(bytes));
  peppers.set(secret, pepper);
  return pepper;
}

/** Compares two HMACs in constant time. */
export function sameHmac(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function randomText(length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}

function check(body: string): string {
  let rest = crc32(body);
  let text = '';
  for (let i = 0; i < checkLength; i += 1) {
    text = (alphabet[rest % alphabet.length] ?? '') + text;
    rest = Math.floor(rest / alphabet.length);
  }
  return text;
}
