import { Injectable } from '@nestjs/common';
import { RecordReads, type Read } from '../audit/record-reads.js';
import { Clock } from '../kernel/clock.js';
import type { PersonId, UnitId } from '../kernel/ids.js';
import { noRelations, type Reach, type Viewer } from '../kernel/viewer.js';
import { serves } from '../policy/audience.js';
import { listReachOf, reachOf } from '../policy/reach.js';
import { seriesLabel } from '../staff/municipality.js';
import type { PersonRef } from '../staff/person-ref.js';
import type { Person } from '../staff/person.js';
import type { E164 } from '../staff/phone-number.js';
import { ListsStore } from '../store/lists.store.js';
import { MunicipalitiesStore } from '../store/municipalities.store.js';
import { PeopleStore, type Found } from '../store/people.store.js';
import {
  personOrNull,
  type EntryView,
  type MunicipalityView,
  type PersonView,
  type UnitView,
} from './person-view.js';
import { municipalityView, unitView } from './place-view.js';
import { project, type Sight } from './projection.js';
import { seePerson } from './see-person.js';

/**
 * How much is read of some entries: what a list shows of them, or all of them alone, or those to whom they lead too, or
 * their managers too. It must be what is asked for: what was not read cannot be looked at.
 */
export type CardsRead = 'LISTED' | 'ALONE' | 'REFERRED' | 'MANAGERS';

/** The answer to "whose number is this?". */
export type NumberLookupView = {
  readonly number: E164;
  readonly entry: EntryView | null;
  readonly label: string;
};

/** So many people are held at a time while everybody is listed; each page sorts its municipality anew. */
const listPage = 2_000;
const swedish = new Intl.Collator('sv');

/**
 * What a viewer gets to know of people and shared telephones, by id, by reference and by
 * number. Others may be spared where nobody asks for them.
 */
@Injectable()
export class PeopleView {
  constructor(
    private readonly people: PeopleStore,
    private readonly lists: ListsStore,
    private readonly municipalities: MunicipalitiesStore,
    private readonly clock: Clock,
    private readonly reads: RecordReads,
  ) {}

  /** One entry, or null: not there and not for you are the same answer. */
  async byId(
    viewer: Viewer,
    id: PersonId,
    cards: CardsRead = 'MANAGERS',
  ): Promise<EntryView | null> {
    const views = await this.see(viewer, this.reach(viewer), [id], cards);
    return views.get(id) ?? null;
  }

  /** Those of these entries that exist for the viewer. */
  async byIds(
    viewer: Viewer,
    ids: readonly PersonId[],
    cards: CardsRead = 'MANAGERS',
  ): Promise<readonly EntryView[]> {
    const views = await this.see(viewer, this.reach(viewer), ids, cards);
    return [...views.values()];
  }

  /** Entries of whom was read what a list shows, in their order. */
  async listed(viewer: Viewer, people: readonly Person[]): Promise<readonly EntryView[]> {
    const sight = await this.sightOf(viewer, people, this.clock.now(), 'LISTED');
    return people.map((person) => seePerson(person, sight));
  }

  /** One person by a reference that the viewer may know the person by, or null; a shared telephone is no person. */
  async byRef(
    viewer: Viewer,
    ref: PersonRef,
    cards: CardsRead = 'MANAGERS',
  ): Promise<PersonView | null> {
    const reach = this.reach(viewer);
    const id = await this.people.find(reach, ref);
    return id === null ? null : personOrNull(await this.byId(viewer, id, cards));
  }

  /**
   * Everybody who may stand in a list for this viewer, by municipality and in Swedish order, a page at a
   * time. Every page is read under the levels of its own moment: an old snapshot would show who has
   * been protected since.
   */
  async *everybody(viewer: Viewer, pageSize = listPage): AsyncGenerator<readonly EntryView[]> {
    // A list has other readers too, so the viewer's own entry is shown as everybody's is.
    const reader = { ...viewer, personId: null, ...noRelations };
    const reach = listReachOf(reader, this.municipalities.codes());
    for (const { code } of this.allMunicipalities()) {
      let after: Found | null = null;
      do {
        const found: readonly Found[] = await this.people.inMunicipality(reach, code, {
          first: pageSize,
          after,
        });
        const views = await this.see(reader, reach, found.map(idOf), 'REFERRED');
        yield found.flatMap((one) => views.get(one.id) ?? []);
        after = found.length < pageSize ? null : (found.at(-1) ?? null);
      } while (after !== null);
    }
  }

