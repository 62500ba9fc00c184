import { readFileSync } from 'node:fs';
import { allowances, type Allowances } from './allowances.js';
import type { DemonstrationSignIn } from './demonstration-sign-in.js';
import { parseDialCodes, type DialCodesByPlan } from './dial-codes-file.js';
import { issuerPlace } from './issuer-config.js';
import { parseDirectories, type DirectoriesFile } from './directories-file.js';

/** Everything that the program is told from outside, parsed once and frozen. */
export type Config = {
  /** Loopback in the demonstration; elsewhere what HOST says. */
  readonly host: string;
  readonly port: number;
  readonly production: boolean;
  readonly databaseUrl: string;
  /** For migrations; without it the program only checks that they have been made. */
  readonly databaseOwnerUrl: string | null;
  readonly directories: DirectoriesFile;
  /** From which the pepper of API keys and the key of cursors are derived; at least 32 characters. */
  readonly serverSecret: string;
  /** Bind passwords by directory id. */
  readonly bindPasswords: ReadonlyMap<string, string>;
  /** Secrets of the pages at those issuers that insist on one, by the issuer's place. */
  readonly clientSecrets: ReadonlyMap<string, string>;
  /** Whether the page for trying queries out is served. */
  readonly graphiql: boolean;
  readonly allowances: Allowances;
  /** Null everywhere but in the embedded demonstration. */
  readonly demonstration: DemonstrationSignIn | null;
  /** What is dialled on keypads, where a dial plan differs from the standard. */
  readonly dialCodes: DialCodesByPlan;
};

/** What the environment asks for: the embedded demonstration, or the real thing. */
export type Start =
  | { readonly kind: 'DEMONSTRATION'; readonly port: number }
  | { readonly kind: 'CONFIGURED'; readonly config: Config };

/** Issuers of the demonstration are named so that production can refuse them. */
export const demonstrationIssuerPrefix = 'urn:ett-samtal:demonstration:';

/** A mistake in the configuration, in one clear sentence that shows no value of a secret. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConfigError';
  }
}

/** Names and values, as `process.env` holds them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the process's environment; the only place that does. Throws `ConfigError`. */
export function readStart(): Start {
  return decideStart(process.env);
}

/** Decides from an environment how to start. Pure but for the files that it names. Throws `ConfigError`. */
export function decideStart(env: Environment): Start {
  const production = env['NODE_ENV'] === 'production';
  if (env['DATABASE_URL']) return { kind: 'CONFIGURED', config: configFrom(env) };
  if (production)
    throw new ConfigError(
      'NODE_ENV is production but DATABASE_URL is not set, and the embedded demonstration never runs in production: set DATABASE_URL and DIRECTORIES_FILE.',
    );
  if (env['DIRECTORIES_FILE'])
    throw new ConfigError(
      'DIRECTORIES_FILE is set but DATABASE_URL is not: set both, or neither for the demonstration.',
    );
  return { kind: 'DEMONSTRATION', port: portFrom(env) };
}

/** Parses a whole configuration. Throws `ConfigError` or `DirectoriesFileError`. */
export function configFrom(env: Environment): Config {
  const production = env['NODE_ENV'] === 'production';
  const directories = parseDirectories(
    readFile('DIRECTORIES_FILE', required(env, 'DIRECTORIES_FILE')),
  );
  if (production) refuseLaboratory(directories);
  return Object.freeze({
    host: env['HOST'] ?? '127.0.0.1',
    port: portFrom(env),
    production,
    databaseUrl: databaseUrl('DATABASE_URL', required(env, 'DATABASE_URL')),
    databaseOwnerUrl: env['DATABASE_OWNER_URL']
      ? databaseUrl('DATABASE_OWNER_URL', env['DATABASE_OWNER_URL'])
      : null,
    directories,
    serverSecret: serverSecret(env),
    bindPasswords: bindPasswords(directories, env),
    clientSecrets: clientSecrets(directories),
    graphiql: graphiql(env['GRAPHIQL'] ?? 'off', production),
    allowances,
    demonstration: null,
    dialCodes: dialCodes(env['DIAL_CODES_FILE']),
  });
}

