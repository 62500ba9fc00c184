/** The tables that a first read of a directory fills, and that are searched and listed all day. */
export const bulkTables = [
  'person',
  'person_local',
  'directory_number',
  'search_word',
  'search_term',
  'stream_entry',
] as const;

/** What fewer leave slows nobody until PostgreSQL has seen to it. */
const bulk = 1_000;

/**
 * Puts in order what a change of many people leaves, where it was one. PostgreSQL does it by itself a minute later;
 * until then whoever searches would look up every row of an index in its table, and by plans for a table that was empty.
 */
export async function tidy(
  connection: { query(sql: string): Promise<unknown> },
  changed: number,
): Promise<void> {
  if (changed < bulk) return;
  await connection.query(`vacuum (analyze) ${bulkTables.join(', ')}`);
}
