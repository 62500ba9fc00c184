import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { at } from './json.js';

/** A small intranet of another origin, with a server of its own that holds the key. */
export type Intranet = {
  readonly url: string;
  /** How many tokens it has handed out. */
  readonly given: () => number;
  /** Hands out no more, as when a visitor has been signed out. */
  refuse(refusing: boolean): void;
  stop(): Promise<void>;
};

const mutation =
  'mutation ($origin: String!) { createBrowserToken(input: { origin: $origin }) { token expiresAt } }';

/** Starts an intranet whose one page embeds the directory of a program as the README says, under a strict policy. */
export async function startIntranet(program: string, key: string): Promise<Intranet> {
  let given = 0;
  let refusing = false;
  const page = `<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Intranät</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/style.css">
<script src="${program}/staff-directory.js" defer></script></head>
<body><main><h1>Intranät</h1><staff-directory token-url="/katalog-token"></staff-directory></main></body></html>`;
  const policy = `default-src 'none'; script-src ${program}; connect-src 'self' ${program}; style-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types lit-html`;
  const server: Server = createServer((request, response) => {
    if (request.url === '/style.css')
      return response
        .setHeader('content-type', 'text/css')
        .end('body { font-family: serif; --staff-directory-accent: #6a1b9a; }');
    if (request.url !== '/katalog-token' || request.method !== 'POST')
      return response
        .setHeader('content-type', 'text/html; charset=utf-8')
        .setHeader('content-security-policy', policy)
        .end(page);
    if (refusing) return response.writeHead(401).end();
    const origin = `http://${request.headers.host}`;
    return void exchange(program, key, origin).then((token) => {
      given += 1;
      response.setHeader('content-type', 'application/json').end(JSON.stringify(token));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    given: () => given,
    refuse: (now) => (refusing = now),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function exchange(program: string, key: string, origin: string): Promise<unknown> {
  const answer = await fetch(`${program}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query: mutation, variables: { origin } }),
  });
  return at(await answer.json(), 'data.createBrowserToken');
}
