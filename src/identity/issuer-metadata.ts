import type { IssuerConfig } from '../config/issuer-config.js';
import type { Clock } from '../kernel/clock.js';
import { askIssuer, IssuerFault } from './ask-issuer.js';

/** What an issuer says of itself (OpenID Connect Discovery), as much of it as signing in needs. */
export type IssuerMetadata = {
  readonly authorization: string;
  readonly token: string;
  /** Whether it always says who answers (RFC 9207). */
  readonly namesItself: boolean;
  /** Whether a secret goes into the body; otherwise into a header. */
  readonly secretInBody: boolean;
};

/** Milliseconds. */
const kept = 3_600_000;
/** An issuer that does not answer is asked no more often than this, however many want to sign in. */
const cooldown = 5_000;

/** Asks one issuer what it says of itself, at most once an hour. */
export class IssuerDescription {
  #known: { readonly metadata: IssuerMetadata; readonly at: number } | null = null;
  #failed: { readonly error: unknown; readonly at: number } | null = null;
  #asking: Promise<IssuerMetadata> | null = null;

  constructor(
    private readonly issuer: Pick<IssuerConfig, 'issuer'>,
    private readonly clock: Clock,
  ) {}

  /** What it says. Throws why it cannot be used. */
  async read(): Promise<IssuerMetadata> {
    const now = this.clock.now().getTime();
    if (this.#known && now - this.#known.at < kept) return this.#known.metadata;
    if (this.#failed && now - this.#failed.at < cooldown) throw this.#failed.error;
    this.#asking ??= this.#ask(now).finally(() => (this.#asking = null));
    return this.#asking;
  }

  async #ask(at: number): Promise<IssuerMetadata> {
    try {
      const place = `${this.issuer.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
      const { status, body } = await askIssuer(place);
      if (status !== 200) throw new IssuerFault(`HTTP ${status}`);
      const metadata = metadataIn(body, this.issuer.issuer);
      this.#known = { metadata, at };
      this.#failed = null;
      return metadata;
    } catch (error) {
      this.#failed = { error, at };
      throw error;
    }
  }
}

/** What an issuer's description says. Throws when it is another's, or leads to where nothing is secret. */
export function metadataIn(
  body: Readonly<Record<string, unknown>>,
  issuer: string,
): IssuerMetadata {
  // Exactly: what another issuer says of itself may lead to its own doors (Discovery, 4.3).
  if (body['issuer'] !== issuer) throw new IssuerFault('It describes another issuer.');
  const methods = body['token_endpoint_auth_methods_supported'];
  return {
    authorization: placeIn(body['authorization_endpoint'], issuer),
    token: placeIn(body['token_endpoint'], issuer),
    namesItself: body['authorization_response_iss_parameter_supported'] === true,
    secretInBody: Array.isArray(methods) && methods.includes('client_secret_post'),
  };
}

function placeIn(value: unknown, issuer: string): string {
  if (typeof value !== 'string' || !URL.canParse(value))
    throw new IssuerFault('It names no address.');
  const { protocol } = new URL(value);
  // A laboratory's issuer on this machine speaks plainly, and then says so itself.
  if (protocol !== 'https:' && !(protocol === 'http:' && issuer.startsWith('http://')))
    throw new IssuerFault('It names an address without TLS.');
  return value;
}
