import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { AuditFact } from '../kernel/audit-fact.js';
import type { MunicipalityCode, PersonId, UnitId } from '../kernel/ids.js';
import type { Reach } from '../kernel/viewer.js';
import { keepingPlaces } from '../staff/keeping-places.js';
import { keptWords, sameSubjects, type SubjectWord } from '../staff/subject-words.js';
import { unitVersion, type FaultContact, type UnitFacts } from '../staff/unit-facts.js';
import { sameWindows, type WeeklyWindow } from '../staff/weekly-window.js';
import { recordFacts } from './audit-writes.js';
import { addWords, clearWords } from './subject-words.sql.js';
import { lockUnit, visibleUnitFacts } from './unit-facts.js';

/** Which unit is changed, over what the caller has read of it; null changes whatever is there. */
export type UnitChange = {
  readonly unitId: UnitId;
  readonly municipality: MunicipalityCode;
  readonly expectedVersion: string | null;
};

/** Who answers in units, when, and what callers ask them for (P7, P9, P14). */
@Injectable()
export class UnitAnsweringStore {
  constructor(private readonly database: DataSource) {}

  /** What is kept of these units, duties too: people only whom the reach lets out and who work here. */
  async of(reach: Reach, units: readonly UnitId[]): Promise<readonly UnitFacts[]> {
    return visibleUnitFacts(this.database, reach, units);
  }

  /**
   * Puts these members in the place of those whom the reach lets out, and records it if that changes
   * anything; false when the unit has been changed since. The others keep their places.
   */
  async setAnswerGroup(
    reach: Reach,
    change: UnitChange,
    memberIds: readonly PersonId[],
    fact: AuditFact,
  ): Promise<boolean> {
    const { unitId, municipality } = change;
    return this.change(reach, change, fact, async (tx, { answerGroup }) => {
      if (answerGroup.join() === memberIds.join()) return false;
      const all = (await tx.query(members, [unitId])) as { id: PersonId }[];
      const before = all.map(({ id }) => ({ id, seen: answerGroup.includes(id) }));
      await tx.query(clearMembers, [unitId]);
      await tx.query(addMembers, [unitId, municipality, keepingPlaces(before, memberIds)]);
      return true;
    });
  }

  /** Puts other opening hours in the place of those that there were, and records it if they are others; false when the unit has been changed since. */
  async setOpeningHours(
    reach: Reach,
    change: UnitChange,
    windows: readonly WeeklyWindow[],
    fact: AuditFact,
  ): Promise<boolean> {
    const { unitId, municipality } = change;
    return this.change(reach, change, fact, async (tx, { openingHours }) => {
      if (sameWindows(openingHours, windows)) return false;
      await tx.query(clearHours, [unitId]);
      await tx.query(addHours, [unitId, municipality, JSON.stringify(windows)]);
      return true;
    });
  }

  /**
   * Sets whom the unit turns to when telephones fail, and records it if that changes anything; false when the
   * unit has been changed since. Null leaves one whom the reach does not let out where it is.
   */
  async setFaultContact(
    reach: Reach,
    change: UnitChange,
    contact: FaultContact,
    fact: AuditFact,
  ): Promise<boolean> {
    const { unitId, municipality } = change;
    const { entryId, number, instruction } = contact;
    return this.change(reach, change, fact, async (tx, { faultContact }) => {
      const before = faultContact ?? { entryId: null, number: null, instruction: null };
      const changed =
        before.entryId !== entryId ||
        before.number !== number ||
        before.instruction !== instruction;
      if (!changed) return false;
      const seen = before.entryId;
      await tx.query(setContact, [unitId, municipality, entryId, number, instruction, seen]);
      return true;
    });
  }

  /** Puts other subject words in the place of those that there were, and records it if they are others (P14); false when the unit has been changed since. */
  async setSubjects(
    reach: Reach,
    change: UnitChange,
    subjects: readonly SubjectWord[],
    fact: AuditFact,
  ): Promise<boolean> {
    const { unitId, municipality } = change;
    return this.change(reach, change, fact, async (tx, before) => {
      if (sameSubjects(before.subjects, subjects)) return false;
      await tx.query(clearWords('unit'), [unitId]);
      await tx.query(addWords('unit'), [unitId, municipality, JSON.stringify(keptWords(subjects))]);
      return true;
    });
  }

  private async change(
    reach: Reach,
    { unitId, expectedVersion }: UnitChange,
    fact: AuditFact,
    write: (tx: EntityManager, before: UnitFacts) => Promise<boolean>,
  ): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const before = await lockUnit(tx, reach, unitId);
      if (before === null) return false;
      if (expectedVersion !== null && expectedVersion !== unitVersion(before)) return false;
      if (await write(tx, before)) await recordFacts(tx, [fact]);
      return true;
    });
  }
}

const members = `
  select person_id as id from answer_group_member where unit_id = $1 order by position, person_id`;
const clearMembers = `delete from answer_group_member where unit_id = $1`;
const addMembers = `
  insert into answer_group_member (unit_id, municipality_code, person_id, position)
  select $1, $2, member.id, member.position
    from unnest($3::uuid[]) with ordinality as member(id, position)`;

const clearHours = `delete from opening_hours where unit_id = $1`;
const addHours = `
  insert into opening_hours (unit_id, municipality_code, weekday, opens_at, closes_at)
  select $1, $2, h.weekday, h."from", h."to"
    from jsonb_to_recordset($3) as h(weekday integer, "from" text, "to" text)`;

/** An entry that was not seen ($6) stays until somebody names another one, or a number. */
const setContact = `
  insert into unit_contact (unit_id, municipality_code, fault_entry_id, fault_number, fault_instruction)
  values ($1, $2, $3, $4, $5)
  on conflict on constraint unit_contact_pkey do update set
      fault_entry_id = case when $3::uuid is null and $4::text is null
          and unit_contact.fault_entry_id is distinct from $6::uuid
        then unit_contact.fault_entry_id else excluded.fault_entry_id end,
      fault_number = excluded.fault_number, fault_instruction = excluded.fault_instruction`;
