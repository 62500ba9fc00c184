import { createHash } from 'node:crypto';

/** The 16 bytes that a seed gives a tag: always the same, and without pattern to the eye. */
export function randomBytesOf(seed: number, tag: string): Buffer {
  return createHash('sha256').update(`${seed}:${tag}`).digest().subarray(0, 16);
}

/** The UUID (version 4 in form) that a seed gives a tag. */
export function uuidOf(seed: number, tag: string): string {
  const bytes = randomBytesOf(seed, tag);
  bytes[6] = (bytes.readUInt8(6) & 0x0f) | 0x40;
  bytes[8] = (bytes.readUInt8(8) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [0, 8, 12, 16, 20].map((at, i, all) => hex.slice(at, all[i + 1] ?? 32)).join('-');
}
