import { DataSource } from 'typeorm';
import type { Reach } from '../../src/kernel/viewer.js';
import { reachOf } from '../../src/policy/reach.js';
import { databaseOptions } from '../../src/store/data-source.js';
import { MunicipalitiesStore } from '../../src/store/municipalities.store.js';
import { QuickReads } from '../../src/store/quick-reads.js';
import { SearchStore } from '../../src/store/search.store.js';
import { createTestDatabase } from '../support/database.js';
import { now, viewer } from '../support/people.js';
import { fixedDirectory } from './directory.js';
import { loadDirectory } from './load.js';

/** The fixed directory in a real database, and the store that searches it for an operator. */
export type Searching = {
  readonly source: DataSource;
  readonly municipalities: MunicipalitiesStore;
  readonly store: SearchStore;
  readonly reach: Reach;
  stop(): Promise<void>;
};

/** Loads it. */
export async function startSearching(): Promise<Searching> {
  const database = await createTestDatabase();
  const source = await new DataSource(databaseOptions(database.programUrl)).initialize();
  await loadDirectory(source, fixedDirectory, now);
  const reads = new QuickReads({ databaseUrl: database.programUrl }, source);
  const municipalities = new MunicipalitiesStore(source);
  await municipalities.configure([]);
  return {
    source,
    municipalities,
    store: new SearchStore(reads, municipalities),
    reach: reachOf(viewer('OPERATOR'), municipalities.codes()),
    stop: async () => {
      await reads.onApplicationShutdown();
      await source.destroy();
      await database.drop();
    },
  };
}
