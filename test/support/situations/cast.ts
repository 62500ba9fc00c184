import { Client } from 'pg';
import type { TestApp } from '../app.js';
import { at, textAt } from '../json.js';

/** The people of the situations, all of Hallsberg, by the first names that the table uses. */
const mails = {
  Désirée: 'desiree.holm',
  Erik: 'erik.bjorkman',
  'Anna-Karin': 'anna-karin.lindblad',
  'Lars-Åke': 'lars-ake.nilsson',
  Sofia: 'sofia.renstrom',
  Ingrid: 'ingrid.sjoberg',
  Henrik: 'henrik.palm',
  Mustafa: 'mustafa.al-hassan',
} as const;
export type Name = keyof typeof mails;

/** One of them, as the program knows them. */
export type Member = {
  readonly id: string;
  readonly displayName: string;
  readonly employeeId: string;
  readonly desk: { readonly e164: string | null; readonly extension: string | null };
  readonly mobile: string | null;
};

/** Everybody of the situations, the units by name, and how all of them become as they were. */
export type Cast = {
  readonly members: ReadonlyMap<string, Member>;
  readonly units: ReadonlyMap<string, string>;
  sql(text: string, ...values: unknown[]): Promise<void>;
  reset(): Promise<void>;
  close(): Promise<void>;
};

/** Reads the cast from the running program. */
export async function castOf(app: TestApp): Promise<Cast> {
  const client = new Client({ connectionString: app.databaseUrl });
  await client.connect();
  const members = new Map<string, Member>();
  const units = new Map<string, string>();
  for (const [name, mail] of Object.entries(mails)) {
    const query = `{ person(ref: { email: "${mail}@hallsberg.test" }) { id displayName employeeId
      unit { id name parent { id name } } numbers { kind e164 extension } } }`;
    const person = at((await app.ask('operator', query)).data, 'person');
    for (const path of ['unit', 'unit.parent'])
      units.set(textAt(person, `${path}.name`), textAt(person, `${path}.id`));
    const numbers = at(person, 'numbers') as readonly Record<string, string | null>[];
    const [desk] = numbers.filter(({ kind }) => kind === 'DIRECT');
    members.set(name, {
      id: textAt(person, 'id'),
      displayName: textAt(person, 'displayName'),
      employeeId: textAt(person, 'employeeId'),
      desk: { e164: desk?.['e164'] ?? null, extension: desk?.['extension'] ?? null },
      mobile: numbers.find(({ kind }) => kind === 'MOBILE')?.['e164'] ?? null,
    });
  }
  const sql = async (text: string, ...values: unknown[]) => {
    await client.query(text, values);
  };
  // What a directory says of somebody stands in these columns; a copy is taken back after each situation.
  await sql(`create table before as select id, kind, employment, left_at from person`);
  await sql(`create table numbers_before as select * from directory_number`);
  return {
    members,
    units,
    sql,
    reset: async () => {
      for (const table of facts) await sql(`delete from ${table}`);
      await sql(`update person_local set protection_level = 'OPEN'`);
      await sql(`update person p set kind = b.kind, employment = b.employment, left_at = b.left_at
                   from before b where b.id = p.id`);
      await sql(`insert into directory_number select * from numbers_before on conflict do nothing`);
    },
    close: () => client.end(),
  };
}

const facts = [
  'absence',
  'forwarding',
  'line_state',
  'presence_session',
  'stand_in',
  'answer_group_member',
  'opening_hours',
];
