import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

let database: TestDatabase;
let program: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  program = new Client({ connectionString: database.programUrl });
  await program.connect();
});
afterAll(async () => {
  await program.end();
  await database.drop();
});

test.each(['person', 'unit'])(
  'P14: who handles something is found in the index, by the whole word and by how it begins (%s)',
  async (owner) => {
    // An empty table is read faster whole; what is asked is whether the index can serve at all.
    await program.query('set enable_seqscan = off');
    for (const wanted of [`folded = 'bygglov'`, `folded like 'bygg%'`]) {
      const { rows } = await program.query<Record<string, string>>(
        `explain select ${owner}_id from ${owner}_subject_word where ${wanted}`,
      );
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).toContain(`${owner}_subject_word_folded_index`);
      expect(plan).toContain('Index Cond');
    }
  },
);
