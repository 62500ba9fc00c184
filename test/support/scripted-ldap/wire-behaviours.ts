import { disconnectionNotice } from '../../../src/demo/ldap-server/ldap-response.js';
import type { Behaviour } from './behaviour.js';
import { breakMessage } from './broken-message.js';

/** Never an answer, and the connection stays open. */
export const silence: Behaviour = { send: () => [] };

/** The TCP connection is cut before a byte of the answer. */
export const cut: Behaviour = { send: () => ['cut'] };

/** The TCP connection is reset (ECONNRESET) before a byte of the answer. */
export const reset: Behaviour = { send: () => ['reset'] };

/** The TCP connection is cut in the middle of the entry with this number, from 1. */
export function cutInEntry(number: number): Behaviour {
  return {
    send: (messages) => {
      const broken = messages[number - 1] ?? Buffer.alloc(0);
      return [
        ...messages.slice(0, number - 1),
        broken.subarray(0, Math.ceil(broken.length / 2)),
        'cut',
      ];
    },
  };
}

/** The whole answer, and then the TCP connection is cut. */
export const cutAfter: Behaviour = { send: (messages) => [...messages, 'cut'] };

/** One entry each so many milliseconds, and then the result. */
export function drip(milliseconds: number): Behaviour {
  return { send: (messages) => messages.flatMap((message) => [{ milliseconds }, message]) };
}

/** The entry with this number, from 1, is broken BER in a whole envelope. */
export function breakEntry(number: number): Behaviour {
  return {
    send: (messages) =>
      messages.map((message, i) => (i === number - 1 ? breakMessage(message) : message)),
  };
}

/** Bytes in the place of an answer; the connection stays open. */
export function garbage(bytes = Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')): Behaviour {
  return { send: () => [bytes] };
}

/** The server's notice of disconnection (RFC 4511 section 4.4.1) in the place of an answer, and the end. */
export const disconnect: Behaviour = { send: () => [disconnectionNotice(), 'end'] };
