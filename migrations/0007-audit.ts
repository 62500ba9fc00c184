import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who did and who read what: rows that the program can add and read, and nobody but the owner can take away. */
export class Audit1790000000007 implements MigrationInterface {
  readonly name = 'Audit1790000000007';

  async up(db: QueryRunner): Promise<void> {
    for (const statement of statements) await db.query(statement);
    await db.query('select audit_make_months($1)', [new Date()]);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

const statements = [
  `create sequence audit_entry_number as bigint`,
  // A partition a month, so that a closed month is dropped whole. Nothing is refused for want of one.
  `create table audit_entry (
     id bigint not null,
     at timestamptz not null,
     municipality_code text not null,
     actor text not null,
     roles text not null,
     organisation text,
     action text not null,
     origin text not null,
     about uuid,
     object text,
     fields text[] not null,
     purpose text,
     constraint audit_entry_pkey primary key (id, at)
   ) partition by range (at)`,
  `create table audit_entry_other partition of audit_entry default`,
  `create index audit_entry_municipality_index on audit_entry (municipality_code, at, id)`,
  `create index audit_entry_about_index on audit_entry (about, at, id) where about is not null`,
  // Each minute's rows of a municipality, and the seal before: whoever alters one must alter all after it. A seal
  // covers rows of one month, so that a month can be dropped whole; that it was is a seal too.
  `create table audit_seal (
     number integer not null,
     municipality_code text not null,
     sealed_at timestamptz not null,
     month text not null,
     dropped boolean not null,
     ids int8multirange not null,
     rows integer not null,
     content text not null,
     previous text not null,
     hash text not null,
     constraint audit_seal_pkey primary key (municipality_code, number)
   )`,
  `create index audit_seal_time_index on audit_seal (municipality_code, sealed_at)`,
  // The program owns no table and makes none, but for these partitions: the month of an instant and the one after.
  // A month that has rows in the default partition stays there. A table that is busy is left for the next minute.
  `create function audit_make_months(instant timestamptz) returns void
     language plpgsql security definer
     set search_path = pg_catalog, pg_temp set lock_timeout = '2s' as $make$
   declare
     start timestamp;
     partition text;
   begin
     for ahead in 0..1 loop
       start := date_trunc('month', instant at time zone 'UTC') + make_interval(months => ahead);
       partition := 'audit_entry_' || to_char(start, 'YYYY_MM');
       if to_regclass('public.' || partition) is null and not exists (
         select from public.audit_entry_other
          where at >= start at time zone 'UTC' and at < (start + interval '1 month') at time zone 'UTC'
       ) then
         execute format('create table public.%I partition of public.audit_entry for values from (%L) to (%L)',
           partition, start at time zone 'UTC', (start + interval '1 month') at time zone 'UTC');
       end if;
     end loop;
   end
   $make$`,
  `revoke execute on function audit_make_months(timestamptz) from public`,
];
