import { Client } from 'pg';
import { globalId } from '../../../src/kernel/ids.js';
import { others, rut } from './hidden-person.js';

/** The ids that operations name, the same in every world; those that are the person's lead nowhere in one of them. */
export type Facts = {
  readonly rut: { readonly uuid: string; readonly id: string; readonly version: string };
  /** Global ids by the short names of `others`. */
  readonly ids: Readonly<Record<keyof typeof others, string>>;
  readonly absences: {
    readonly ofRut: readonly string[];
    readonly coveredByRut: readonly string[];
  };
  readonly forwardings: { readonly ofRut: readonly string[]; readonly toRut: readonly string[] };
  readonly unit: string;
};

/** Reads them from the database that all worlds are copied from. */
export async function factsOf(databaseUrl: string): Promise<Facts> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const read = async (sql: string, ...values: string[]) =>
    (await client.query<{ id: string }>(sql, values)).rows.map(({ id }) => id);
  const one = async (sql: string, ...values: string[]) => {
    const [id] = await read(sql, ...values);
    if (id === undefined) throw new Error(`Nothing there: ${values.join(', ')}`);
    return id;
  };
  try {
    const byMail = 'select id from person where email = $1';
    const uuid = await one(byMail, rut.email);
    const ids: Record<string, string> = {};
    for (const [name, email] of Object.entries(others))
      ids[name] = globalId('PERSON', await one(byMail, email));
    const absence = (column: string) => `select id from absence where ${column} = $1 order by id`;
    const forwarding = (column: string) =>
      `select id from forwarding where ${column} = $1 order by id`;
    const asAbsences = (all: readonly string[]) => all.map((id) => globalId('ABSENCE', id));
    const asForwardings = (all: readonly string[]) => all.map((id) => globalId('FORWARDING', id));
    return {
      rut: {
        uuid,
        id: globalId('PERSON', uuid),
        version: await one(
          'select version::text as id from person_local where person_id = $1',
          uuid,
        ),
      },
      ids: ids as Facts['ids'],
      absences: {
        ofRut: asAbsences(await read(absence('person_id'), uuid)),
        coveredByRut: asAbsences(await read(absence('substitute_id'), uuid)),
      },
      forwardings: {
        ofRut: asForwardings(await read(forwarding('person_id'), uuid)),
        toRut: asForwardings(await read(forwarding('target_person_id'), uuid)),
      },
      unit: globalId('UNIT', await one('select unit_id as id from person where id = $1', uuid)),
    };
  } finally {
    await client.end();
  }
}
