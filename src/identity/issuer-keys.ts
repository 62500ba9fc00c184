import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Logger } from '@nestjs/common';
import { createLocalJWKSet, type JSONWebKeySet, type JWTHeaderParameters } from 'jose';
import type { IssuerConfig } from '../config/issuer-config.js';
import type { Clock } from '../kernel/clock.js';
import { issuerCause } from './ask-issuer.js';

/** Milliseconds. An unknown key, or an outage, asks the issuer no more often than this. */
const cooldown = 30_000;
/** Older keys than this are read again, behind the request that notices it. */
const fresh = 600_000;
/** When nobody has asked for so long, the request that does waits: the issuer may have retired a key. */
const quiet = 1_200_000;
/** The last good keys are used for so long when the issuer does not answer. */
const usable = 86_400_000;
/** A request waits no longer than this for keys; the reading itself may take longer. */
const patience = 900;
const readTimeout = 3_000;
const maxLength = 262_144;

type Known = {
  readonly kids: ReadonlySet<string>;
  readonly key: ReturnType<typeof createLocalJWKSet>;
  readonly at: number;
};

/**
 * The public keys of one issuer. Keys that are known answer at once, whatever state the issuer is in;
 * a key that the issuer no longer publishes is forgotten at the next reading.
 */
export class IssuerKeys {
  readonly #log = new Logger('identity');
  #known: Known | null = null;
  #askedAt = Number.NEGATIVE_INFINITY;
  #reading: Promise<void> | null = null;

  constructor(
    private readonly issuer: Pick<IssuerConfig, 'issuer' | 'jwks'>,
    private readonly clock: Clock,
  ) {}

  /** The key that a token's header names. Throws when the issuer publishes none of that name. */
  async find(header: JWTHeaderParameters) {
    const { kid } = header;
    if (typeof kid !== 'string') throw new Error('The token names no key.');
    const now = this.#now();
    if (!this.#usable(kid, now) || now - this.#askedAt > quiet) await this.#readSoon(now);
    else if (now - (this.#known?.at ?? now) > fresh) this.#read(now);
    const known = this.#usable(kid, this.#now());
    if (known === null) throw new Error('The issuer publishes no such key.');
    return known.key(header);
  }

  #usable(kid: string, now: number): Known | null {
    const known = this.#known;
    return known !== null && known.kids.has(kid) && now - known.at <= usable ? known : null;
  }

  async #readSoon(now: number): Promise<void> {
    this.#read(now);
    if (this.#reading === null) return;
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise<void>((resolve) => (timer = setTimeout(resolve, patience)));
    await Promise.race([this.#reading, enough]);
    clearTimeout(timer);
  }

  #read(now: number): void {
    if (this.#reading !== null || now - this.#askedAt < cooldown) return;
    this.#askedAt = now;
    this.#reading = this.#replace(now).finally(() => (this.#reading = null));
  }

  async #replace(now: number): Promise<void> {
    try {
      const set = JSON.parse(await textOf(this.issuer.jwks)) as JSONWebKeySet;
      const key = createLocalJWKSet(set);
      const kids = new Set(set.keys.flatMap(({ kid }) => (typeof kid === 'string' ? [kid] : [])));
      if (kids.size === 0) throw new Error('No key has a name.');
      this.#known = { kids, key, at: now };
    } catch (error) {
      this.#log.warn(
        `identity.keys_unavailable issuer=${this.issuer.issuer} cause=${issuerCause(error)}`,
      );
    }
  }

  #now(): number {
    return this.clock.now().getTime();
  }
}

async function textOf(address: string): Promise<string> {
  if (address.startsWith('file://')) return readFile(fileURLToPath(address), 'utf8');
  const response = await fetch(address, {
    headers: { accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(readTimeout),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  if (text.length > maxLength) throw new Error('Too long.');
  return text;
}
