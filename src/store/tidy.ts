/** The tables that a first read of a directory fills, and that are searched and listed all day. */
export const bulkTables = [
  'person',
  'person_local',
  'directory_number',
  'search_word',
  'search_term',
  'stream_entry',
] as const;

/** What fewer leave, or a smaller share of all, slows nobody; and every plan is made anew afterwards, which would. */
const bulk = { people: 1_000, share: 0.1 };

/** Whether a change of so many people is one after which the tables are put in order at once. */
export function isBulk(changed: number, all: number): boolean {
  return changed >= bulk.people && changed >= bulk.share * all;
}

/**
 * Puts in order what a change of many people leaves, where it was one. PostgreSQL does it by itself a minute later;
 * until then whoever searches would look up every row of an index in its table, and by plans for a table that was empty.
 */
export async function tidy(
  connection: { query(sql: string): Promise<unknown> },
  changed: number,
): Promise<void> {
  if (!isBulk(changed, 0)) return;
  const [{ all }] = (await connection.query(peopleBefore)) as [{ all: number }];
  if (isBulk(changed, all)) await connection.query(`vacuum (analyze) ${bulkTables.join(', ')}`);
}

/** How many there were when the server last counted. */
const peopleBefore = `select greatest(reltuples, 0) as all from pg_class where oid = 'public.person'::regclass`;
