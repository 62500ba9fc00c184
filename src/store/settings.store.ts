import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AuditFact } from '../kernel/audit-fact.js';
import type { MunicipalityCode, UnitId } from '../kernel/ids.js';
import type { NumberAudience } from '../kernel/words.js';
import type { ChosenSettings, Decision, MunicipalitySettings } from '../staff/settings.js';
import { recordFacts } from './audit-writes.js';
import { MunicipalitiesStore } from './municipalities.store.js';
import type { UnitJson } from './person-card-row.js';
import { unitFrom } from './person-card.js';
import { DepartmentDecisionRow } from './rows/department-decision.row.js';
import { MunicipalityRow } from './rows/municipality.row.js';
import { MunicipalitySettingsRow } from './rows/municipality-settings.row.js';
import { allSettings, decideDepartment, lockSettings } from './settings.sql.js';

type ChosenRow = {
  readonly mobile_visibility: NumberAudience;
  readonly decision_reference: string | null;
  readonly decided_on: string | null;
  readonly leavers_after_days: number | null;
  readonly ended_absences_after_days: number | null;
  readonly audit_months: number | null;
  readonly outside_forwarding: boolean;
  readonly version: number;
};

type SettingsRow = ChosenRow & {
  readonly code: MunicipalityCode;
  readonly departments:
    | {
        readonly reference: string;
        readonly decided_on: string;
        readonly units: UnitJson[];
      }[]
    | null;
};

/** What a change comes to: its record is made from the names of the fields that changed. */
type Recording = (changed: readonly string[]) => AuditFact;

/** The municipalities' own settings. Nothing is held in memory, so that a change counts at the next request. */
@Injectable()
export class SettingsStore {
  constructor(
    private readonly database: DataSource,
    private readonly municipalities: MunicipalitiesStore,
  ) {}

  /** Every municipality's settings. */
  async all(): Promise<readonly MunicipalitySettings[]> {
    const rows = (await this.database.query(allSettings)) as SettingsRow[];
    return rows.flatMap((row) => {
      const municipality = this.municipalities.byCode(row.code);
      if (municipality === null) return [];
      const departments = (row.departments ?? []).flatMap(({ reference, decided_on, units }) => {
        const unit = unitFrom(units, municipality);
        return unit ? [{ reference, decidedOn: decided_on, unit }] : [];
      });
      const version = String(row.version);
      return [
        {
          ...chosenFrom(row),
          municipality: row.code,
          bestReachedDepartments: departments,
          version,
        },
      ];
    });
  }

  /** Puts other settings in the place of those of this version; false when they have moved on. What changes nothing is not recorded. */
  async choose(
    code: MunicipalityCode,
    version: string,
    chosen: ChosenSettings,
    record: Recording,
  ): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const [row] = (await tx.query(lockSettings, [code])) as ChosenRow[];
      if (row === undefined || String(row.version) !== version) return false;
      const [before, after] = [flat(chosenFrom(row)), flat(chosen)];
      const changed = fieldNames.filter((name) => before[name] !== after[name]);
      if (changed.length === 0) return true;
      const { mobileVisibility, ...others } = after;
      await tx.update(MunicipalityRow, { code }, { mobileVisibility });
      await tx.update(
        MunicipalitySettingsRow,
        { municipalityCode: code },
        { ...others, version: row.version + 1 },
      );
      await recordFacts(tx, [record(changed)]);
      return true;
    });
  }

  /** Keeps that a department shows best-reached times, and by which decision; or, with null, that it no longer does. */
  async decide(
    unit: { readonly id: UnitId; readonly municipality: MunicipalityCode },
    decision: Decision | null,
    fact: AuditFact,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (decision === null) {
        const { affected } = await tx.delete(DepartmentDecisionRow, { unitId: unit.id });
        if (affected === 0) return;
      } else {
        const { reference, decidedOn } = decision;
        await tx.query(decideDepartment, [unit.id, unit.municipality, reference, decidedOn]);
      }
      await recordFacts(tx, [fact]);
    });
  }
}

const fieldNames = [
  'mobileVisibility',
  'decisionReference',
  'decidedOn',
  'leaversAfterDays',
  'endedAbsencesAfterDays',
  'auditMonths',
  'outsideForwarding',
] as const;

function flat({ mobileVisibility, retention, outsideForwarding }: ChosenSettings) {
  return {
    mobileVisibility,
    decisionReference: retention?.reference ?? null,
    decidedOn: retention?.decidedOn ?? null,
    leaversAfterDays: retention?.leaversAfterDays ?? null,
    endedAbsencesAfterDays: retention?.endedAbsencesAfterDays ?? null,
    auditMonths: retention?.auditMonths ?? null,
    outsideForwarding,
  };
}

function chosenFrom(row: ChosenRow): ChosenSettings {
  const { decision_reference: reference, decided_on: decidedOn } = row;
  return {
    mobileVisibility: row.mobile_visibility,
    outsideForwarding: row.outside_forwarding,
    retention:
      reference === null || decidedOn === null
        ? null
        : {
            reference,
            decidedOn,
            leaversAfterDays: row.leavers_after_days,
            endedAbsencesAfterDays: row.ended_absences_after_days,
            auditMonths: row.audit_months,
          },
  };
}
