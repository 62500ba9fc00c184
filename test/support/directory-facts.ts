import { Client } from 'pg';

/** Sets what a directory would have said, as the owner of the tables; no sync takes part. */
export type DirectoryFacts = {
  /** Makes the second person the first one's nearest supervisor; null for nobody. */
  lead(subordinate: string, manager: string | null): Promise<void>;
  /** Sets columns of the person with a mail address to literals of SQL. */
  set(email: string, assignments: string): Promise<void>;
  /** Sets the level of the person with a mail address. */
  level(email: string, level: 'OPEN' | 'RESTRICTED' | 'PROTECTED'): Promise<void>;
  /** In every unit ten of the municipality answer, and everybody has three stand-ins. */
  everybodyAnswers(): Promise<void>;
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
    everybodyAnswers: async () => {
      await client.query(`insert into answer_group_member (unit_id, person_id, municipality_code, position)
        select u.id, p.id, u.municipality_code, p.n from unit u
          join (select *, row_number() over (partition by municipality_code order by id) as n
                  from person) p on p.municipality_code = u.municipality_code and p.n <= 10`);
      await client.query(`insert into stand_in (person_id, stand_in_id, municipality_code, position)
        select p.id, s.id, p.municipality_code, s.n from person p
          join lateral (select id, row_number() over (order by id) as n from person other
                         where other.municipality_code = p.municipality_code and other.id > p.id
                         order by id limit 3) s on true`);
    },
    close: () => client.end(),
  };
}

function once({ rowCount }: { readonly rowCount: number | null }): void {
  if (rowCount !== 1) throw new Error(`Meant for one person, and ${rowCount} were there.`);
}
