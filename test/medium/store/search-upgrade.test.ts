import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SearchWords1790000000022 } from '../../../migrations/0022-search-words.js';
import { databaseBefore, type DatabaseBefore } from '../../support/database-before.js';

let old: DatabaseBefore;

beforeAll(async () => {
  old = await databaseBefore(SearchWords1790000000022);
}, 60_000);
afterAll(() => old.stop());

test('whoever was there before is found by words after the upgrade, and whoever is PROTECTED stands apart', async () => {
  for (const [name, level] of [
    ['Lind', 'OPEN'],
    ['Sköld', 'PROTECTED'],
  ])
    await old.db.query(
      `with made as (
         insert into person (id, municipality_code, source_id, directory_key, source_hash, display_name, given_name, family_name, title,
             kind, account_state, sort_key, folded_text, employment, filled)
         values (gen_random_uuid(), '1861', 'hallsberg', $1, '', 'Anna ' || $1, 'Anna', $1, 'Rektor', 'EMPLOYEE', 'ACTIVE', $1, '', 'ACTIVE', '')
         returning id)
       insert into person_local (person_id, municipality_code, protection_level, version) select id, '1861', $2, 1 from made`,
      [name, level],
    );
  await old.upgrade();
  const { rows } = await old.db.query<{ word: string }>(
    `select folded || ' ' || hidden as word from search_word where field = 1 order by folded`,
  );
  expect(rows.map(({ word }) => word)).toEqual(['lind false', 'skold true']);
});
