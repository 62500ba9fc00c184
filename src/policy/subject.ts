import type { MunicipalityCode, PersonId, UnitId } from '../kernel/ids.js';
import type { Person } from '../staff/person.js';

/** Of the subject, only what decides who the viewer is to it. */
export type Subject = {
  readonly id: PersonId | null;
  readonly municipality: MunicipalityCode;
  readonly unitId: UnitId | null;
  /** The nearest supervisor as the directory has it. */
  readonly managerId: PersonId | null;
};

/** What of a person decides who a viewer is to it. */
export function subjectOf(person: Person): Subject {
  return {
    id: person.id,
    municipality: person.municipality.code,
    unitId: person.unit?.id ?? null,
    managerId: person.managerId,
  };
}

/** Nobody in particular: a municipality or one of its units, asked about as a whole. */
export function anybodyIn(municipality: MunicipalityCode, unitId: UnitId | null = null): Subject {
  return { id: null, municipality, unitId, managerId: null };
}
