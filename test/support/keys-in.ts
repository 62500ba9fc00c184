import { keyIdOf, keyPattern } from '../../src/identity/api-key.js';

const anywhere = new RegExp(keyPattern.source.replace(/^\^/, '').replace(/\$$/, ''), 'g');

/** The public ids of the keys that stand in a text with a right checksum: each may be one that works. */
export function keysIn(text: string): readonly string[] {
  return Array.from(text.matchAll(anywhere)).flatMap(([found]) => keyIdOf(found) ?? []);
}
