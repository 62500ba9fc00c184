import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The words by which entries and units are found: a row a word, written by the triggers of what they are made of, in
 * the transaction of the change. So whoever looks reads one table, and no writer can forget it.
 */
export class SearchWords1790000000022 implements MigrationInterface {
  readonly name = 'SearchWords1790000000022';

  async up(db: QueryRunner): Promise<void> {
    for (const statement of statements) await db.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

/** As in src/kernel/search-fields.ts. */
const fields = {
  familyName: 1,
  givenName: 2,
  name: 3,
  subject: 4,
  namePart: 5,
  unit: 8,
  subjectPart: 9,
  email: 10,
  employeeId: 11,
};

/**
 * The rows of some entries ($1). `search_words` is made by src/staff/search-words.ts: its rule's version, and each
 * word as field/folded/written/sound; a title as a whole has _ for its spaces.
 */
const ofPeople = `
  select p.id, false, p.municipality_code, p.list_key,
         split_part(w, '/', 1)::smallint, replace(split_part(w, '/', 2), '_', ' '), split_part(w, '/', 3), nullif(split_part(w, '/', 4), '')
    from public.person p cross join string_to_table(p.search_words, ' ') w
   where p.id = any($1) and w like '%/%'
  union all
  select p.id, false, p.municipality_code, p.list_key, ${fields.email}, p.email, '', null
    from public.person p where p.id = any($1) and p.email is not null
  union all
  select p.id, false, p.municipality_code, p.list_key, ${fields.employeeId}, lower(p.employee_id), '', null
    from public.person p where p.id = any($1) and p.employee_id is not null
  union all
  select p.id, false, p.municipality_code, p.list_key, ${fields.unit}, w, '', null
    from public.person p join public.unit u on u.id = p.unit_id cross join string_to_table(u.folded_name, ' ') w
   where p.id = any($1)
  union all
  select p.id, false, p.municipality_code, p.list_key, s.field, s.word, '', null
    from public.person p join public.person_subject_word k on k.person_id = p.id cross join lateral (${subjectWords('k')}) s
   where p.id = any($1)`;

/** A subject as a whole, and each word of one that has several. */
function subjectWords(row: string): string {
  return `select ${fields.subject} as field, ${row}.folded as word
    union all
    select ${fields.subjectPart}, part from string_to_table(${row}.folded, ' ') part where ${row}.folded like '% %'`;
}

/**
 * The rows of some units ($1): the name as a whole, its words, and subjects. Those of one name in several municipalities
 * always stand in the same order.
 */
const ofUnits = `
  select u.id, true, u.municipality_code, u.folded_name || ' ' || u.municipality_code, s.field, s.word, '', null
    from public.unit u cross join lateral (
      select ${fields.name} as field, u.folded_name as word
      union all
      select ${fields.namePart}, part from string_to_table(u.folded_name, ' ') part where u.folded_name like '% %') s
   where u.id = any($1)
  union all
  select u.id, true, u.municipality_code, u.folded_name || ' ' || u.municipality_code, s.field, s.word, '', null
    from public.unit u join public.unit_subject_word k on k.unit_id = u.id cross join lateral (${subjectWords('k')}) s
   where u.id = any($1)`;

/** The first five letters of a word, and these without each of them: as `slipKeys` in src/staff/slip.ts. */
const slipKeys = `
  create function search_slip_keys(word text) returns text[] language sql immutable parallel safe as $keys$
    select array_agg(distinct key) from (
      select left(word, 5) as key
      union all
      select left(word, at - 1) || substr(left(word, 5), at + 1) from generate_series(1, least(char_length(word), 5)) at
    ) keys
  $keys$`;

/** Whether a word, or the beginning of one, is meant by a typed one after a slip of the finger: as `isSlipOf` in src/staff/slip.ts. */
const isSlip = `
  create function search_is_slip(typed text, word text) returns boolean language plpgsql immutable parallel safe as $slip$
  declare
    same integer := 0;
    rest text;
    meant text;
  begin
    if starts_with(word, typed) then return false; end if;
    while substr(typed, same + 1, 1) = substr(word, same + 1, 1) loop same := same + 1; end loop;
    rest := substr(typed, same + 1);
    meant := substr(word, same + 1);
    return rest <> '' and meant <> '' and starts_with(substr(meant, 2), substr(rest, 2))
      or meant <> '' and starts_with(substr(meant, 2), rest)
      or rest <> '' and starts_with(meant, substr(rest, 2))
      or char_length(rest) > 1 and substr(rest, 1, 1) = substr(meant, 2, 1) and substr(rest, 2, 1) = substr(meant, 1, 1)
        and starts_with(substr(meant, 3), substr(rest, 3));
  end
  $slip$`;

const write = (rows: string) => `
  with made(entry_id, is_unit, municipality_code, list_key, field, folded, written, sound) as (${rows}),
  terms as (
    insert into public.search_term
    select distinct folded, coalesce(sound, ''), public.search_slip_keys(folded) from made
     where sound is not null
        or char_length(folded) between 3 and 40 and field <> ${fields.email} and field <> ${fields.employeeId}
           and folded !~ '[ 0-9]'
    on conflict do nothing),
  letters as (
    select entry_id, string_agg(distinct left(folded, 1), '') as initials from made
     where field in (${fields.familyName}, ${fields.givenName}, ${fields.name}) or char_length(folded) = 1 group by entry_id)
  insert into public.search_word
  select distinct on (entry_id, folded, field) entry_id, is_unit,
         exists (select from public.person_local l where l.person_id = entry_id and l.protection_level = 'PROTECTED'),
         municipality_code, list_key, field, folded, written, coalesce(initials, '')
    from made left join letters using (entry_id) where folded <> '' order by entry_id, folded, field
  on conflict do nothing`;

const trigger = (table: string, on: string, rows: string) =>
  `create trigger search_${table}_${on} after ${on} on ${table} referencing ${rows}
     for each statement execute function search_note_${table}()`;
const triggers = (table: string) => [
  trigger(table, 'insert', 'new table as new_rows'),
  trigger(table, 'update', 'old table as old_rows new table as new_rows'),
];

const noting = (table: string, body: string) => `
  create function search_note_${table}() returns trigger language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $note$
  declare
    those uuid[];
  begin
    ${body}
    return null;
  end
  $note$`;

const personColumns = 'id, municipality_code, list_key, search_words, email, employee_id, unit_id';
const unitColumns = 'id, municipality_code, folded_name';
const differing = (columns: string) => `
  if tg_op = 'DELETE' then
    delete from public.search_word where entry_id in (select id from old_rows);
    return null;
  elsif tg_op = 'INSERT' then
    select coalesce(array_agg(distinct id), '{}') into those from new_rows;
  else
    select coalesce(array_agg(distinct id), '{}') into those from (
      select ${columns} from new_rows except select ${columns} from old_rows) changed;
  end if;`;
const wordsOf = (owner: 'person' | 'unit') =>
  noting(
    `${owner}_subject_word`,
    `if tg_op = 'DELETE' then
       select coalesce(array_agg(distinct ${owner}_id), '{}') into those from old_rows;
     else
       select coalesce(array_agg(distinct ${owner}_id), '{}') into those from new_rows;
     end if;
     perform public.search_write_${owner === 'person' ? 'people' : 'units'}(those);`,
  );

const writing = (what: 'people' | 'units', rows: string) => `
  create function search_write_${what}(uuid[]) returns void language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $write$
  begin
    if cardinality($1) = 0 then return; end if;
    delete from public.search_word where entry_id = any($1);
    ${write(rows)};
  end
  $write$`;

const statements = [
  `alter table person rename column folded_text to search_words`,
  `alter table staged_person rename column folded_text to search_words`,
  // Where an entry stands in Swedish order, compared byte by byte: the collation's order costs as much as all the rest.
  `alter table person add column list_key text collate "C" not null default ''`,
  `alter table person alter column list_key drop default`,
  `alter table staged_person add column list_key text not null default ''`,
  `alter table staged_person alter column list_key drop default`,
  // Made anew by the program when it has brought the database up to date: its rules are not SQL.
  `update person set search_words = ''`,
  `create table search_word (
     entry_id uuid not null,
     is_unit boolean not null,
     hidden boolean not null,
     municipality_code text not null
       constraint search_word_municipality_fkey references municipality (code),
     list_key text collate "C" not null,
     field smallint not null,
     folded text collate "C" not null,
     written text collate "C" not null,
     initials text collate "C" not null,
     constraint search_word_pkey primary key (entry_id, folded, field)
   )`,
  // Whoever is PROTECTED stands in an index apart: to look through them and leave them out would take time, and tell.
  // It has all that a search reads, so that thousands of rows cost no more than the pages that they stand on.
  `create index search_word_folded_index on search_word (field, folded, list_key, entry_id)
     include (is_unit, municipality_code, written, initials) where not hidden`,
  `create index search_word_hidden_index on search_word (folded) where hidden`,
  // The words that there are, for what is heard and for slips of the finger: whose they are is not said here.
  `create table search_term (
     folded text collate "C" not null,
     sound text collate "C" not null,
     keys text[] not null,
     constraint search_term_pkey primary key (folded, sound)
   )`,
  `create index search_term_sound_index on search_term (sound) where sound <> ''`,
  `create index search_term_keys_index on search_term using gin (keys)`,
  // The last digits of a number.
  ...['directory_number', 'added_number'].map(
    (table) => `create index ${table}_ending_index on ${table} (reverse(e164) text_pattern_ops)`,
  ),
  slipKeys,
  isSlip,
  writing('people', ofPeople),
  writing('units', ofUnits),
  noting(
    'person',
    `${differing(personColumns)}
     perform public.search_write_people(those);`,
  ),
  noting(
    'unit',
    `${differing(unitColumns)}
     perform public.search_write_units(those);
     if tg_op = 'UPDATE' then
       perform public.search_write_people(coalesce(
         (select array_agg(p.id) from public.person p where p.unit_id = any(those)), '{}'));
     end if;`,
  ),
  noting(
    'person_local',
    // Whoever is new has been written as seen by everybody, a moment ago and by the same transaction.
    `update public.search_word w set hidden = l.protection_level = 'PROTECTED'
       from new_rows l where w.entry_id = l.person_id and (tg_op = 'UPDATE' or l.protection_level = 'PROTECTED')
        and w.hidden <> (l.protection_level = 'PROTECTED');`,
  ),
  ...(['person', 'unit'] as const).map(wordsOf),
  ...['person', 'unit', 'person_local', 'person_subject_word', 'unit_subject_word'].flatMap(
    triggers,
  ),
  ...['person', 'unit', 'person_subject_word', 'unit_subject_word'].map((table) =>
    trigger(table, 'delete', 'old table as old_rows'),
  ),
  `select search_write_units(coalesce(array_agg(id), '{}')) from unit`,
];
