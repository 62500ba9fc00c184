import type { Municipality } from '../staff/municipality.js';
import type { Unit } from '../staff/person.js';
import type { MunicipalityView, UnitView } from './person-view.js';

/** The view of a municipality; all of it is public. */
export function municipalityView(m: Municipality): MunicipalityView {
  return { id: m.id, code: m.code, name: m.name, switchboardNumber: m.switchboardNumber };
}

/** The view of a unit with its parents; units are visible to everybody. */
export function unitView(unit: Unit): UnitView {
  return new SeenUnit(unit);
}

/** What nobody asks for is not made. */
class SeenUnit implements UnitView {
  readonly #unit: Unit;

  constructor(unit: Unit) {
    this.#unit = unit;
  }

  get id() {
    return this.#unit.id;
  }

  get name() {
    return this.#unit.name;
  }

  get municipality() {
    return municipalityView(this.#unit.municipality);
  }

  get parent() {
    return this.#unit.parent && unitView(this.#unit.parent);
  }

  get openingHours() {
    return this.#unit.openingHours;
  }
}
