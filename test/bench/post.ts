import { Agent, request } from 'node:http';

/** Whom a client asks, and as whom. */
export type Asked = { readonly url: string; readonly token: string };

const agent = new Agent({ keepAlive: true });

/** Sends a GraphQL request over a connection that is kept, and gives the text of its answer. */
export function post({ url, token }: Asked, asked: object): Promise<string> {
  const body = JSON.stringify(asked);
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    authorization: `Bearer ${token}`,
  };
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/graphql`, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks).toString()));
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
