import { instantText } from './audit-seals.sql.js';
import { protectedNow } from './protected-people.js';

const hidden = `(e.about is not null and ${protectedNow})`;

/** A seal covers a row within minutes; the first one since that has its id. */
const seal = `(select s.hash from audit_seal s
     where s.municipality_code = e.municipality_code and s.sealed_at >= e.at - interval '5 minutes'
       and s.ids @> e.id
     order by s.sealed_at limit 1)`;

const entries = `
  select e.id::text as id, ${instantText('e.at')} as "sortKey", e.at, e.actor, e.roles, e.organisation,
    e.action, e.origin, e.about, e.object, e.fields, e.purpose, ${hidden} as hidden, ${seal} as seal
    from audit_entry e
    left join person_local l on l.person_id = e.about`;

const newestFirst = 'order by e.at desc, e.id desc';

const after = (at: number, id: number) =>
  `($${at}::timestamptz is null or (e.at, e.id) < ($${at}::timestamptz, $${id}::bigint))`;

/**
 * One page of a municipality's ($1) entries: about a person ($2), of an object ($3), from an instant ($4)
 * until another one ($5). Whoever asks for one person or object gets nothing of somebody PROTECTED,
 * unless that was asked for ($6): the entries would tell of whom they are.
 */
export const entriesPage = `${entries}
   where e.municipality_code = $1
     and ($2::uuid is null or e.about = $2) and ($3::text is null or e.object = $3)
     and ($4::timestamptz is null or e.at >= $4) and ($5::timestamptz is null or e.at < $5)
     and ($6::boolean or ($2::uuid is null and $3::text is null) or not ${hidden})
     and ${after(7, 8)}
   ${newestFirst} limit $9`;

/** One page of who read a person ($1), in the record of a municipality ($2) or in all of them. */
export const accessPage = `${entries}
   where e.about = $1 and e.action in ('READ_PROTECTED', 'REVEAL_NUMBERS')
     and ($2::text is null or e.municipality_code = $2)
     and ${after(3, 4)}
   ${newestFirst} limit $5`;
