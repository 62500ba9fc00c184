import { Injectable, Logger } from '@nestjs/common';
import { auditFactOf } from '../audit/audit-fact-of.js';
import { Clock } from '../kernel/clock.js';
import type { MunicipalityCode, UnitId } from '../kernel/ids.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import { maySetSettings } from '../policy/settings-authority.js';
import { PeopleStore } from '../store/people.store.js';
import { SettingsStore } from '../store/settings.store.js';
import { checkedDecision } from './decision.js';

/** Which department shows best-reached times, and by which decision; or that it no longer does. */
export type DepartmentRequest = {
  readonly unitId: UnitId;
  readonly bestReached: boolean;
  readonly reference: string | null;
  readonly decidedOn: string | null;
};

/** Enters a department's decision to show best-reached times (P8), by an officer of its municipality. */
@Injectable()
export class DecideDepartment {
  readonly #log = new Logger('settings');

  constructor(
    private readonly settings: SettingsStore,
    private readonly people: PeopleStore,
    private readonly clock: Clock,
  ) {}

  /** Enters or withdraws it and records that, or says why not. Another municipality's unit is none. */
  async carryOut(
    viewer: Viewer,
    { unitId, bestReached, ...decision }: DepartmentRequest,
  ): Promise<Outcome<MunicipalityCode>> {
    const municipality = (await this.people.unit(unitId))?.municipality.code;
    if (municipality === undefined || !maySetSettings(viewer, municipality))
      return refused('NOT_FOUND', 'Det finns ingen sådan.', 'unitId');
    const at = this.clock.now();
    const checked = bestReached ? checkedDecision(decision, at) : done(null);
    if (!checked.ok) return checked;
    const action = 'SET_SETTINGS';
    const recorded = { at, municipality, action, object: unitId, fields: ['bestReached'] } as const;
    const unit = { id: unitId, municipality };
    await this.settings.decide(unit, checked.value, auditFactOf(viewer, recorded));
    this.#log.log(`settings.department municipality=${municipality} unit=${unitId}`);
    return done(municipality);
  }
}
