import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { findingRules, type FindingActor, type FindingRule } from '../kernel/finding-words.js';
import type { PersonId, UnitId } from '../kernel/ids.js';
import type { Page, PagePosition } from '../kernel/page.js';
import type { Viewer } from '../kernel/viewer.js';
import { mayFollowUp } from '../policy/finding-disclosure.js';
import { anybodyIn, subjectOf } from '../policy/subject.js';
import { findingMessages } from '../staff/finding-messages.js';
import { actsFirst } from '../staff/findings.js';
import type { Unit } from '../staff/person.js';
import { FindingsStore } from '../store/findings.store.js';
import { FollowUpStore, type FoundForFollowUp } from '../store/follow-up.store.js';
import { Cursors } from './cursors.js';
import { findingsIn, FollowUp } from './follow-up.js';
import {
  afterPlace,
  placeFrom,
  placeOfPerson,
  placeOfUnit,
  positionOf,
  type Place,
} from './finding-place.js';
import { pageSize } from './page-size.js';
import type { EntryView, UnitView } from './person-view.js';
import { unitView } from './place-view.js';
import { seePerson } from './see-person.js';

/** Findings as a client asks for them. */
export type FindingsWanted = {
  /** Only of this unit with those below it; null: of all. */
  readonly unitId: UnitId | null;
  /** Null: all that are for the viewer. */
  readonly rules: readonly FindingRule[] | null;
  readonly first: number;
  readonly after: string | null;
};

/** One finding, about an entry or a unit. */
export type FindingView = {
  readonly rule: FindingRule;
  readonly person: EntryView | null;
  readonly unit: UnitView | null;
  readonly since: Date;
  readonly actsFirst: FindingActor;
  readonly message: string;
};

type Seen = Pick<FindingView, 'rule' | 'person' | 'unit'> & {
  readonly about: PersonId | UnitId;
  readonly place: Place;
};

type Asked = {
  readonly rules: readonly FindingRule[];
  readonly unitId: UnitId | null;
  readonly now: Date;
};

/** So many people are looked at in one go; most of them have a finding, since the database has chosen them. */
const batch = 200;

/** What the telephone policy asks for and is not so, for those who act on it (P11). */
@Injectable()
export class FindingsView {
  constructor(
    private readonly followUp: FollowUp,
    private readonly store: FollowUpStore,
    private readonly kept: FindingsStore,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  /** A page of findings: those about units by name, then those about people in Swedish order. Throws BAD_USER_INPUT. */
  async page(viewer: Viewer, wanted: FindingsWanted): Promise<Page<FindingView>> {
    const first = pageSize(wanted.first);
    const rules = findingRules.filter((rule) => wanted.rules?.includes(rule) ?? true);
    const context = ['policyFindings', viewer, rules, wanted.unitId];
    const { after } = wanted;
    const place = after === null ? null : placeFrom(this.cursors.read(after, context));
    const now = this.clock.now();
    const asked: Asked = { rules, unitId: wanted.unitId, now };
    const ofUnits = await this.ofUnits(viewer, asked);
    const found = ofUnits.filter((one) => afterPlace(one.place, place)).slice(0, first + 1);
    const more = first + 1 - found.length;
    if (more > 0)
      found.push(...(await this.ofPeople(viewer, asked, { after: place, first: more })));
    const page = found.slice(0, first);
    const edge = this.cursors.edges(context);
    const since = await this.kept.since([...new Set(page.map(({ about }) => about))]);
    return {
      edges: page.map(({ rule, person, unit, about, place: at }) =>
        edge(positionOf(at), {
          rule,
          person,
          unit,
          since: since.find((one) => one.rule === rule && one.about === about)?.since ?? now,
          actsFirst: actsFirst[rule],
          message: findingMessages[rule],
        }),
      ),
      hasNextPage: found.length > first,
      hasPreviousPage: after !== null,
    };
  }

  private async ofUnits(viewer: Viewer, { rules, unitId, now }: Asked) {
    const ids = unitsOf(viewer);
    const units =
      ids.length === 0 ? [] : await this.store.units(this.followUp.reach(viewer), { ids });
    return units
      .flatMap((followed) => {
        const { unit } = followed;
        if (!isWithin(unit, unitId)) return [];
        const subject = anybodyIn(unit.municipality.code, unit.id);
        return findingsIn(followed, now)
          .filter(({ rule }) => rules.includes(rule) && mayFollowUp(viewer, rule, subject, 'OPEN'))
          .map(({ rule }): Seen => {
            const place = placeOfUnit(unit, rule);
            return { rule, person: null, unit: unitView(unit), about: unit.id, place };
          });
      })
      .toSorted((a, b) => (afterPlace(a.place, b.place) ? 1 : -1));
  }

  private async ofPeople(
    viewer: Viewer,
    { rules, unitId, now }: Asked,
    { after, first }: { readonly after: Place | null; readonly first: number },
  ): Promise<readonly Seen[]> {
    const reach = this.followUp.reach(viewer);
    const elsewhere = this.followUp.everywhere(viewer);
    const wanted = {
      municipality: null,
      below: unitId,
      near: { units: unitsOf(viewer), personId: viewer.personId, rules },
      elsewhere: rules.filter((rule) => elsewhere.includes(rule)),
    };
    const seen: Seen[] = [];
    let from: PagePosition | null = after?.kind === 'PERSON' ? after : null;
    let found: readonly FoundForFollowUp[];
    do {
      found = await this.store.people(reach, wanted, { first: batch, after: from }, now);
      for (const one of await this.followUp.ofPeople(reach, found, () => viewer, now)) {
        const { person, sight, at } = one;
        const { id, protectionLevel } = person;
        for (const { rule } of one.findings) {
          const place = placeOfPerson(at, rule);
          if (!rules.includes(rule) || !afterPlace(place, seen.at(-1)?.place ?? after)) continue;
          if (!mayFollowUp(viewer, rule, subjectOf(person), protectionLevel)) continue;
          seen.push({ rule, person: seePerson(person, sight), unit: null, about: id, place });
        }
      }
      from = found.at(-1) ?? null;
    } while (found.length === batch && seen.length < first);
    return seen.slice(0, first);
  }
}

function unitsOf({ managed, answeredFor }: Viewer): readonly UnitId[] {
  return [...new Set([...managed, ...answeredFor])];
}

function isWithin(unit: Unit, above: UnitId | null): boolean {
  if (above === null || unit.id === above) return true;
  return unit.parent !== null && isWithin(unit.parent, above);
}
