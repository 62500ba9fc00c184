import type { Municipality } from '../staff/municipality.js';
import type { Unit } from '../staff/person.js';
import type { MunicipalityView, UnitView } from './person-view.js';

/** The view of a municipality; all of it is public. */
export function municipalityView(m: Municipality): MunicipalityView {
  return { id: m.id, code: m.code, name: m.name, switchboardNumber: m.switchboardNumber };
}

/** The view of a unit with its parents; units are visible to everybody. */
export function unitView(unit: Unit): UnitView {
  return {
    id: unit.id,
    name: unit.name,
    municipality: municipalityView(unit.municipality),
    parent: unit.parent && unitView(unit.parent),
    openingHours: unit.openingHours,
  };
}
