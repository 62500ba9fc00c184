import type { IncomingMessage, ServerResponse } from 'node:http';
import { isPageOrigin } from '../../identity/browser-origin.js';
import { shownBy } from './authorization.js';

const browserToken = /^Bearer vxb_/i;
const preflightSeconds = '7200';

/**
 * Lets the pages of other origins ask /graphql with a browser token, and with nothing else. A browser asks first whether it may,
 * without the token, so that any page's origin is answered yes; that gives nothing, since every question needs a token that
 * is bound to the origin of the page, no cookie counts here, and the answer to anything but a browser token is not shown to
 * the page. Errors are shown, so that a page notices that its token has expired.
 */
export function allowBrowserTokens(
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
): void {
  const { authorization, origin } = shownBy(request);
  const preflight = request.method === 'OPTIONS';
  if (preflight || origin !== undefined) response.setHeader('vary', 'Origin');
  if (origin === undefined || !isPageOrigin(origin)) return next();
  if (preflight && request.headers['access-control-request-method'] === 'POST') {
    response.setHeader('access-control-allow-origin', origin);
    response.setHeader('access-control-allow-methods', 'POST');
    response.setHeader('access-control-allow-headers', 'authorization, content-type');
    response.setHeader('access-control-max-age', preflightSeconds);
    response.writeHead(204).end();
    return;
  }
  if (browserToken.test(authorization ?? ''))
    response.setHeader('access-control-allow-origin', origin);
  next();
}
