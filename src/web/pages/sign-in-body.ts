import type { SignInBegun, SignInReturned } from '../../identity/sign-in.js';

/** Random words of a browser's own making (RFC 7636, 4.1 and 4.2). */
const state = /^[\w-]{22,128}$/;
const challenge = /^[\w-]{43}$/;
const verifier = /^[\w.~-]{43,128}$/;
const choice = /^[\w-]{1,64}$/;
/** What an issuer gives: visible characters of ASCII (RFC 6749, A.11). */
const code = /^[ -~]{1,4096}$/;
const address = /^[!-~]{1,2048}$/;

/** What a browser begins with, or null when it is not that. */
export function begunIn(body: unknown): SignInBegun | null {
  return read(body, { choice, redirectUri: address, state, challenge });
}

/** What a browser came back with, or null when it is not that. */
export function returnedIn(body: unknown): SignInReturned | null {
  const returned = read(body, { choice, redirectUri: address, code, verifier });
  const { iss = null } = (body ?? {}) as { readonly iss?: unknown };
  if (returned === null || (iss !== null && !isText(iss, address))) return null;
  return { ...returned, iss };
}

function read<K extends string>(body: unknown, fields: Readonly<Record<K, RegExp>>) {
  const given = (typeof body === 'object' ? body : null) as Readonly<
    Record<string, unknown>
  > | null;
  const names = Object.keys(fields) as K[];
  if (!names.every((name) => isText(given?.[name], fields[name]))) return null;
  return Object.fromEntries(names.map((name) => [name, given?.[name]])) as Record<K, string>;
}

function isText(value: unknown, form: RegExp): value is string {
  return typeof value === 'string' && form.test(value);
}
