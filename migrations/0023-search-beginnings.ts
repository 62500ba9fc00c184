import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How the words of an entry begin stands in each of its rows, so that of those who have one word only they are joined
 * who may have the others; and whoever works in a unit is found by it in Swedish order.
 */
export class SearchBeginnings1790000000023 implements MigrationInterface {
  readonly name = 'SearchBeginnings1790000000023';

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

/** The first two or three letters of a word, as one of 64 bits: several beginnings share one. */
const bit = `
  create function search_bit(word text, letters integer) returns bigint language sql immutable parallel safe as $bit$
    select 1::bigint << ((37 * ascii(word) + 5 * ascii(substr(word, 2))
      + case when letters > 2 then 11 * ascii(substr(word, 3)) else 0 end) & 63)
  $bit$`;

/** The bits of all words of some rows. */
const bitsOf = (schema: string) =>
  `bit_or(${schema}search_bit(folded, 2)) as begins_two, bit_or(${schema}search_bit(folded, 3)) as begins_three`;

/** The rows of some entries ($1), as 0022 has them, with the unit where they work. */
const ofPeople = `
  select p.id, false, p.municipality_code, p.list_key,
         split_part(w, '/', 1)::smallint, replace(split_part(w, '/', 2), '_', ' '), split_part(w, '/', 3), nullif(split_part(w, '/', 4), ''), p.unit_id
    from public.person p cross join string_to_table(p.search_words, ' ') w
   where p.id = any($1) and w like '%/%'
  union all
  select p.id, false, p.municipality_code, p.list_key, ${fields.email}, p.email, '', null, p.unit_id
    from public.person p where p.id = any($1) and p.email is not null
  union all
  select p.id, false, p.municipality_code, p.list_key, ${fields.employeeId}, lower(p.employee_id), '', null, p.unit_id
    from public.person p where p.id = any($1) and p.employee_id is not null
  union all
  select p.id, false, p.municipality_code, p.list_key, ${fields.unit}, w, '', null, p.unit_id
    from public.person p join public.unit u on u.id = p.unit_id cross join string_to_table(u.folded_name, ' ') w
   where p.id = any($1)
  union all
  select p.id, false, p.municipality_code, p.list_key, s.field, s.word, '', null, p.unit_id
    from public.person p join public.person_subject_word k on k.person_id = p.id cross join lateral (${subjectWords('k')}) s
   where p.id = any($1)`;

/** A subject as a whole, and each word of one that has several. */
function subjectWords(row: string): string {
  return `select ${fields.subject} as field, ${row}.folded as word
    union all
    select ${fields.subjectPart}, part from string_to_table(${row}.folded, ' ') part where ${row}.folded like '% %'`;
}

/** The rows of some units ($1), as 0022 has them. */
const ofUnits = `
  select u.id, true, u.municipality_code, u.folded_name || ' ' || u.municipality_code, s.field, s.word, '', null, null::uuid
    from public.unit u cross join lateral (
      select ${fields.name} as field, u.folded_name as word
      union all
      select ${fields.namePart}, part from string_to_table(u.folded_name, ' ') part where u.folded_name like '% %') s
   where u.id = any($1)
  union all
  select u.id, true, u.municipality_code, u.folded_name || ' ' || u.municipality_code, s.field, s.word, '', null, null
    from public.unit u join public.unit_subject_word k on k.unit_id = u.id cross join lateral (${subjectWords('k')}) s
   where u.id = any($1)`;

const write = (rows: string) => `
  with made(entry_id, is_unit, municipality_code, list_key, field, folded, written, sound, unit_id) as (${rows}),
  terms as (
    insert into public.search_term
    select distinct folded, coalesce(sound, ''), public.search_slip_keys(folded) from made
     where sound is not null
        or char_length(folded) between 3 and 40 and field <> ${fields.email} and field <> ${fields.employeeId}
           and folded !~ '[ 0-9]'
    on conflict do nothing),
  letters as (
    select entry_id, ${bitsOf('public.')},
           coalesce(string_agg(distinct left(folded, 1), '') filter (
             where field in (${fields.familyName}, ${fields.givenName}, ${fields.name}) or char_length(folded) = 1), '') as initials
      from made group by entry_id)
  insert into public.search_word
  select distinct on (entry_id, folded, field) entry_id, is_unit,
         exists (select from public.person_local l where l.person_id = entry_id and l.protection_level = 'PROTECTED'),
         municipality_code, list_key, field, folded, written, initials, begins_two, begins_three, unit_id
    from made join letters using (entry_id) where folded <> '' order by entry_id, folded, field
  on conflict do nothing`;

const writing = (what: 'people' | 'units', rows: string) => `
  create or replace function search_write_${what}(uuid[]) returns void language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $write$
  begin
    if cardinality($1) = 0 then return; end if;
    delete from public.search_word where entry_id = any($1);
    ${write(rows)};
  end
  $write$`;

const statements = [
  bit,
  `alter table search_word add column begins_two bigint, add column begins_three bigint, add column unit_id uuid`,
  `drop index search_word_folded_index`,
  `update search_word w
      set begins_two = letters.begins_two, begins_three = letters.begins_three,
          unit_id = (select p.unit_id from person p where p.id = w.entry_id)
     from (select entry_id, ${bitsOf('')} from search_word group by entry_id) letters
    where letters.entry_id = w.entry_id`,
  `alter table search_word alter column begins_two set not null, alter column begins_three set not null`,
  // It has all that a search reads, so that thousands of rows cost no more than the pages that they stand on.
  `create index search_word_folded_index on search_word (field, folded, list_key, entry_id)
     include (is_unit, municipality_code, written, initials, begins_two, begins_three, unit_id) where not hidden`,
  // Whoever is PROTECTED is not in it either.
  `create index search_word_unit_index on search_word (unit_id, list_key, entry_id)
     include (folded, municipality_code, initials) where not hidden and field = ${fields.unit}`,
  // The one before left out words that are not heard, and so was of no use to whoever asks for any sound.
  `drop index search_term_sound_index`,
  `create index search_term_sound_index on search_term (sound, folded)`,
  writing('people', ofPeople),
  writing('units', ofUnits),
];
