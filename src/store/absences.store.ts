import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThanOrEqual, Not } from 'typeorm';
import type { AbsenceId, MunicipalityCode, PersonId } from '../kernel/ids.js';
import type { Absence } from '../staff/absence.js';
import { AbsenceRow } from './rows/absence.row.js';

/** Whose absence it is. */
export type AbsenceOwner = { readonly personId: PersonId; readonly municipality: MunicipalityCode };

/** Local facts: absences. */
@Injectable()
export class AbsencesStore {
  constructor(private readonly database: DataSource) {}

  /** Adds an absence. */
  async add({ personId, municipality }: AbsenceOwner, absence: Absence): Promise<void> {
    await this.database.getRepository(AbsenceRow).insert({
      id: absence.id,
      personId,
      municipalityCode: municipality,
      version: 1,
      ...columns(absence),
    });
  }

  /** Overwrites an absence that still has the version; false when somebody else was first. */
  async replace(absence: Absence): Promise<boolean> {
    const version = Number(absence.version);
    const result = await this.database
      .getRepository(AbsenceRow)
      .update({ id: absence.id, version }, { ...columns(absence), version: version + 1 });
    return result.affected === 1;
  }

  /** Removes an absence that never began; false when somebody else changed it first. */
  async remove(absence: Absence): Promise<boolean> {
    const result = await this.database
      .getRepository(AbsenceRow)
      .delete({ id: absence.id, version: Number(absence.version) });
    return result.affected === 1;
  }

  /** Erases the notes of absences that have ended; they were for operators meanwhile. Returns how many. */
  async eraseEndedNotes(now: Date): Promise<number> {
    const result = await this.database
      .getRepository(AbsenceRow)
      .update({ note: Not(IsNull()), endsAt: LessThanOrEqual(now) }, { note: null });
    return result.affected ?? 0;
  }

  /** Whose absence an id names, or null; the caller must look the person up within the viewer's reach. */
  async ownerUndisclosed(id: AbsenceId): Promise<PersonId | null> {
    const row = await this.database
      .getRepository(AbsenceRow)
      .findOne({ where: { id }, select: { personId: true } });
    return (row?.personId ?? null) as PersonId | null;
  }
}

function columns(absence: Absence) {
  return {
    reason: absence.reason,
    startsAt: absence.startsAt,
    endsAt: absence.endsAt,
    endsAtPrecision: absence.endsAtPrecision,
    phoneRings: absence.phoneRings,
    note: absence.note,
    substituteId: absence.substituteId,
    source: absence.source,
  };
}
