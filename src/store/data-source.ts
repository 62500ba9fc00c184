import type { DataSourceOptions } from 'typeorm';
import { allRows } from './rows/all-rows.js';

/** How the program connects: a pool under its own role, which owns no table. */
export function databaseOptions(url: string): Extract<DataSourceOptions, { type: 'postgres' }> {
  return {
    type: 'postgres',
    url,
    entities: allRows,
    synchronize: false,
    installExtensions: false,
    applicationName: 'ett-samtal',
    extra: { max: 10, connectionTimeoutMillis: 5_000, statement_timeout: 15_000 },
  };
}
