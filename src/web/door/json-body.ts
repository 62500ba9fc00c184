import { isUtf8 } from 'node:buffer';

/** The largest body: a calendar of 256 KiB as a JSON text; 500 line states take about 80 KiB, and everything else a few hundred bytes. */
export const maxBodyBytes = 384 * 1024;

/** The only bodies that are read: JSON in UTF-8, as long as it seems, since nothing is unpacked. */
export const jsonBody = {
  limit: maxBodyBytes,
  inflate: false,
  type: 'application/json',
  verify: (_request: unknown, _response: unknown, body: Buffer): void => {
    if (!isUtf8(body)) throw new NotUtf8();
  },
};

/** A body in another encoding, or in none. */
class NotUtf8 extends Error {
  readonly status = 400;
}

/** What a client is told of a body that was not read, by its HTTP status. */
export function bodyRefusal(status: number): string {
  if (status === 413) return `The body is larger than ${maxBodyBytes / 1024} KiB.`;
  if (status === 415) return 'Send the body in UTF-8 and not compressed.';
  return 'The body is not JSON in UTF-8.';
}
