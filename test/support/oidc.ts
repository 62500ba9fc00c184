import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { Provider } from 'oidc-provider';
import type { IssuerEntry } from './with-issuers.js';

/** What the issuer knows of somebody: claims that it puts into access tokens. */
export type Account = Readonly<Record<string, unknown>>;

/** As which client a code is asked for, where it goes, and for whose verifier. */
export type CodeAsked = {
  readonly client: 'intranet' | 'another';
  readonly redirect: string;
  readonly challenge: string;
};

/** A real OpenID Connect issuer on loopback. */
export type RunningIssuer = {
  readonly entry: IssuerEntry;
  /** How many times its keys have been asked for. */
  readonly keysAsked: () => number;
  /** Signs in through the authorization code flow with PKCE, as a browser would; gives both tokens. */
  signIn(account: string): Promise<{ readonly access: string; readonly id: string }>;
  /** A code for a client that begins as told, by signing in as a browser would. */
  code(account: string, asked: CodeAsked): Promise<string>;
  /** From now on it signs with a new key, and publishes that one only. */
  rotate(): Promise<void>;
  /** How its key endpoint answers. */
  keys(state: 'WORKING' | 'REFUSING' | 'SILENT'): void;
  stop(): Promise<void>;
};

const resource = 'https://ett-samtal.test/api';
const audience = 'ett-samtal';
const client = 'intranet';
const redirect = 'http://127.0.0.1:9/signed-in';
/** How pages sign in; a redirect to this machine may have any port (RFC 8252, 7.3). */
export const pagesSignIn = { clientId: client, scope: 'openid directory', resource };
const pages = ['min-sida', 'drift'].map((name) => `http://127.0.0.1/${name}`);
/** What a visitor sees there. */
const loginPage = `<!doctype html><title>Login</title><link rel="icon" href="data:,"><h1>The municipality's login</h1>
<form><label>Account <input name="login"></label><button>Go on</button></form>
<form><button name="deny" value="yes">Cancel</button></form>`;

/** Starts an issuer that knows these accounts. */
export async function startIssuer(accounts: Readonly<Record<string, Account>>) {
  let provider: Provider | null = null;
  let state: 'WORKING' | 'REFUSING' | 'SILENT' = 'WORKING';
  let asked = 0;
  let round = 0;
  const answer = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(req.url ?? '/', 'http://127.0.0.1');
    if (pathname === '/jwks') {
      asked += 1;
      if (state === 'SILENT') return;
      if (state === 'REFUSING') return void res.writeHead(503).end();
    }
    if (provider === null) return void res.writeHead(503).end();
    if (!pathname.startsWith('/interaction/')) return provider.callback()(req, res);
    if (searchParams.has('deny')) {
      await provider.interactionFinished(req, res, { error: 'access_denied' });
      return;
    }
    const accountId = searchParams.get('login');
    if (accountId === null) return void res.setHeader('content-type', 'text/html').end(loginPage);
    await provider.interactionFinished(req, res, { login: { accountId }, consent: {} });
  };
  const server = createServer((req, res) => {
    answer(req, res).catch(() => res.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const rotate = async () => {
    round += 1;
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    const key = { ...(await exportJWK(privateKey)), kid: `key-${round}`, alg: 'ES256', use: 'sig' };
    provider = providerWith(url, key, accounts);
  };
  await rotate();
  return {
    entry: { issuer: url, audience, jwks: `${url}/jwks` },
    keysAsked: () => asked,
    signIn: (account) => signIn(url, account),
    code: (account, asked) => codeFor(url, account, asked),
    rotate,
    keys: (wanted) => (state = wanted),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  } satisfies RunningIssuer as RunningIssuer;
}

function providerWith(url: string, key: JWK, accounts: Readonly<Record<string, Account>>) {
  const keys = [key] as { kty: string }[];
  return new Provider(url, {
    jwks: { keys },
    cookies: { keys: ['a key of the tests'] },
    clients: [client, 'another'].map((id) => ({
      client_id: id,
      application_type: 'native',
      token_endpoint_auth_method: 'none',
      redirect_uris: [redirect, ...pages],
      response_types: ['code'],
      grant_types: ['authorization_code'],
      id_token_signed_response_alg: 'ES256',
    })),
    pkce: { required: () => true },
    scopes: ['openid'],
    findAccount: (_, accountId) => ({ accountId, claims: async () => ({ sub: accountId }) }),
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    loadExistingGrant: async ({ oidc }) => {
      const accountId = oidc.session?.accountId ?? '';
      const grant = new oidc.provider.Grant({ clientId: oidc.client?.clientId ?? '', accountId });
      grant.addOIDCScope('openid');
      grant.addResourceScope(resource, 'directory');
      await grant.save();
      return grant;
    },
    extraTokenClaims: (_, token) => ('accountId' in token ? accounts[token.accountId] : undefined),
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: () => ({
          scope: 'directory',
          audience,
          accessTokenTTL: 600,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
  });
}

async function signIn(url: string, account: string) {
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const code = await codeFor(url, account, { client, redirect, challenge });
  const response = await fetch(`${url}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: client,
      code,
      redirect_uri: redirect,
      code_verifier: verifier,
      resource,
    }),
  });
  const tokens = (await response.json()) as { access_token?: string; id_token?: string };
  if (!tokens.access_token || !tokens.id_token) throw new Error(JSON.stringify(tokens));
  return { access: tokens.access_token, id: tokens.id_token };
}

async function codeFor(url: string, account: string, asked: CodeAsked): Promise<string> {
  const query = new URLSearchParams({
    client_id: asked.client,
    response_type: 'code',
    redirect_uri: asked.redirect,
    scope: 'openid directory',
    resource,
    nonce: randomBytes(8).toString('hex'),
    state: 'state',
    code_challenge: asked.challenge,
    code_challenge_method: 'S256',
  });
  const cookies = new Map<string, string>();
  let next = new URL(`${url}/auth?${query.toString()}`);
  for (let step = 0; !next.href.startsWith(asked.redirect); step += 1) {
    if (step > 9) throw new Error(`Led in circles: ${next.href}`);
    if (next.pathname.startsWith('/interaction/')) next.searchParams.set('login', account);
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(next, { redirect: 'manual', headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null)
      throw new Error(`No way on: ${response.status} ${await response.text()}`);
    next = new URL(location, url);
  }
  return next.searchParams.get('code') ?? '';
}
