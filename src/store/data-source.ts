import type { DataSourceOptions } from 'typeorm';
import { allRows } from './rows/all-rows.js';

/**
 * To call on helpers or a compiler takes the server longer than any question of an operator may, and takes the
 * processor from the next one; and what is asked for all day is in memory, where a row is as near as the next one.
 */
export const quick = '-c max_parallel_workers_per_gather=0 -c jit=off -c random_page_cost=1.1';

/** How the program connects: a pool under its own role, which owns no table. */
export function databaseOptions(url: string): Extract<DataSourceOptions, { type: 'postgres' }> {
  return {
    type: 'postgres',
    url,
    entities: allRows,
    synchronize: false,
    installExtensions: false,
    applicationName: 'ett-samtal',
    extra: { max: 10, connectionTimeoutMillis: 5_000, statement_timeout: 15_000, options: quick },
  };
}
