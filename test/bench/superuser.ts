import { Client } from 'pg';
import type { RunningPostgres } from '../../src/demo/postgres.js';
import { at, type TestDatabase } from '../support/database.js';

const longestMilliseconds = 5 * 60_000;

/** A session in a database as the one who may do anything there; the caller connects and ends it. */
export function superuser({ superuserUrl }: RunningPostgres, { ownerUrl }: TestDatabase): Client {
  const name = new URL(ownerUrl).pathname.slice(1);
  return new Client({
    connectionString: at(superuserUrl, name),
    statement_timeout: longestMilliseconds,
  });
}
