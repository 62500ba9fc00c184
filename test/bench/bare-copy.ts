import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from, to } from 'pg-copy-streams';

/** A bare table: the columns of the table of people, and no index, key or reference. */
export type BareTable = {
  /**
   * How long it takes to copy everybody into it and to commit, in seconds. The rows are taken from the
   * database that is given first, every column, as the text that COPY reads, and kept.
   */
  time(from: Client): Promise<number>;
  /** How large the rows are. */
  bytes(): number;
};

const pieceBytes = 64 * 1024;

/** Makes a bare table in a migrated database. */
export async function bareTable(database: Client): Promise<BareTable> {
  // A vacuum of it would come in the middle of a run, and write as much as the run's log is judged by.
  await database.query('create table bare (like person) with (autovacuum_enabled = false)');
  let rows: Buffer | null = null;
  return {
    time: async (source) => {
      rows ??= await copyOut(source);
      // In a transaction of its own: PostgreSQL logs nothing of a table that is new in the same.
      await database.query('truncate bare');
      await database.query('checkpoint');
      const began = performance.now();
      await pipeline(Readable.from(pieces(rows)), database.query(from('copy bare from stdin')));
      return (performance.now() - began) / 1000;
    },
    bytes: () => rows?.length ?? 0,
  };
}

async function copyOut(source: Client): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of source.query(to('copy person to stdout'))) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function* pieces(whole: Buffer): Generator<Buffer> {
  for (let at = 0; at < whole.length; at += pieceBytes) yield whole.subarray(at, at + pieceBytes);
}
