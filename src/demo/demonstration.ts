import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configFrom, type Config } from '../config/config.js';
import { loadOrCreateCertificate } from './certificate.js';
import { demonstrationMunicipalities } from './demonstration-municipalities.js';
import { directoriesYaml } from './directories-yaml.js';
import { prepareIssuers } from './issuers.js';
import { parseLdif } from './ldif.js';
import { startLdapServer } from './ldap-server.js';
import { startPostgres } from './postgres.js';

/** The embedded database and directories, and the configuration that points at them. */
export type Demonstration = { readonly config: Config; stop(): Promise<void> };

/**
 * Starts a real PostgreSQL and three LDAP directories with fictional staff on loopback, and configures
 * the program for them as for any others. State is kept in the given folder.
 */
export async function startDemonstration(state: string, port: number): Promise<Demonstration> {
  mkdirSync(state, { recursive: true });
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const one of stops.toReversed()) await one();
  };
  try {
    const log = (line: string) => void process.stdout.write(`${line}\n`);
    const database = await startPostgres(state, { log });
    stops.push(() => database.stop());
    const tls = await loadOrCreateCertificate(join(state, 'ldap'));
    const bindPassword = secretIn(state, 'bind-password');
    const sources = [];
    for (const municipality of demonstrationMunicipalities) {
      const entries = parseLdif(readFileSync(municipality.ldif, 'utf8'));
      const server = await startLdapServer({
        entries,
        bindDn: municipality.bindDn,
        bindPassword,
        tls,
      });
      stops.push(() => server.close());
      sources.push({ municipality, servers: [`ldaps://127.0.0.1:${server.port}`] });
    }
    const issuers = await prepareIssuers(state);
    const file = join(state, 'directories.yaml');
    writeFileSync(file, directoriesYaml(sources, issuers, tls.certFile));
    const config = configFrom({
      PORT: String(port),
      DATABASE_URL: database.programUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      DIRECTORIES_FILE: file,
      SERVER_SECRET: secretIn(state, 'server-secret'),
      DEMONSTRATION_BIND_PASSWORD: bindPassword,
      GRAPHIQL: 'on',
    });
    return { config, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A random secret that is made once and kept for the owner's eyes only. */
function secretIn(state: string, name: string): string {
  const file = join(state, name);
  if (!existsSync(file))
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}
