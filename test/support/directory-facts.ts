import { Client } from 'pg';

/** Sets what a directory would have said, as the owner of the tables; no sync takes part. */
export type DirectoryFacts = {
  /** Makes the second person the first one's nearest supervisor; null for nobody. */
  lead(subordinate: string, manager: string | null): Promise<void>;
  /** Sets columns of the person with a mail address to literals of SQL. */
  set(email: string, assignments: string): Promise<void>;
  /** Sets the level of the person with a mail address. */
  level(email: string, level: 'OPEN' | 'RESTRICTED' | 'PROTECTED'): Promise<void>;
  close(): Promise<void>;
};

/** Opens the test database for setting facts, and takes away every manager that is there. */
export async function directoryFacts(databaseUrl: string): Promise<DirectoryFacts> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('update person set manager_id = null');
  return {
    lead: async (subordinate, manager) =>
      once(
        await client.query(
          `update person set manager_id = (select m.id from person m where m.email = $2)
            where email = $1 and ($2::text is null or exists (select 1 from person m where m.email = $2))`,
          [subordinate, manager],
        ),
      ),
    set: async (email, assignments) =>
      once(await client.query(`update person set ${assignments} where email = $1`, [email])),
    level: async (email, level) =>
      once(
        await client.query(
          `update person_local l set protection_level = $2
             from person p where p.id = l.person_id and p.email = $1`,
          [email, level],
        ),
      ),
    close: () => client.end(),
  };
}

function once({ rowCount }: { readonly rowCount: number | null }): void {
  if (rowCount !== 1) throw new Error(`Meant for one person, and ${rowCount} were there.`);
}
