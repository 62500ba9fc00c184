import { createHash } from 'node:crypto';
import type { Seal, SealedLine } from '../store/seal.js';

/** What a seal says of itself: everything but its hash. */
export type Unhashed = Omit<Seal, 'hash'>;

/** The hash of rows, in the order of their ids: each as one line. */
export function contentOf(lines: readonly SealedLine[]): string {
  const hash = createHash('sha256');
  for (const { line } of lines) hash.update(`${line}\n`);
  return hash.digest('hex');
}

/**
 * The hash of a seal: over all that it says, with the hash of its rows and that of the seal before. It
 * can be checked when the rows have been dropped.
 */
export function hashOf(seal: Unhashed): string {
  const { municipality, number, sealedAt, month, dropped, ids, rows, content, previous } = seal;
  const text = [municipality, number, sealedAt, month, dropped, ids, rows, content, previous];
  return createHash('sha256').update(JSON.stringify(text)).digest('hex');
}

/** The ids of rows as PostgreSQL writes an int8multirange; they are in order. */
export function rangesOf(lines: readonly SealedLine[]): string {
  const ranges: { from: bigint; until: bigint }[] = [];
  for (const { id } of lines) {
    const at = BigInt(id);
    const last = ranges.at(-1);
    if (last && at <= last.until) last.until = at === last.until ? at + 1n : last.until;
    else ranges.push({ from: at, until: at + 1n });
  }
  return `{${ranges.map(({ from, until }) => `[${from},${until})`).join(',')}}`;
}

/** The seal after another one, or the first of a municipality. */
export function nextSeal(
  last: Seal | null,
  what: Omit<Unhashed, 'number' | 'previous' | 'sealedAt'>,
  now: Date,
): Seal {
  const seal: Unhashed = {
    ...what,
    number: (last?.number ?? 0) + 1,
    // PostgreSQL counts microseconds.
    sealedAt: now.toISOString().replace('Z', '000Z'),
    previous: last?.hash ?? '',
  };
  return { ...seal, hash: hashOf(seal) };
}
