import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

type Request = { readonly headers: Readonly<Record<string, string | string[] | undefined>> };
type Response = { setHeader(name: string, value: string): unknown };

const current = new AsyncLocalStorage<string>();
/** What is taken over as an id goes into logs and headers, so it holds nothing that has a meaning there. */
const safeId = /^[A-Za-z0-9_-]{8,64}$/;

/** What every answer says to whoever passes it on: keep nothing, guess nothing, frame nothing. */
const headers: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/**
 * Gives each request an id, its own if it brought a fit one, and each answer its security headers.
 * First of all middleware, so that no answer is without them.
 */
export function traceRequest(request: Request, response: Response, next: () => void): void {
  const id = idFor(request);
  response.setHeader('x-request-id', id);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  traced(id, next);
}

/** The id that a request brought, if it is fit, or a new one. */
export function idFor({ headers: { 'x-request-id': brought } }: Request): string {
  return typeof brought === 'string' && safeId.test(brought) ? brought : randomUUID();
}

/** Does something, and all that follows from it, under the id of a request. */
export function traced<T>(id: string, act: () => T): T {
  return current.run(id, act);
}

/** The id of the request that is being answered; null outside of one. For errors and log lines only. */
export function requestId(): string | null {
  return current.getStore() ?? null;
}
