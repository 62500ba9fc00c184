import type { Client } from 'pg';

/** Every row of every table as JSON: to look for what must be kept nowhere. */
export async function allRows(db: Client): Promise<readonly string[]> {
  const { rows } = await db.query(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const all: string[] = [];
  for (const { name } of rows as { name: string }[]) {
    const found = await db.query(`select to_jsonb(t)::text as row from "${name}" t`);
    all.push(...(found.rows as { row: string }[]).map(({ row }) => row));
  }
  return all;
}
