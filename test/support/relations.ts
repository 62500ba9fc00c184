import { Client } from 'pg';
import { globalId } from '../../src/kernel/ids.js';
import type { TestApp } from './app.js';

/** What the tests of roles and duties look up and set, as the owner of the tables. */
export type RelationFacts = {
  readonly db: Client;
  /** The global id of the person with a mail address in Hallsberg. */
  person(email: string): Promise<string>;
  /** The global id of the unit of a name in Hallsberg. */
  unit(name: string): Promise<string>;
  /** What is recorded of an action, the newest first: actor, origin and fields. */
  recorded(action: string): Promise<readonly object[]>;
  close(): Promise<void>;
};

/** Opens the program's database beside it. */
export async function relationFacts(app: TestApp): Promise<RelationFacts> {
  const db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
  const idOf = async (table: string, column: string, value: string) => {
    const { rows } = await db.query<{ id: string }>(
      `select id from ${table} where municipality_code = '1861' and ${column} = $1`,
      [value],
    );
    if (rows[0] === undefined || rows.length > 1) throw new Error(`Not one: ${value}.`);
    return rows[0].id;
  };
  return {
    db,
    person: async (email) => globalId('PERSON', await idOf('person', 'email', email)),
    unit: async (name) => globalId('UNIT', await idOf('unit', 'name', name)),
    recorded: async (action) => {
      const { rows } = await db.query<object>(
        `select actor, roles, origin, fields, municipality_code as municipality
           from audit_entry where action = $1 order by id desc`,
        [action],
      );
      return rows;
    },
    close: () => db.end(),
  };
}
