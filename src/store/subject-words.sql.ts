type Owner = 'person' | 'unit';

/** The subjects of an entry or a unit as an array, in their order; null for none. */
export function subjectsOf(owner: Owner, id: string): string {
  const table = `${owner}_subject_word`;
  return `(select jsonb_agg(jsonb_build_object('word', w.word, 'synonyms',
           (select coalesce(jsonb_agg(s.word order by s.synonym), '[]') from ${table} s
             where s.${owner}_id = w.${owner}_id and s.subject = w.subject and s.synonym > 0)) order by w.subject)
         from ${table} w where w.${owner}_id = ${id} and w.synonym = 0)`;
}

/** Takes away the words of an entry or a unit ($1). */
export function clearWords(owner: Owner): string {
  return `delete from ${owner}_subject_word where ${owner}_id = $1`;
}

/** Adds words ($3, as `keptWords` gives them) to an entry or a unit ($1) of a municipality ($2). */
export function addWords(owner: Owner): string {
  return `
  insert into ${owner}_subject_word (${owner}_id, municipality_code, subject, synonym, word, folded)
  select $1, $2, w.subject, w.synonym, w.word, w.folded
    from jsonb_to_recordset($3) as w(subject integer, synonym integer, word text, folded text)`;
}
