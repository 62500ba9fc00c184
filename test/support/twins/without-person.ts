import { Client } from 'pg';

/**
 * Makes a database one in which a person never was: every row that belongs to the person goes, every
 * reference that a row can do without is emptied, and a forwarding to the person, which can't, goes too.
 * The references are read from the tables themselves, so that a new table is treated like the others.
 * Columns with these names are references, constraint or not.
 */
export async function removeWholly(databaseUrl: string, email: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>('select id from person where email = $1', [
      email,
    ]);
    const [person] = rows;
    if (person === undefined) throw new Error(`Nobody has ${email}.`);
    const references = await client.query<Reference>(referencesToPerson);
    for (const { table, column, needed } of references.rows)
      await client.query(
        needed || table === 'forwarding'
          ? `delete from ${table} where ${column} = $1`
          : `update ${table} set ${column} = null${table === 'absence' ? ', referral_kind = null' : ''} where ${column} = $1`,
        [person.id],
      );
    await client.query('delete from audit_entry where about = $1', [person.id]);
    await client.query('delete from person where id = $1', [person.id]);
  } finally {
    await client.end();
  }
}

type Reference = { readonly table: string; readonly column: string; readonly needed: boolean };

const referencesToPerson = `
  select c.conrelid::regclass::text as table, a.attname as column, a.attnotnull as needed
    from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
   where c.contype = 'f' and c.confrelid = 'person'::regclass
   union
  select c.oid::regclass::text, a.attname, a.attnotnull
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname in ('person_id', 'manager_id', 'alias_of') and not a.attisdropped
   where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
   order by 1, 2`;
