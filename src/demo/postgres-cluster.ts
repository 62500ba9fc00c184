import { spawn } from 'node:child_process';
import { chownSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Client } from 'pg';
import { runAs } from './postgres-account.js';
import type { Place } from './postgres-place.js';
import { keepSecrets, type Secrets } from './postgres-secrets.js';

/** The two roles of the real thing: one owns the tables, the other only reads and writes rows. */
export const ownerRole = 'ett_samtal_owner';
export const programRole = 'ett_samtal_program';
export const databaseName = 'ett_samtal';

/** Where an embedded server is reached, as one of its roles. */
export function databaseUrl(role: string, password: string, port: number, name: string): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${name}`;
}

/** What stands in the secrets once the data folder is complete; it stays true when a clone is moved. */
export function markOf(stateDirectory: string, place: Place): string {
  const inside = relative(stateDirectory, place.data);
  return inside.startsWith('..') ? place.data : inside;
}

/**
 * Whether a data folder was made to the end by this version of PostgreSQL. Throws when it was made by
 * another version, which cannot read it.
 */
export function isComplete(stateDirectory: string, place: Place, secrets: Secrets): boolean {
  const version = join(place.data, 'PG_VERSION');
  if (secrets.madeAt !== markOf(stateDirectory, place) || !existsSync(version)) return false;
  const [made, have] = [readFileSync(version, 'utf8').trim(), place.binaries.version.split('.')[0]];
  if (made !== have)
    throw new Error(
      `${place.data} was made by PostgreSQL ${made}, and this is ${have}: move it away, and a new one is made.`,
    );
  return true;
}

/** Makes a data folder from nothing; what an interrupted attempt left is removed first. */
export async function makeData(
  stateDirectory: string,
  place: Place,
  secrets: Secrets,
  durable: boolean,
): Promise<void> {
  rmSync(place.data, { recursive: true, force: true });
  keepSecrets(stateDirectory, { ...secrets, madeAt: null });
  const passwordFile = join(place.home, `.password-${process.pid}`);
  writeFileSync(passwordFile, secrets.superuser, { mode: 0o600, flag: 'wx' });
  if (place.account !== null) chownSync(passwordFile, place.account.uid, place.account.gid);
  try {
    await initdb(place, [
      `--pgdata=${place.data}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Makes the roles and the database in a new server, then marks the data folder as complete. */
export async function makeDatabase(
  stateDirectory: string,
  place: Place,
  secrets: Secrets,
  superuserUrl: string,
): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(`create role ${ownerRole} login password '${secrets.owner}'`);
    await client.query(`create role ${programRole} login password '${secrets.program}'`);
    await client.query(`create database ${databaseName} owner ${ownerRole}`);
    for (const statement of closeDatabase(databaseName)) await client.query(statement);
  } finally {
    await client.end();
  }
  keepSecrets(stateDirectory, { ...secrets, madeAt: markOf(stateDirectory, place) });
}

/** Nobody but the two roles gets into a database, and the program's role makes nothing there. */
export function closeDatabase(name: string): readonly string[] {
  return [
    `revoke all on database ${name} from public`,
    `grant connect on database ${name} to ${programRole}`,
  ];
}

async function initdb(place: Place, args: readonly string[]): Promise<void> {
  const child = spawn(place.binaries.initdb, args, {
    ...runAs(place.account),
    cwd: place.home,
    env: { LC_ALL: 'C', TZ: 'UTC', PATH: '/bin:/usr/bin' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const code = await new Promise<number | string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (status, by) => resolve(status ?? by ?? 'unknown'));
  });
  if (code === 0) return;
  const end = Buffer.concat(said).toString('utf8').trim().split('\n').slice(-12).join('\n');
  throw new Error(`The embedded PostgreSQL could not be made (initdb: ${code}).\n${end}`);
}
