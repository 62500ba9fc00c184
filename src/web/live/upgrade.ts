import type { IncomingMessage } from 'node:http';
import { GRAPHQL_TRANSPORT_WS_PROTOCOL } from 'graphql-ws';

const path = '/graphql';
const words: Readonly<Record<Refusal, string>> = {
  400: 'Bad Request',
  404: 'Not Found',
  503: 'Service Unavailable',
};

type Asked = Pick<IncomingMessage, 'url' | 'headers'>;
/** The statuses by which a connection is refused. */
export type Refusal = 400 | 404 | 503;

/** Whether a request asks for a WebSocket. Others that offer another protocol are answered as if they did not. */
export function asksForWebSocket({ headers }: Pick<Asked, 'headers'>): boolean {
  return headers.upgrade?.toLowerCase() === 'websocket';
}

/** Why a request for a WebSocket is refused, or null. Nobody speaks another protocol here, or at another path. */
export function refusalOf(request: Asked): 400 | 404 | null {
  if (request.url !== path) return 404;
  const offered = request.headers['sec-websocket-protocol']?.split(',') ?? [];
  const fits = offered.some((one) => one.trim() === GRAPHQL_TRANSPORT_WS_PROTOCOL);
  return asksForWebSocket(request) && fits ? null : 400;
}

/** The whole answer to a refused request. */
export function refusalText(status: Refusal): string {
  return [
    `HTTP/1.1 ${status} ${words[status]}`,
    'Connection: close',
    'Content-Length: 0',
    'Cache-Control: no-store',
    '\r\n',
  ].join('\r\n');
}
