import { Injectable } from '@nestjs/common';
import type { FindingRule } from '../kernel/finding-words.js';
import type { PersonId } from '../kernel/ids.js';
import type { Reach, Viewer } from '../kernel/viewer.js';
import { followedEverywhere, followedUp } from '../policy/finding-disclosure.js';
import { reachOf } from '../policy/reach.js';
import { findingsOfPerson, findingsOfUnit, type Finding } from '../staff/findings.js';
import { targetsOf } from '../staff/forwarding.js';
import type { Person } from '../staff/person.js';
import type { FollowedUnit, FoundForFollowUp } from '../store/follow-up.store.js';
import { MunicipalitiesStore } from '../store/municipalities.store.js';
import { PeopleStore } from '../store/people.store.js';
import { project, type Sight } from './projection.js';
import { coverOf } from './referral-view.js';

/** Somebody, through somebody's eyes, with what is to be mended. */
export type FollowedPerson = {
  readonly at: FoundForFollowUp;
  readonly person: Person;
  readonly sight: Sight;
  readonly findings: readonly Finding[];
};

/** What is to be mended of people, computed anew each time, so that it is always true (P11). */
@Injectable()
export class FollowUp {
  constructor(
    private readonly people: PeopleStore,
    private readonly municipalities: MunicipalitiesStore,
  ) {}

  /** Whom the policy is followed up of, for a viewer. */
  reach(viewer: Viewer): Reach {
    return followedUp(reachOf(viewer, this.municipalities.codes()));
  }

  /** What the viewer gets to know of people to whom the viewer is nothing in particular. */
  everywhere(viewer: Viewer): readonly FindingRule[] {
    return followedEverywhere(viewer, this.municipalities.codes());
  }

  /**
   * The findings about these people, in their order. Whom the reach does not let out is nobody, whoever
   * looks: such a one neither causes a finding nor mends one. `eyes` says who looks at each of them.
   */
  async ofPeople(
    reach: Reach,
    found: readonly FoundForFollowUp[],
    eyes: (id: PersonId) => Viewer,
    now: Date,
  ): Promise<readonly FollowedPerson[]> {
    const ids = found.map(({ id }) => id);
    const people = await this.people.undisclosedByIds(reach, ids, now);
    // With the managers, since who is responsible for a shared telephone is among them.
    const referred = await this.people.undisclosedReferredFrom(reach, ids, now, true);
    const others = new Map([...people, ...referred].map((person) => [person.id, person]));
    const internalSeries = this.municipalities.all().flatMap((m) => m.numberSeries);
    return found.flatMap((at) => {
      const person = others.get(at.id);
      if (person === undefined) return [];
      const viewer = eyes(at.id);
      const sight: Sight = { viewer, now, others, managersRead: true, internalSeries };
      return [{ at, person, sight, findings: findingsOf(person, sight, at.directoryReadAt) }];
    });
  }
}

/** The findings about a unit, from those whom a reach let out. */
export function findingsIn(
  { unit, people, answering, phoneResponsibles }: FollowedUnit,
  now: Date,
) {
  const worksHere = (id: PersonId) => answering.includes(id);
  return findingsOfUnit({ unit, people, phoneResponsibles, worksHere }, now);
}

/**
 * How an absence is covered is what the viewer is shown of it. A ring is looked for among all whom the reach
 * lets out, as it is when somebody sets a forwarding, since otherwise nobody would see the whole of it.
 */
function findingsOf(person: Person, sight: Sight, directoryReadAt: Date | null) {
  const { others, now } = sight;
  const seen = project(person, sight);
  const worksHere = (id: PersonId) => others.get(id)?.leftAt === null;
  const cover = seen.absence && coverOf(seen.absence, seen);
  const facts = {
    person,
    worksHere,
    cover,
    directoryReadAt,
    leadsTo: (id: PersonId, origin: Parameters<typeof targetsOf>[1]) =>
      targetsOf(others.get(id)?.forwardings ?? [], origin, now).flatMap((target) =>
        target.kind === 'PERSON' && others.has(target.personId) ? [target.personId] : [],
      ),
  };
  return findingsOfPerson(facts, now);
}
