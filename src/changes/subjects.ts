import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import type { PersonId } from '../kernel/ids.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Reach, Viewer } from '../kernel/viewer.js';
import { may, type Action } from '../policy/authority.js';
import { subjectOf } from '../policy/subject.js';
import { reachOf } from '../policy/reach.js';
import type { Forwarding } from '../staff/forwarding.js';
import type { PersonRef } from '../staff/person-ref.js';
import type { Person } from '../staff/person.js';
import { MunicipalitiesStore } from '../store/municipalities.store.js';
import { PeopleStore } from '../store/people.store.js';

/** Finds whom a change is about, within what the viewer can see, and asks whether the viewer may make it. */
@Injectable()
export class Subjects {
  constructor(
    private readonly people: PeopleStore,
    private readonly municipalities: MunicipalitiesStore,
    private readonly clock: Clock,
  ) {}

  /** The person whom the viewer may change so, or the refusal; hidden and missing people are the same refusal. */
  async allowed(
    viewer: Viewer,
    action: Action,
    ref: PersonRef,
    ...field: string[]
  ): Promise<Outcome<Person>> {
    const person = await this.visible(viewer, ref);
    if (!person) return refused('NOT_FOUND', 'Det finns ingen sådan.', ...field);
    return this.refusalOf(viewer, action, person, ...field) ?? done(person);
  }

  /** Why the viewer may not change somebody so whom the viewer can see, or null. */
  refusalOf(
    viewer: Viewer,
    action: Action,
    person: Person,
    ...field: string[]
  ): Outcome<never> | null {
    const { protectionLevel, aliasCard, leftAt } = person;
    if (leftAt !== null) return refused('NOT_ALLOWED', 'Personen har slutat.', ...field);
    if (!may(viewer, action, { ...subjectOf(person), protectionLevel, aliasCard }))
      return refused('NOT_ALLOWED', 'Du får inte göra den ändringen.', ...field);
    return null;
  }

  /** The rows that exist for the viewer. */
  reach(viewer: Viewer): Reach {
    return reachOf(viewer, this.municipalities.codes());
  }

  /** The person if the viewer can see it, or null. */
  async visible(viewer: Viewer, ref: PersonRef): Promise<Person | null> {
    const reach = this.reach(viewer);
    const id = await this.people.find(reach, ref);
    const [person] =
      id === null ? [] : await this.people.undisclosedByIds(reach, [id], this.clock.now());
    return person ?? null;
  }

  /** Those of these people whom the viewer can see. */
  async visibleByIds(viewer: Viewer, ids: readonly PersonId[]): Promise<readonly Person[]> {
    return this.people.undisclosedByIds(this.reach(viewer), ids, this.clock.now());
  }

  /** The person's forwardings that exist for the viewer: one that leads to somebody hidden is hidden whole. */
  async forwardingsOf(viewer: Viewer, person: Person): Promise<readonly Forwarding[]> {
    const reached = await this.referredFrom(viewer, person.id);
    return person.forwardings.filter(
      ({ target }) =>
        target.kind !== 'PERSON' || reached.some((other) => other.id === target.personId),
    );
  }

  /** The people to whom a person's calls lead, as far as the viewer can see them. */
  async referredFrom(viewer: Viewer, id: PersonId): Promise<readonly Person[]> {
    const now = this.clock.now();
    return this.people.undisclosedReferredFrom(this.reach(viewer), [id], now, false);
  }
}
