import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PersonId, UnitId } from '../kernel/ids.js';
import type { PagePosition } from '../kernel/page.js';
import type { Reach } from '../kernel/viewer.js';
import type { PersonRef } from '../staff/person-ref.js';
import type { Person, Unit } from '../staff/person.js';
import type { E164, Extension } from '../staff/phone-number.js';
import { MunicipalitiesStore } from './municipalities.store.js';
import { cardsByIds, cardsReferredFrom, cardsWithReferred } from './person-card.sql.js';
import type { PersonCardRow, UnitJson } from './person-card-row.js';
import { personFrom, unitFrom } from './person-card.js';
import { QuickReads } from './quick-reads.js';
import { visibleParameters } from './visible-people.js';
import * as find from './find-people.sql.js';

/** How many of a list are wanted, and after which position. */
export type PageWanted = { readonly first: number; readonly after: PagePosition | null };

/** A person found, with where it stands in the list. */
export type Found = PagePosition & { readonly id: PersonId };

/** Reads people, only those whom a reach lets out. What of them may be shown is for `view` to decide. */
@Injectable()
export class PeopleStore {
  constructor(
    private readonly database: DataSource,
    private readonly reads: QuickReads,
    private readonly municipalities: MunicipalitiesStore,
  ) {}

  /** Everything about the people with these ids; the ones that are hidden or not there are left out. */
  async undisclosedByIds(reach: Reach, ids: readonly PersonId[], now: Date): Promise<Person[]> {
    const people = await this.cards(cardsByIds, reach, ids, now);
    return people.filter(({ id }) => ids.includes(id));
  }

  /** Everything about these people and those to whom their calls are referred, as `undisclosedReferredFrom` finds them. */
  async undisclosedWithReferred(
    reach: Reach,
    ids: readonly PersonId[],
    now: Date,
    managers: boolean,
  ): Promise<Person[]> {
    return this.cards(cardsWithReferred, reach, ids, now, managers);
  }

  /** Everything about those to whom these people's calls are referred, up to five hops, and about managers if they are wanted. */
  async undisclosedReferredFrom(
    reach: Reach,
    ids: readonly PersonId[],
    now: Date,
    managers: boolean,
  ): Promise<Person[]> {
    return this.cards(cardsReferredFrom, reach, ids, now, managers);
  }

  /** One page of a municipality's people in Swedish order, after a position. */
  async inMunicipality(reach: Reach, code: string, page: PageWanted): Promise<Found[]> {
    return (await this.database.query(find.inMunicipality, [
      ...visibleParameters(reach),
      code,
      page.after?.sortKey ?? null,
      page.after?.id ?? null,
      page.first,
    ])) as Found[];
  }

  /** The ids of a person, of whom the directory names that person as manager, and of all in these units, at most so many. */
  async near(
    personId: PersonId | null,
    units: readonly UnitId[],
    most: number,
  ): Promise<readonly PersonId[]> {
    const rows = (await this.database.query(find.near, [personId, units, most])) as Found[];
    return rows.map(({ id }) => id);
  }

  /** The visible person whom a reference names by something that the viewer may know, or null. */
  async find(reach: Reach, ref: PersonRef): Promise<PersonId | null> {
    switch (ref.kind) {
      case 'ID':
        return ref.id;
      case 'EMAIL': {
        const email = ref.email.toLowerCase();
        return this.findOne(find.byEmail, [...visibleParameters(reach), email, reach.findByEmail]);
      }
      case 'EMPLOYEE': {
        const { municipalityCode, employeeId } = ref;
        const parameters = [...visibleParameters(reach), municipalityCode, employeeId];
        return this.findOne(find.byEmployeeId, [...parameters, reach.findByEmployeeId]);
      }
    }
  }

  /** The visible holder of a number that the viewer may know it by, or null; the first in Swedish order of several. */
  async findByNumber(reach: Reach, e164: E164): Promise<PersonId | null> {
    const parameters = [...visibleParameters(reach), e164, reach.findByDirect, reach.findByMobile];
    return this.findOne(find.byNumber, parameters);
  }

  /** The visible holders of many numbers, each as `findByNumber` finds it, in their order; in one statement. */
  async findByNumbers(reach: Reach, numbers: readonly E164[]): Promise<(PersonId | null)[]> {
    const given = [...visibleParameters(reach), numbers, reach.findByDirect, reach.findByMobile];
    const rows = await this.reads.read<{ id: PersonId | null }>('LOOKED_UP', find.byNumbers, given);
    return rows.map(({ id }) => id);
  }

  /** The visible holder of an extension within a dial plan, or null. */
  async findByExtension(reach: Reach, dialPlan: string, extension: Extension) {
    const parameters = [...visibleParameters(reach), dialPlan, extension, reach.findByDirect];
    return this.findOne(find.byExtension, parameters);
  }

  /** The visible people and functions of a unit itself who work here and are not PROTECTED, in Swedish order. */
  async inUnit(reach: Reach, unitId: UnitId, limit: number): Promise<readonly PersonId[]> {
    const parameters = [...visibleParameters(reach), unitId, limit];
    const rows = (await this.database.query(find.inUnit, parameters)) as { id: PersonId }[];
    return rows.map(({ id }) => id);
  }

  /** A unit with its parents, or null. Units are visible to everybody. */
  async unit(id: UnitId): Promise<Unit | null> {
    const [unit] = await this.unitsOf([id]);
    return unit ?? null;
  }

  /** Units with their parents, by their names; those that there are not are left out. */
  async unitsOf(ids: readonly UnitId[]): Promise<readonly Unit[]> {
    if (ids.length === 0) return [];
    const rows = (await this.database.query(find.unitLines, [ids])) as {
      code: string;
      units: UnitJson[];
    }[];
    return rows.flatMap(({ code, units }) => {
      const municipality = this.municipalities.byCode(code);
      const unit = municipality && unitFrom(units, municipality);
      return unit ? [unit] : [];
    });
  }

  private async cards(
    sql: string,
    reach: Reach,
    ids: readonly PersonId[],
    now: Date,
    ...managers: readonly boolean[]
  ) {
    if (ids.length === 0) return [];
    const parameters = [...visibleParameters(reach), now, ids, ...managers];
    const rows = await this.reads.read<PersonCardRow>('LOOKED_UP', sql, parameters);
    return rows.flatMap((row) => {
      const municipalityOf = (code: string) => this.municipalities.byCode(code);
      const municipality = municipalityOf(row.municipality_code);
      return municipality === null ? [] : [personFrom(row, municipality, municipalityOf)];
    });
  }

  private async findOne(sql: string, parameters: unknown[]): Promise<PersonId | null> {
    const [row] = (await this.database.query(sql, parameters)) as { id: PersonId }[];
    return row?.id ?? null;
  }
}
