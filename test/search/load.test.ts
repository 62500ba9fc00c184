import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { databaseOptions } from '../../src/store/data-source.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { now } from '../support/people.js';
import { fixedDirectory } from './directory.js';
import { loadDirectory } from './load.js';
import { subjectsByKey } from './subject-words.js';

let database: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  source = await new DataSource(databaseOptions(database.programUrl)).initialize();
  await loadDirectory(source, fixedDirectory, now);
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

async function rows(query: string): Promise<readonly unknown[]> {
  return (await source.query(query)) as unknown[];
}

test('the database has everybody and everything of the fixed directory, each by its key', async () => {
  const entries = [...fixedDirectory.people, ...fixedDirectory.functions];
  const staff = await rows(`
    select p.directory_key as key, p.kind, p.display_name as "displayName", p.title, p.email,
           p.employee_id as "employeeId", u.directory_key as unit, m.name as municipality,
           (select coalesce(json_agg(n.original order by n.position), '[]')
              from directory_number n where n.person_id = p.id) as numbers
      from person p
      join person_local l on l.person_id = p.id and l.protection_level = 'OPEN'
      join unit u on u.id = p.unit_id
      join municipality m on m.code = p.municipality_code
     order by p.directory_key collate "C"`);
  expect(staff).toHaveLength(entries.length);
  expect(staff).toEqual(
    entries
      .map(({ key, kind, displayName, title, email, employeeId, unit, place, numbers }) => ({
        key,
        kind,
        displayName,
        title,
        email,
        employeeId,
        unit,
        municipality: { askersund: 'Askersund', hallsberg: 'Hallsberg', laxa: 'Laxå' }[place],
        numbers: numbers.map(({ original }) => original),
      }))
      .toSorted((a, b) => (a.key < b.key ? -1 : 1)),
  );
});

test('the units stand in their trees, and answer groups in their order', async () => {
  const units = await rows(`
    select u.directory_key as key, u.name, parent.directory_key as parent
      from unit u left join unit parent on parent.id = u.parent_id
     order by u.directory_key collate "C"`);
  expect(units).toEqual(
    fixedDirectory.units
      .map(({ key, name, parent }) => ({ key, name, parent }))
      .toSorted((a, b) => (a.key < b.key ? -1 : 1)),
  );
  const groups = await rows(`
    select u.directory_key as unit, json_agg(p.directory_key order by g.position) as members
      from answer_group_member g join unit u on u.id = g.unit_id join person p on p.id = g.person_id
     group by u.directory_key order by u.directory_key collate "C"`);
  expect(groups).toEqual(
    [...fixedDirectory.answerGroups]
      .map(([unit, members]) => ({ unit, members }))
      .toSorted((a, b) => (a.unit < b.unit ? -1 : 1)),
  );
});

test('units and functions have the words of their subjects, each subject with its synonyms', async () => {
  const kept = await rows(`
    select o.key, json_agg(o.words order by o.subject) as words
      from (select p.directory_key as key, w.subject, json_agg(w.word order by w.synonym) as words
              from person_subject_word w join person p on p.id = w.person_id group by 1, 2
            union all
            select u.directory_key, w.subject, json_agg(w.word order by w.synonym)
              from unit_subject_word w join unit u on u.id = w.unit_id group by 1, 2) o
     group by o.key order by o.key collate "C"`);
  expect(kept).toEqual(
    [...subjectsByKey(fixedDirectory)]
      .map(([key, subjects]) => ({
        key,
        words: subjects.map(({ word, synonyms }) => [word, ...synonyms]),
      }))
      .toSorted((a, b) => (a.key < b.key ? -1 : 1)),
  );
  expect(kept.length).toBeGreaterThan(200);
});
