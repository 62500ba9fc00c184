import type { EntityManager } from 'typeorm';
import type { PersonId, UnitId } from '../kernel/ids.js';
import type { Reach } from '../kernel/viewer.js';
import type { E164 } from '../staff/phone-number.js';
import type { DutyHolder, FaultContact, UnitFacts } from '../staff/unit-facts.js';
import type { SubjectWord } from '../staff/subject-words.js';
import type { WeeklyWindow } from '../staff/weekly-window.js';
import { openingHours } from './person-card.sql.js';
import { subjectsOf } from './subject-words.sql.js';
import { visibleParameters, visiblePeople } from './visible-people.js';

type UnitFactsRow = {
  readonly unitId: UnitId;
  readonly duties: readonly DutyHolder[] | null;
  readonly answerGroup: readonly PersonId[] | null;
  readonly openingHours: readonly WeeklyWindow[] | null;
  readonly entryId: PersonId | null;
  readonly number: E164 | null;
  readonly instruction: string | null;
  readonly subjects: readonly SubjectWord[] | null;
};

/** What is kept of these units, in one statement: people only whom the reach lets out and who work here. */
export async function visibleUnitFacts(
  database: Pick<EntityManager, 'query'>,
  reach: Reach,
  units: readonly UnitId[],
): Promise<readonly UnitFacts[]> {
  const parameters = [...visibleParameters(reach), units];
  const rows = (await database.query(unitFacts, parameters)) as UnitFactsRow[];
  return rows.map((row) => ({
    unitId: row.unitId,
    duties: row.duties ?? [],
    answerGroup: row.answerGroup ?? [],
    openingHours: row.openingHours ?? [],
    faultContact: contactOf(row),
    subjects: row.subjects ?? [],
  }));
}

/** Locks a unit until the transaction ends, and reads what is kept of it; null when there is no such unit. */
export async function lockUnit(
  tx: Pick<EntityManager, 'query'>,
  reach: Reach,
  unitId: UnitId,
): Promise<UnitFacts | null> {
  await tx.query(`select id from unit where id = $1 for update`, [unitId]);
  const [facts] = await visibleUnitFacts(tx, reach, [unitId]);
  return facts ?? null;
}

/** A contact that leads only to somebody whom the reach does not let out is none. */
function contactOf({ entryId, number, instruction }: UnitFactsRow): FaultContact | null {
  const none = entryId === null && number === null && instruction === null;
  return none ? null : { entryId, number, instruction };
}

const works = `p.employment = 'ACTIVE' and ${visiblePeople(1, 2)}`;

const unitFacts = `
  select u.id as "unitId",
    (select jsonb_agg(jsonb_build_object('personId', d.person_id, 'duty', d.duty) order by p.sort_key, p.id)
       from unit_duty d
       join person p on p.id = d.person_id
       join person_local l on l.person_id = p.id
      where d.unit_id = u.id and ${works}) as duties,
    (select jsonb_agg(g.person_id order by g.position, g.person_id)
       from answer_group_member g
       join person p on p.id = g.person_id
       join person_local l on l.person_id = p.id
      where g.unit_id = u.id and ${works}) as "answerGroup",
    ${openingHours('u.id')} as "openingHours",
    case when ${works} then c.fault_entry_id end as "entryId", c.fault_number as number,
    c.fault_instruction as instruction,
    ${subjectsOf('unit', 'u.id')} as subjects
    from unit u
    left join unit_contact c on c.unit_id = u.id
    left join person p on p.id = c.fault_entry_id
    left join person_local l on l.person_id = p.id
   where u.id = any($3)`;
