import { configFrom, type Config } from '../../../src/config/config.js';
import { startApp } from '../../../src/start.js';
import type { TestApp } from '../app.js';
import { at } from '../json.js';

/** An answer over HTTP, as it came. */
export type DoorAnswer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Codes of its errors; empty when there are none, or when it is no GraphQL answer. */
  readonly codes: readonly unknown[];
};

/** The program once more over the same database, with the limits of service and whatever else is changed. */
export async function startDoor(
  { clock, environment }: TestApp,
  change: Partial<Config> = {},
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const app = await startApp({ ...configFrom(environment), ...change }, clock);
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  return { url, stop: () => app.close() };
}

/** Sends anything to an address. */
export async function send(url: string, request: RequestInit): Promise<DoorAnswer> {
  const response = await fetch(url, { redirect: 'manual', ...request });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, codes: codesIn(text) };
}

/** Asks GraphQL by POST. */
export function post(
  url: string,
  key: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<DoorAnswer> {
  return send(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}`, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

function codesIn(text: string): readonly unknown[] {
  if (!text.startsWith('{')) return [];
  const codes = at(JSON.parse(text), 'errors.*.extensions.code');
  return Array.isArray(codes) ? codes : [];
}
