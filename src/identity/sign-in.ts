import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { issuerPlace } from '../config/issuer-config.js';
import { configuration } from '../config/settings.js';
import { Clock } from '../kernel/clock.js';
import { askIssuer, issuerCause, type IssuerAnswer } from './ask-issuer.js';
import { IssuedTokens } from './issued-token.js';
import { IssuerDescription, type IssuerMetadata } from './issuer-metadata.js';
import { signInChoices, type SignInChoice } from './sign-in-choices.js';
import { SignInRefused, type SignInRefusal } from './sign-in-refused.js';
import { whyNotAccepted } from './why-not-accepted.js';

/** How a browser begins: what it alone can finish, since it alone has the verifier (RFC 7636). */
export type SignInBegun = {
  readonly choice: string;
  readonly redirectUri: string;
  readonly state: string;
  readonly challenge: string;
};
/** What a browser came back with; `iss` is who answered, where the issuer says so. */
export type SignInReturned = {
  readonly choice: string;
  readonly redirectUri: string;
  readonly code: string;
  readonly verifier: string;
  readonly iss: string | null;
};

type Place = SignInChoice & {
  readonly description: IssuerDescription;
  readonly secret: string | null;
};

/** Signs people in at their municipality's issuer (authorization code with PKCE, RFC 9700), and keeps nothing of it. */
@Injectable()
export class SignIn {
  readonly #log = new Logger('identity');
  readonly #places: ReadonlyMap<string, Place>;

  constructor(
    @Inject(configuration) config: Pick<Config, 'directories' | 'clientSecrets'>,
    private readonly tokens: IssuedTokens,
    clock: Clock,
  ) {
    const places = signInChoices(config.directories).map((choice): [string, Place] => {
      const description = new IssuerDescription(choice.issuer, clock);
      const secret = config.clientSecrets.get(issuerPlace(choice.issuer)) ?? null;
      return [choice.id, { ...choice, description, secret }];
    });
    this.#places = new Map(places);
  }

  /** Where people may sign in. */
  get choices(): readonly SignInChoice[] {
    return [...this.#places.values()];
  }

  /** The address of the issuer's login page for this browser. Throws `SignInRefused`. */
  async begin({ choice, redirectUri, state, challenge }: SignInBegun): Promise<string> {
    const place = this.#place(choice);
    const { client } = place;
    const { authorization } = await this.#described(place);
    const address = new URL(authorization);
    const asked = {
      response_type: 'code',
      client_id: client.clientId,
      redirect_uri: redirectUri,
      scope: client.scope,
      state,
      code_challenge: challenge,
      code_challenge_method: 'S256',
      ...(client.resource !== undefined && { resource: client.resource }),
    };
    for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
    return address.href;
  }

  /** The access token for what a browser came back with, once it is known that the API takes it. Throws `SignInRefused`. */
  async finish(
    returned: SignInReturned,
  ): Promise<{ readonly token: string; readonly expiresAt: Date }> {
    const place = this.#place(returned.choice);
    const metadata = await this.#described(place);
    // A code is told to nobody but who gave it (RFC 9207, 2.4).
    const { iss } = returned;
    if (iss === null ? metadata.namesItself : iss !== place.issuer.issuer)
      throw this.#refused(place, 'OTHER_ISSUER', 'the answer names another issuer');
    const { status, body } = await this.#exchange(place, metadata, returned);
    const token = body['access_token'];
    if (status !== 200 || typeof token !== 'string')
      throw this.#refused(place, 'CODE_REFUSED', `HTTP ${status} ${oauthError(body['error'])}`);
    const issued = await this.tokens.verify(token);
    if (issued === null || issued.municipality !== place.municipality)
      throw this.#refused(place, 'TOKEN_NOT_ACCEPTED', whyNotAccepted(token, place.issuer));
    return { token, expiresAt: issued.expiresAt };
  }

  #place(choice: string): Place {
    const place = this.#places.get(choice);
    if (place === undefined) throw new SignInRefused('UNKNOWN_CHOICE');
    return place;
  }

  async #described(place: Place): Promise<IssuerMetadata> {
    try {
      return await place.description.read();
    } catch (error) {
      throw this.#refused(place, 'ISSUER_UNAVAILABLE', issuerCause(error));
    }
  }

  async #exchange(
    place: Place,
    { token, secretInBody }: IssuerMetadata,
    { code, redirectUri, verifier }: SignInReturned,
  ): Promise<IssuerAnswer> {
    const { client, secret } = place;
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: client.clientId,
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
      ...(client.resource !== undefined && { resource: client.resource }),
      ...(secret !== null && secretInBody && { client_secret: secret }),
    });
    const inHeader = secret !== null && !secretInBody;
    const authorization = inHeader ? basic(client.clientId, secret) : null;
    try {
      return await askIssuer(token, { body, authorization });
    } catch (error) {
      throw this.#refused(place, 'ISSUER_UNAVAILABLE', issuerCause(error));
    }
  }

  #refused({ issuer }: Place, code: SignInRefusal, cause: string): SignInRefused {
    this.#log.warn(`identity.sign_in_refused issuer=${issuer.issuer} code=${code} cause=${cause}`);
    return new SignInRefused(code);
  }
}

/** A client's name and secret as a header has them (RFC 6749, 2.3.1). */
function basic(clientId: string, secret: string): string {
  const pair = [clientId, secret].map((part) => encodeURIComponent(part)).join(':');
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}

/** An error's code; its description may name somebody. */
function oauthError(value: unknown): string {
  return typeof value === 'string' && /^[a-z_]{1,60}$/.test(value) ? value : 'without a code';
}