/** Off if nothing is said. Nobody is asked for a key on a web page of production, where the schema is hidden anyway. */
function graphiql(word: string, production: boolean): boolean {
  if (word !== 'on' && word !== 'off') throw new ConfigError('GRAPHIQL must be on or off.');
  if (word === 'on' && production)
    throw new ConfigError(
      'GRAPHIQL is on, which production refuses: it asks for keys on a web page.',
    );
  return word === 'on';
}

function dialCodes(path: string | undefined): DialCodesByPlan {
  const read = path ? parseDialCodes(readFile('DIAL_CODES_FILE', path)) : new Map();
  if (!('faults' in read)) return read;
  const list = read.faults.map((fault) => `\n  - ${fault}`).join('');
  throw new ConfigError(`DIAL_CODES_FILE has ${read.faults.length} fault(s):${list}`);
}

function serverSecret(env: Environment): string {
  const file = env['SERVER_SECRET_FILE'];
  const secret = file ? readFile('SERVER_SECRET_FILE', file).trim() : env['SERVER_SECRET'];
  if (!secret || secret.length < 32)
    throw new ConfigError(
      'SERVER_SECRET (or the file SERVER_SECRET_FILE) must hold at least 32 characters.',
    );
  return secret;
}

function bindPasswords(file: DirectoriesFile, env: Environment): ReadonlyMap<string, string> {
  const passwords = new Map<string, string>();
  for (const { bind, id } of file.municipalities.flatMap((m) => m.directories)) {
    const password = bind.passwordFile
      ? readFile(`the passwordFile of directory ${id}`, bind.passwordFile).trim()
      : env[bind.passwordEnv ?? ''];
    // An empty password is an anonymous bind (RFC 4513, 5.1.2), which many servers accept.
    if (!password)
      throw new ConfigError(
        `Directory ${id} has no bind password: its ${bind.passwordEnv ? `variable ${bind.passwordEnv}` : 'passwordFile'} is empty or not set.`,
      );
    passwords.set(id, password);
  }
  return passwords;
}

function clientSecrets(file: DirectoriesFile): ReadonlyMap<string, string> {
  const secrets = new Map<string, string>();
  for (const { code, issuers } of file.municipalities)
    for (const issuer of issuers) {
      const path = issuer.signIn?.clientSecretFile;
      if (path === undefined) continue;
      const secret = readFile(`a clientSecretFile of municipality ${code}`, path).trim();
      if (!secret) throw new ConfigError(`A clientSecretFile of municipality ${code} is empty.`);
      secrets.set(issuerPlace(issuer), secret);
    }
  return secrets;
}

/** What is for one machine only: the demonstration's issuers, and keys that come in clear text. */
function refuseLaboratory(file: DirectoriesFile): void {
  for (const { code, issuers } of file.municipalities) {
    if (issuers.some(({ issuer }) => issuer.startsWith(demonstrationIssuerPrefix)))
      throw new ConfigError(
        `Municipality ${code} uses the demonstration's issuer, which production refuses.`,
      );
    if (issuers.some(({ jwks }) => jwks.startsWith('http://')))
      throw new ConfigError(
        `Municipality ${code} reads an issuer's keys over plain HTTP, which production refuses.`,
      );
    if (issuers.some(({ issuer, signIn }) => signIn && issuer.startsWith('http://')))
      throw new ConfigError(
        `Municipality ${code} lets people sign in over plain HTTP, which production refuses.`,
      );
  }
}

function portFrom(env: Environment): number {
  const port = Number(env['PORT'] ?? '4000');
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new ConfigError('PORT must be a whole number from 0 to 65535.');
  return port;
}

function databaseUrl(name: string, value: string): string {
  if (!/^postgres(ql)?:\/\//.test(value) || !URL.canParse(value))
    throw new ConfigError(`${name} must be an address that begins with postgres://.`);
  return value;
}

function required(env: Environment, name: string): string {
  const value = env[name];
  if (!value) throw new ConfigError(`${name} must be set when DATABASE_URL is.`);
  return value;
}

function readFile(what: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError(`${what} names a file that cannot be read (${code ?? 'unreadable'}).`);
  }
}