  /** Whom a number belongs to. */
  async lookupNumber(
    viewer: Viewer,
    number: E164,
    cards: CardsRead = 'MANAGERS',
  ): Promise<NumberLookupView> {
    const [found] = await this.lookupNumbers(viewer, [number], cards);
    if (found === undefined) throw new Error('Every number has an answer.');
    return found;
  }

  /**
   * Whom numbers belong to, each in its place, in as many statements as for one. The label never tells that somebody
   * hidden has a number.
   */
  async lookupNumbers(
    viewer: Viewer,
    numbers: readonly E164[],
    cards: CardsRead = 'MANAGERS',
  ): Promise<readonly NumberLookupView[]> {
    const reach = this.reach(viewer);
    const ids = await this.people.findByNumbers(reach, numbers);
    const known = [...new Set(ids.flatMap((id) => id ?? []))];
    const { people, sight } = await this.load(viewer, reach, known, cards);
    const holders = new Map(people.map((person) => [person.id, person]));
    return numbers.map((number, at) => {
      const id = ids[at] ?? null;
      const person = id === null ? undefined : holders.get(id);
      const named = person && project(person, sight).may('NumberLookup.label');
      const label = named ? person.displayName : seriesLabel(number, this.municipalities.all());
      return { number, entry: person ? seePerson(person, sight) : null, label };
    });
  }

  /** A unit, or null. */
  async unit(id: UnitId): Promise<UnitView | null> {
    const unit = await this.people.unit(id);
    return unit && unitView(unit);
  }

  /** The units that the viewer leads or answers for, those below them among them, by name. */
  async unitsLedBy(viewer: Viewer): Promise<readonly UnitView[]> {
    const ids = new Set([...viewer.managed, ...viewer.answeredFor]);
    return (await this.people.unitsOf([...ids])).map(unitView);
  }

  /** All municipalities, by name in Swedish order. */
  allMunicipalities(): readonly MunicipalityView[] {
    const all = this.municipalities.all().toSorted((a, b) => swedish.compare(a.name, b.name));
    return all.map(municipalityView);
  }

  /** Those that the viewer serves: the own one, and all of them for operators and technicians. */
  municipalitiesServed(viewer: Viewer): readonly MunicipalityView[] {
    return this.allMunicipalities().filter(({ code }) => serves(viewer, code));
  }

  /** The rows that exist for the viewer. */
  reach(viewer: Viewer): Reach {
    return reachOf(viewer, this.municipalities.codes());
  }

  private async see(
    viewer: Viewer,
    reach: Reach,
    ids: readonly PersonId[],
    cards: CardsRead,
  ): Promise<ReadonlyMap<PersonId, EntryView>> {
    const { people, sight } = await this.load(viewer, reach, ids, cards);
    return new Map(people.map((person) => [person.id, seePerson(person, sight)]));
  }

  /**
   * One statement, whatever the number of people: they themselves, and those to whom they lead where anybody asks for
   * those. Another one records the PROTECTED people among them, before anybody is shown; only who may see one pays it.
   */
  private async load(viewer: Viewer, reach: Reach, ids: readonly PersonId[], cards: CardsRead) {
    const now = this.clock.now();
    const found = await this.read(reach, ids, now, cards);
    const sight = await this.sightOf(viewer, found, now, cards);
    return { people: ids.flatMap((id) => sight.others.get(id) ?? []), sight };
  }

  private read(
    reach: Reach,
    ids: readonly PersonId[],
    now: Date,
    cards: CardsRead,
  ): Promise<readonly Person[]> {
    if (cards === 'LISTED') return this.lists.undisclosedByIds(reach, ids);
    if (cards === 'ALONE') return this.people.undisclosedByIds(reach, ids, now);
    return this.people.undisclosedWithReferred(reach, ids, now, cards === 'MANAGERS');
  }

  private async sightOf(
    viewer: Viewer,
    found: readonly Person[],
    now: Date,
    cards: CardsRead,
  ): Promise<Sight> {
    const others = new Map(found.map((person) => [person.id, person]));
    await this.reads.ofProtected(viewer, readOf(viewer, others), now);
    const internalSeries = this.municipalities.all().flatMap((m) => m.numberSeries);
    return { viewer, now, others, managersRead: cards === 'MANAGERS', internalSeries };
  }
}

function idOf(found: Found): PersonId {
  return found.id;
}

/** The PROTECTED people, but the viewer, among those whom a view may resolve to, asked for or not. */
function readOf(viewer: Viewer, others: ReadonlyMap<PersonId, Person>): readonly Read[] {
  return [...others.values()]
    .filter(({ id, protectionLevel }) => protectionLevel === 'PROTECTED' && id !== viewer.personId)
    .map(({ id, municipality }) => ({ id, municipality: municipality.code }));
}
