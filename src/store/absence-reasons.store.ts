import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { absenceReasons, type AbsenceReason } from '../kernel/absence-words.js';
import type { AuditFact } from '../kernel/audit-fact.js';
import type { MunicipalityCode } from '../kernel/ids.js';
import { standardReasons, type ReasonSetting } from '../staff/absence-reasons.js';
import { recordFacts } from './audit-writes.js';
import { AbsenceReasonSettingRow } from './rows/absence-reason-setting.row.js';
import { MunicipalitySettingsRow } from './rows/municipality-settings.row.js';
import { lockSettings } from './settings.sql.js';

/** What a change comes to: the whole list as it is to be, and its record; null leaves all as it was. */
export type ReasonsChange = {
  readonly reasons: readonly ReasonSetting[];
  readonly fact: AuditFact;
};

/** The municipalities' reasons for absence. Nothing is held in memory, so that a change counts at the next request. */
@Injectable()
export class AbsenceReasonsStore {
  constructor(private readonly database: DataSource) {}

  /** A municipality's reasons, all of the closed list in its order; the standard ones where it has chosen none. */
  async of(municipality: MunicipalityCode): Promise<readonly ReasonSetting[]> {
    const rows = await this.database
      .getRepository(AbsenceReasonSettingRow)
      .findBy({ municipalityCode: municipality });
    return listFrom(rows);
  }

  /** Every municipality's own reasons, by its code; one that has chosen none is not among them. */
  async all(): Promise<ReadonlyMap<string, readonly ReasonSetting[]>> {
    const rows = await this.database.getRepository(AbsenceReasonSettingRow).find();
    const codes = [...new Set(rows.map(({ municipalityCode }) => municipalityCode))];
    return new Map(
      codes.map((code) => [code, listFrom(rows.filter((row) => row.municipalityCode === code))]),
    );
  }

  /**
   * Puts a list in the place of the one that stands, and records it; false when the municipality's
   * settings are no longer of this version. Reasons share that version: one row is locked for both.
   */
  async choose(
    municipality: MunicipalityCode,
    expectedVersion: string,
    { reasons, fact }: ReasonsChange,
  ): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const [row] = (await tx.query(lockSettings, [municipality])) as { version: number }[];
      if (row === undefined || String(row.version) !== expectedVersion) return false;
      await tx.delete(AbsenceReasonSettingRow, { municipalityCode: municipality });
      await tx.insert(
        AbsenceReasonSettingRow,
        reasons.map((one) => ({ ...one, municipalityCode: municipality })),
      );
      await tx.update(
        MunicipalitySettingsRow,
        { municipalityCode: municipality },
        { version: row.version + 1 },
      );
      await recordFacts(tx, [fact]);
      return true;
    });
  }
}

function listFrom(rows: readonly AbsenceReasonSettingRow[]): readonly ReasonSetting[] {
  const chosen = new Map(rows.map((row) => [row.reason, settingFrom(row)]));
  const standard = new Map(standardReasons.map((one) => [one.reason, one]));
  return absenceReasons.flatMap((reason) => chosen.get(reason) ?? standard.get(reason) ?? []);
}

function settingFrom(row: AbsenceReasonSettingRow): ReasonSetting {
  const { inUse, labelSv, labelEn, digit, letterCode } = row;
  return { reason: row.reason as AbsenceReason, inUse, labelSv, labelEn, digit, letterCode };
}
