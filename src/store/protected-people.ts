/**
 * The condition that somebody is PROTECTED now. `l` is person_local, joined from the left: a person
 * without a level does not exist, so such a one is hidden as well.
 */
export const protectedNow = `coalesce(l.protection_level, 'PROTECTED') = 'PROTECTED'`;

/**
 * Whether a directory's key (`key`) in a source (`source`) is that of somebody who is PROTECTED now.
 * Both are SQL expressions. A key that belongs to nobody hides nothing.
 */
export function isProtected(source: string, key: string): string {
  return `exists (select 1 from person p left join person_local l on l.person_id = p.id
     where p.source_id = ${source} and p.directory_key = ${key} and ${protectedNow})`;
}
