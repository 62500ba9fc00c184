import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AuditFact } from '../kernel/audit-fact.js';
import type { MunicipalityCode, PersonId, UnitId } from '../kernel/ids.js';
import type { Reach } from '../kernel/viewer.js';
import { unitDuties, type UnitDuty } from '../kernel/words.js';
import { unitVersion } from '../staff/unit-facts.js';
import { recordFacts } from './audit-writes.js';
import { lockUnit } from './unit-facts.js';

/** Who is to have a unit's duties; null keeps those of a duty. */
export type DutyChange = Readonly<Record<UnitDuty, readonly PersonId[] | null>> & {
  readonly unitId: UnitId;
  readonly municipality: MunicipalityCode;
  /** What the caller has read, or null to change whatever is there. */
  readonly expectedVersion: string | null;
};

/** Who manages units, and who is telefonansvarig there. */
@Injectable()
export class UnitDutiesStore {
  constructor(private readonly database: DataSource) {}

  /**
   * Gives a unit's duties to these people, and records it if that changes anything; false when the unit has
   * been changed since. Whom the reach does not let out keeps a duty: who cannot see somebody removes
   * nobody by not naming that one.
   */
  async replace(reach: Reach, change: DutyChange, fact: AuditFact): Promise<boolean> {
    const { unitId, municipality, expectedVersion } = change;
    return this.database.transaction(async (tx) => {
      const before = await lockUnit(tx, reach, unitId);
      if (before === null) return false;
      if (expectedVersion !== null && expectedVersion !== unitVersion(before)) return false;
      const changed: UnitDuty[] = [];
      for (const duty of unitDuties) {
        const wanted = change[duty];
        if (wanted === null) continue;
        const had = before.duties.filter((one) => one.duty === duty).map((one) => one.personId);
        const gone = had.filter((id) => !wanted.includes(id));
        const added = wanted.filter((id) => !had.includes(id));
        if (gone.length + added.length === 0) continue;
        await tx.query(removeDuties, [unitId, duty, gone]);
        await tx.query(addDuties, [unitId, duty, municipality, added]);
        changed.push(duty);
      }
      const fields = changed.map((duty) => fieldOf[duty]);
      await recordFacts(tx, fields.length === 0 ? [] : [{ ...fact, fields }]);
      return true;
    });
  }
}

/** The fields of the schema that a duty is shown in, for the record. */
const fieldOf: Readonly<Record<UnitDuty, string>> = {
  MANAGER: 'Unit.manager',
  PHONE_RESPONSIBLE: 'Unit.phoneResponsibles',
};

const removeDuties = `delete from unit_duty where unit_id = $1 and duty = $2 and person_id = any($3)`;

/** Whom a hidden row names already, has the duty already. */
const addDuties = `
  insert into unit_duty (unit_id, duty, municipality_code, person_id)
  select $1, $2, $3, unnest($4::uuid[])
  on conflict on constraint unit_duty_pkey do nothing`;
