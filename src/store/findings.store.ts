import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { FindingRule } from '../kernel/finding-words.js';
import type { MunicipalityCode, PersonId, UnitId } from '../kernel/ids.js';
import type { Finding } from '../staff/findings.js';

/** Since when a finding has held, of a person or a unit, as its rule says. */
export type FindingSince = {
  readonly rule: FindingRule;
  readonly about: PersonId | UnitId;
  readonly since: Date;
};

/** Since when the findings hold (P11). That they hold is computed when they are read, from what the viewer may see. */
@Injectable()
export class FindingsStore {
  constructor(private readonly database: DataSource) {}

  /**
   * Keeps what holds in a municipality now: what is new since now, what was mended no more, and the rest as it is.
   * The findings must be computed as if nobody who is PROTECTED were there.
   */
  async keep(municipality: MunicipalityCode, findings: readonly Finding[], now: Date) {
    const found = findings.map(({ rule, personId, unitId }) => {
      return { rule, about: personId ?? unitId };
    });
    await this.database.query(keep, [municipality, JSON.stringify(found), now]);
  }

  /** Since when each finding of a municipality has held. */
  async since(municipality: MunicipalityCode): Promise<readonly FindingSince[]> {
    return this.database.query<FindingSince[]>(
      `select rule, about, since from finding where municipality_code = $1 order by rule, about`,
      [municipality],
    );
  }
}

const keep = `
  with found as (
    select distinct rule, about from jsonb_to_recordset($2) as f(rule text, about uuid)
  ), mended as (
    delete from finding f
     where f.municipality_code = $1
       and not exists (select 1 from found where found.rule = f.rule and found.about = f.about)
  )
  insert into finding (municipality_code, rule, about, since)
  select $1, rule, about, $3 from found
  on conflict on constraint finding_pkey do nothing`;
