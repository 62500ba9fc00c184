import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Client } from 'pg';
import { closeDatabase, ownerRole } from '../../src/demo/postgres-cluster.js';

/** Where the certificate of the tests' own directory servers is, made before the first test. */
export const testCertificate = join('.data', 'test-certificate');

/** The migrated database that test databases are copied from. */
export const templateName = 'test_template';

/** What the setup of a test run tells the tests: the server's addresses, or why there is none. */
export type TestServer =
  | { readonly superuserUrl: string; readonly ownerUrl: string; readonly programUrl: string }
  | { readonly fault: string };

/** A migrated database with no rows, of one test file alone. */
export type TestDatabase = {
  readonly ownerUrl: string;
  readonly programUrl: string;
  /** Ends what is still connected and removes the database. */
  drop(): Promise<void>;
};

/** Makes a database from the template, in about 40 ms. Throws when the test run has no server. */
export async function createTestDatabase(
  server: Exclude<TestServer, { fault: string }> = testServer(),
): Promise<TestDatabase> {
  return copyOf(templateName, server);
}

/** Makes a database with everything that another one of the tests holds; nobody may be connected to that one. */
export async function copyTestDatabase(ownerUrl: string): Promise<TestDatabase> {
  return copyOf(new URL(ownerUrl).pathname.slice(1), testServer());
}

async function copyOf(
  template: string,
  server: Exclude<TestServer, { fault: string }>,
): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asSuperuser(server.superuserUrl, [
    `create database ${name} template ${template} owner ${ownerRole} strategy file_copy`,
    ...closeDatabase(name),
  ]);
  return {
    ownerUrl: at(server.ownerUrl, name),
    programUrl: at(server.programUrl, name),
    drop: () => asSuperuser(server.superuserUrl, [`drop database if exists ${name} with (force)`]),
  };
}

/** The same server and role, another database. */
export function at(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}

function testServer(): Exclude<TestServer, { fault: string }> {
  const told = process.env['TEST_POSTGRES'];
  if (told === undefined)
    throw new Error('There is no test server: start the tests with npm test.');
  const server = JSON.parse(told) as TestServer;
  if ('fault' in server) throw new Error(`The test server did not start: ${server.fault}`);
  return server;
}

async function asSuperuser(url: string, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
