import { Injectable } from '@nestjs/common';
import type { PersonId, UnitId } from '../kernel/ids.js';
import type { Viewer } from '../kernel/viewer.js';
import type { UnitDuty } from '../kernel/words.js';
import { audiencesOf, type Audience } from '../policy/audience.js';
import { anybodyIn } from '../policy/subject.js';
import { unitDisclosure } from '../policy/unit-disclosure.js';
import { reachOf } from '../policy/reach.js';
import type { E164 } from '../staff/phone-number.js';
import type { SubjectWord } from '../staff/subject-words.js';
import { unitVersion, type UnitFacts } from '../staff/unit-facts.js';
import { MunicipalitiesStore } from '../store/municipalities.store.js';
import { UnitAnsweringStore } from '../store/unit-answering.store.js';
import { PeopleView } from './people.view.js';
import { personOrNull, type EntryView, type PersonView, type UnitView } from './person-view.js';

/** Whom a workplace turns to when telephones fail (P7), and which unit says so: itself or the nearest above it. */
export type FaultContactView = {
  readonly unit: UnitView;
  readonly entry: EntryView | null;
  readonly number: E164 | null;
  readonly instruction: string | null;
};

type Read = {
  readonly facts: ReadonlyMap<UnitId, UnitFacts>;
  readonly entries: ReadonlyMap<PersonId, EntryView>;
};
type Batch = { readonly units: Set<UnitId>; readonly read: Promise<Read> };
type UnitField = keyof typeof unitDisclosure;

/** Who leads a unit, and who answers there, as the viewer may see them. Units that are asked for together are read together. */
@Injectable()
export class UnitsView {
  /** One viewer is one request, so that nobody gets what was read for another. */
  readonly #batches = new WeakMap<Viewer, Batch>();

  constructor(
    private readonly units: UnitAnsweringStore,
    private readonly people: PeopleView,
    private readonly municipalities: MunicipalitiesStore,
  ) {}

  /** Its manager; null if there is none, or none for the viewer. The first in Swedish order of several. */
  async manager(viewer: Viewer, unit: UnitView): Promise<PersonView | null> {
    if (!this.may(viewer, 'Unit.manager', unit)) return null;
    const [manager] = await this.holders(viewer, unit, 'MANAGER');
    return manager ?? null;
  }

  /** Its telefonansvariga, in Swedish order. */
  async phoneResponsibles(viewer: Viewer, unit: UnitView): Promise<readonly PersonView[]> {
    if (!this.may(viewer, 'Unit.phoneResponsibles', unit)) return [];
    return this.holders(viewer, unit, 'PHONE_RESPONSIBLE');
  }

  /** Who answers for each other there (P9), the first first. */
  async answerGroup(viewer: Viewer, unit: UnitView): Promise<readonly EntryView[]> {
    if (!this.may(viewer, 'Unit.answerGroup', unit)) return [];
    const { facts, entries } = await this.read(viewer, [unit.id]);
    const members = facts.get(unit.id)?.answerGroup ?? [];
    return members.flatMap((id) => entries.get(id) ?? []);
  }

  /** By which words callers ask for what it handles (P14): for everybody, as its name is. */
  async subjects(viewer: Viewer, { id }: UnitView): Promise<readonly SubjectWord[]> {
    return (await this.read(viewer, [id])).facts.get(id)?.subjects ?? [];
  }

  /** Whom it turns to when telephones fail: its own contact, or that of the nearest unit above which has one for this viewer. */
  async faultContact(viewer: Viewer, unit: UnitView): Promise<FaultContactView | null> {
    if (!this.may(viewer, 'Unit.faultContact', unit)) return null;
    const line = upFrom(unit);
    const { facts, entries } = await this.read(
      viewer,
      line.map(({ id }) => id),
    );
    for (const one of line) {
      const contact = facts.get(one.id)?.faultContact;
      if (!contact) continue;
      const { entryId, number, instruction } = contact;
      const entry = entryId === null ? null : (entries.get(entryId) ?? null);
      return { unit: one, entry, number, instruction };
    }
    return null;
  }

  /** The version of all that can be changed of it, for those who may; over what the viewer can see. */
  async version(viewer: Viewer, unit: UnitView): Promise<string | null> {
    if (!this.may(viewer, 'Unit.version', unit)) return null;
    const facts = (await this.read(viewer, [unit.id])).facts.get(unit.id);
    return facts ? unitVersion(facts) : null;
  }

  private may(viewer: Viewer, field: UnitField, unit: UnitView): boolean {
    const municipality = this.municipalities.byCode(unit.municipality.code)?.code;
    if (municipality === undefined) return false;
    const allowed: readonly Audience[] = unitDisclosure[field];
    return audiencesOf(viewer, anybodyIn(municipality, unit.id)).some((audience) =>
      allowed.includes(audience),
    );
  }

  private async holders(viewer: Viewer, { id }: UnitView, duty: UnitDuty) {
    const { facts, entries } = await this.read(viewer, [id]);
    const duties = facts.get(id)?.duties ?? [];
    return duties
      .filter((one) => one.duty === duty)
      .flatMap(({ personId }) => personOrNull(entries.get(personId)) ?? []);
  }

  private async read(viewer: Viewer, ids: readonly UnitId[]): Promise<Read> {
    const batch = this.#batches.get(viewer) ?? this.begin(viewer);
    for (const id of ids) batch.units.add(id);
    return batch.read;
  }

  private begin(viewer: Viewer): Batch {
    const units = new Set<UnitId>();
    const read = new Promise<void>((resolve) => setImmediate(resolve)).then(async () => {
      this.#batches.delete(viewer);
      const reach = reachOf(viewer, this.municipalities.codes());
      const facts = await this.units.of(reach, [...units]);
      const entries = await this.people.byIds(viewer, [...new Set(facts.flatMap(peopleIn))]);
      return {
        facts: new Map(facts.map((one) => [one.unitId, one])),
        entries: new Map(entries.map((one) => [one.id, one])),
      };
    });
    const batch = { units, read };
    this.#batches.set(viewer, batch);
    return batch;
  }
}

function peopleIn({ duties, answerGroup, faultContact }: UnitFacts): readonly PersonId[] {
  const contact = faultContact?.entryId ?? null;
  const duty = duties.map(({ personId }) => personId);
  return [...duty, ...answerGroup, ...(contact === null ? [] : [contact])];
}

function upFrom(unit: UnitView): readonly UnitView[] {
  return unit.parent === null ? [unit] : [unit, ...upFrom(unit.parent)];
}
