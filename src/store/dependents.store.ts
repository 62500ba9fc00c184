import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PersonId } from '../kernel/ids.js';
import type { Cell } from '../kernel/viewer.js';
import { notOver } from './person-card.sql.js';
import type { Moved } from './positions.store.js';

/** Which of the PROTECTED somebody sees: those in some cells, and some by themselves. */
export type HiddenSeen = { readonly cells: readonly Cell[]; readonly known: readonly PersonId[] };

/** What is asked about changes: how many managers one above the other are asked for, and when. */
export type Asked = { readonly managers: number; readonly now: Date };

/** More of them at once are not told of. */
const most = 1_000;

/** Of whom something is shown that is somebody else's: whoever they lead to, as `cardsReferredFrom` finds it the other way. */
@Injectable()
export class DependentsStore {
  constructor(private readonly database: DataSource) {}

  /**
   * The entries in whose answer some moved entries have a say, at the position of the last of those: who refers or
   * forwards to them, in however many steps, whose stand-in, answer group or shared telephone they are; and whose
   * manager or responsible, so many one above the other. None of those given, each once; and none by way of somebody
   * PROTECTED who is not seen.
   */
  async undisclosedDependents(
    moved: readonly Moved[],
    { managers, now }: Asked,
    { cells, known }: HiddenSeen,
  ): Promise<readonly Moved[]> {
    const ids = moved.map(({ id }) => id);
    const positions = moved.map(({ position }) => position);
    const given = [ids, positions, now, managers, cells, known];
    const rows = (await this.database.query(dependents, given)) as { readonly moved: Moved }[];
    return rows.map((row) => row.moved);
  }
}

/** `leader` is whoever leads to a moved one by chains that are followed at any step; the others are a first step only. */
const dependents = `
  with recursive moved(id, position) as (select * from unnest($1::uuid[], $2::bigint[])),
  leader(id, position, hop, managers) as (
    select id, position, 0, 0 from moved
    union
    select source.id, leader.position, leader.hop + 1, leader.managers + source.managers
      from leader
      join lateral (
        select a.person_id as id, 0 as managers from absence a
         where a.substitute_id = leader.id and ${notOver}
        union all
        select a.person_id, 0 from answer_group_member g join absence a on a.referral_unit_id = g.unit_id
         where g.person_id = leader.id and ${notOver}
        union all
        select f.person_id, 0 from forwarding f
         where f.target_person_id = leader.id and (f.valid_until is null or f.valid_until > $3)
        union all
        select p.id, 1 from person p where p.manager_id = leader.id
        union all
        select l.person_id, 1 from person_local l where l.responsible_id = leader.id
      ) source on leader.managers + source.managers <= $4
      join stream_entry e on e.entry_id = source.id and (e.cell not like 'PROTECTED:%' or e.cell = any($5) or e.entry_id = any($6))
     where leader.hop < 5 + $4
  ),
  first(id, position) as (select id, position from leader where hop < 5 + $4),
  shown(id, position) as (
    select id, position from leader where hop > 0
    union all
    select s.person_id, first.position from first join stand_in s on s.stand_in_id = first.id
    union all
    select n.person_id, first.position from first join named_viewer n on n.viewer_id = first.id
    union all
    select p.id, first.position from first
      join answer_group_member g on g.person_id = first.id
      join unit u on u.id = g.unit_id or u.parent_id = g.unit_id
      join person p on p.unit_id = u.id
    union all
    select p.id, first.position from first
      join person shared on shared.id = first.id and shared.kind = 'SHARED_PHONE'
      join person p on p.unit_id = shared.unit_id
  )
  select jsonb_build_object('id', e.entry_id, 'municipality', e.municipality_code, 'position', max(shown.position),
           'cell', e.cell, 'leftFrom', jsonb_build_object(), 'unitId', p.unit_id, 'managerId', p.manager_id) as moved
    from shown
    join stream_entry e on e.entry_id = shown.id
    join person p on p.id = e.entry_id
   where e.entry_id <> all($1)
   group by e.entry_id, p.id
   order by max(shown.position), e.entry_id
   limit ${most}`;
