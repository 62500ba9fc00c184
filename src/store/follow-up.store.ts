import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { FindingRule } from '../kernel/finding-words.js';
import type { MunicipalityCode, PersonId, UnitId } from '../kernel/ids.js';
import type { Reach } from '../kernel/viewer.js';
import { staleBefore } from '../staff/findings.js';
import type { Unit } from '../staff/person.js';
import * as sql from './follow-up.sql.js';
import { MunicipalitiesStore } from './municipalities.store.js';
import type { Found, PageWanted } from './people.store.js';
import type { UnitJson } from './person-card-row.js';
import { unitFrom } from './person-card.js';
import { visibleParameters } from './visible-people.js';

/** Of whom which findings are looked for. */
export type FollowUpWanted = {
  /** Null: wherever they work. */
  readonly municipality: MunicipalityCode | null;
  /** Null: in whatever unit they work; otherwise in this one or below it. */
  readonly below: UnitId | null;
  /** Of these units' people, of this person and of whom the directory puts under that one. */
  readonly near: {
    readonly units: readonly UnitId[];
    readonly personId: PersonId | null;
    readonly rules: readonly FindingRule[];
  };
  /** Of everybody else. */
  readonly elsewhere: readonly FindingRule[];
};

/** Somebody who may have a finding, with when the person's directory was last read to its end; null when it never was. */
export type FoundForFollowUp = Found & { readonly directoryReadAt: Date | null };

/** A unit, and who there the reach lets out and works here. */
export type FollowedUnit = {
  readonly unit: Unit;
  /** In the unit itself, shared telephones and alias cards left out. */
  readonly people: readonly PersonId[];
  readonly answering: readonly PersonId[];
  /** Of the unit and of those above it. */
  readonly phoneResponsibles: readonly PersonId[];
};

/** Which of a municipality's units, or which units by id. */
export type UnitsWanted =
  { readonly municipality: MunicipalityCode } | { readonly ids: readonly UnitId[] };

type UnitRow = Omit<FollowedUnit, 'unit'> & {
  readonly code: string;
  readonly units: readonly UnitJson[];
};

/** Finds those of whom a finding may hold (P11), as far as a reach lets them out; whether it does is for `view` to say. */
@Injectable()
export class FollowUpStore {
  constructor(
    private readonly database: DataSource,
    private readonly municipalities: MunicipalitiesStore,
  ) {}

  /** People of whom one of the rules may hold, in Swedish order, from a position on: who stands there is read again. */
  async people(
    reach: Reach,
    { municipality, below, near, elsewhere }: FollowUpWanted,
    { first, after }: PageWanted,
    now: Date,
  ): Promise<readonly FoundForFollowUp[]> {
    return this.database.query<FoundForFollowUp[]>(sql.people, [
      ...visibleParameters(reach),
      near.units,
      near.personId,
      near.rules,
      elsewhere,
      municipality,
      now,
      staleBefore(now),
      after?.sortKey ?? null,
      after?.id ?? null,
      first,
      below,
    ]);
  }

  /** These units with who answers there, by id. */
  async units(reach: Reach, wanted: UnitsWanted): Promise<readonly FollowedUnit[]> {
    const municipality = 'municipality' in wanted ? wanted.municipality : null;
    const ids = 'ids' in wanted ? wanted.ids : null;
    const parameters = [...visibleParameters(reach), municipality, ids];
    const rows = await this.database.query<UnitRow[]>(sql.units, parameters);
    return rows.flatMap(({ code, units, ...there }) => {
      const at = this.municipalities.byCode(code);
      const unit = at && unitFrom(units, at);
      return unit ? [{ ...there, unit }] : [];
    });
  }
}
