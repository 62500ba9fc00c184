import { Injectable } from '@nestjs/common';
import type { PersonId } from '../kernel/ids.js';
import { noRelations, type Viewer } from '../kernel/viewer.js';
import type { Person } from '../staff/person.js';
import type { E164, Extension } from '../staff/phone-number.js';
import { PeopleStore } from '../store/people.store.js';
import { RelationsStore } from '../store/relations.store.js';
import { Subjects } from './subjects.js';

/** A telephone within a dial plan, by its number or its extension. */
export type Telephone = {
  readonly dialPlan: string;
  readonly by:
    | { readonly kind: 'NUMBER'; readonly e164: E164 }
    | { readonly kind: 'EXTENSION'; readonly extension: Extension };
};

/** Whose telephone it is, and what that person may do with it. */
export type TelephoneHolder = { readonly person: Person; readonly viewer: Viewer };

/** Finds whose telephone something was dialled on. */
@Injectable()
export class TelephoneHolders {
  constructor(
    private readonly subjects: Subjects,
    private readonly people: PeopleStore,
    private readonly relations: RelationsStore,
  ) {}

  /** Whose telephone it is, as far as the telephone system may know, or null. */
  async idOf(system: Viewer, { dialPlan, by }: Telephone): Promise<PersonId | null> {
    const reach = this.subjects.reach(system);
    return by.kind === 'NUMBER'
      ? this.people.findByNumber(reach, by.e164)
      : this.people.findByExtension(reach, dialPlan, by.extension);
  }

  /**
   * The holder, if the telephone system may know of one; null of a PROTECTED person's telephone as of one
   * that nobody has. What the holder may do is what an employee, an operator and those who lead or
   * answer for a unit may; it is recorded with the telephone system's key, since nobody has signed in.
   */
  async of(system: Viewer, telephone: Telephone): Promise<TelephoneHolder | null> {
    const id = await this.idOf(system, telephone);
    const person = id && (await this.subjects.visible(system, { kind: 'ID', id }));
    const { dialPlan } = telephone;
    if (!person || person.municipality.dialPlan !== dialPlan) return null;
    const { code } = person.municipality;
    const known = await this.relations.undisclosedOf(code, 'ENTRY', person.id);
    if (known === null) return null;
    const viewer: Viewer = {
      ...noRelations,
      roles: known.roles.includes('OPERATOR') ? ['EMPLOYEE', 'OPERATOR'] : ['EMPLOYEE'],
      municipality: code,
      personId: person.id,
      scopes: [],
      actor: system.actor,
      managed: new Set(known.managed),
      answeredFor: new Set(known.answeredFor),
    };
    return { person, viewer };
  }
}
