import { Injectable } from '@nestjs/common';
import type { MunicipalityCode, UnitId } from '../kernel/ids.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import { mayKeepUnit } from '../policy/unit-authority.js';
import { PeopleStore } from '../store/people.store.js';

/** A unit to change, as the client names it. */
export type UnitRequest = { readonly unitId: UnitId; readonly expectedVersion: string | null };

/** Finds the unit that a change is about, and asks whether the viewer may keep it. */
@Injectable()
export class KeptUnits {
  constructor(private readonly people: PeopleStore) {}

  /** The unit with its municipality, or why the viewer may not change it; `within` is where the input names it. */
  async allowed(
    viewer: Viewer,
    { unitId, expectedVersion }: UnitRequest,
    ...within: string[]
  ): Promise<Outcome<UnitRequest & { readonly municipality: MunicipalityCode }>> {
    const municipality = (await this.people.unit(unitId))?.municipality.code;
    const field = [...within, 'unitId'];
    if (municipality === undefined) return refused('NOT_FOUND', 'Det finns ingen sådan.', ...field);
    if (!mayKeepUnit(viewer, { id: unitId, municipality }))
      return refused('NOT_ALLOWED', 'Du får inte ändra den enheten.', ...field);
    return done({ unitId, expectedVersion, municipality });
  }
}

/** Somebody else has changed the unit. */
export function unitChanged(): Outcome<never> {
  return refused('CONFLICT', 'Någon annan har ändrat enheten. Läs om den.', 'expectedVersion');
}

/** Somebody else has changed the person. */
export function personChanged(): Outcome<never> {
  return refused('CONFLICT', 'Någon annan har ändrat personen. Läs om den.', 'expectedVersion');
}
