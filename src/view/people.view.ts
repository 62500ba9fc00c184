import { Injectable } from '@nestjs/common';
import { RecordReads, type Read } from '../audit/record-reads.js';
import { AppError } from '../kernel/app-error.js';
import { Clock } from '../kernel/clock.js';
import type { PersonId, UnitId } from '../kernel/ids.js';
import type { Page } from '../kernel/page.js';
import { noRelations, type Reach, type Viewer } from '../kernel/viewer.js';
import { serves } from '../policy/audience.js';
import { listReachOf, reachOf } from '../policy/reach.js';
import { seriesLabel } from '../staff/municipality.js';
import { foldForSearch } from '../staff/names.js';
import { searchDigits } from '../staff/number-search.js';
import type { PersonRef } from '../staff/person-ref.js';
import type { Person } from '../staff/person.js';
import type { E164 } from '../staff/phone-number.js';
import { MunicipalitiesStore } from '../store/municipalities.store.js';
import { PeopleStore, type Found, type SearchTerms } from '../store/people.store.js';
import { Cursors } from './cursors.js';
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

/** A search as a client asks for it. */
export type Search = {
  readonly query: string;
  readonly municipalityCodes: readonly string[] | null;
  readonly first: number;
  readonly after: string | null;
  /** Whether anybody asks for managers; it costs a statement more. */
  readonly managers: boolean;
};

/** The answer to "whose number is this?". */
export type NumberLookupView = {
  readonly number: E164;
  readonly entry: EntryView | null;
  readonly label: string;
};

const maxFirst = 100;
const maxWords = 8;
/** So many people are held at a time while everybody is listed; each page sorts its municipality anew. */
const listPage = 2_000;
const swedish = new Intl.Collator('sv');

/**
 * What a viewer gets to know of people and shared telephones, by id, by reference, by search and by
 * number. Managers may be spared where nobody asks for them.
 */
@Injectable()
export class PeopleView {
  constructor(
    private readonly people: PeopleStore,
    private readonly municipalities: MunicipalitiesStore,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
    private readonly reads: RecordReads,
  ) {}

  /** One entry, or null: not there and not for you are the same answer. */
  async byId(viewer: Viewer, id: PersonId, managers = true): Promise<EntryView | null> {
    const views = await this.see(viewer, this.reach(viewer), [id], managers);
    return views.get(id) ?? null;
  }

  /** Those of these entries that exist for the viewer. */
  async byIds(
    viewer: Viewer,
    ids: readonly PersonId[],
    managers = true,
  ): Promise<readonly EntryView[]> {
    const views = await this.see(viewer, this.reach(viewer), ids, managers);
    return [...views.values()];
  }

  /** One person by a reference that the viewer may know the person by, or null; a shared telephone is no person. */
  async byRef(viewer: Viewer, ref: PersonRef, managers = true): Promise<PersonView | null> {
    const reach = this.reach(viewer);
    const id = await this.people.find(reach, ref);
    return id === null ? null : personOrNull(await this.byId(viewer, id, managers));
  }

  /** A page of entries that every word of the query matches. Throws BAD_USER_INPUT. */
  async search(viewer: Viewer, search: Search): Promise<Page<EntryView>> {
    const { query, municipalityCodes, first, after, managers } = search;
    if (first < 1 || first > maxFirst)
      throw new AppError('BAD_USER_INPUT', `"first" must be from 1 to ${maxFirst}.`);
    const length = Array.from(query.trim()).length;
    if (length < 2 || length > 80)
      throw new AppError('BAD_USER_INPUT', '"query" must have 2 to 80 characters.');
    const context = [viewer, query, municipalityCodes];
    const reach = this.reach(viewer);
    const found = await this.people.search(reach, searchTerms(query), municipalityCodes, {
      first: first + 1,
      after: after === null ? null : this.cursors.read(after, context),
    });
    const page = found.slice(0, first);
    const views = await this.see(viewer, reach, page.map(idOf), managers);
    return {
      edges: page.flatMap((one) => {
        const node = views.get(one.id);
        return node ? [{ cursor: this.cursors.write(one, context), node }] : [];
      }),
      hasNextPage: found.length > first,
      hasPreviousPage: after !== null,
    };
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
        const views = await this.see(reader, reach, found.map(idOf), false);
        yield found.flatMap((one) => views.get(one.id) ?? []);
        after = found.length < pageSize ? null : (found.at(-1) ?? null);
      } while (after !== null);
    }
  }

  /** Whom a number belongs to. The label never tells that somebody hidden has it. */
  async lookupNumber(viewer: Viewer, number: E164, managers = true): Promise<NumberLookupView> {
    const reach = this.reach(viewer);
    const id = await this.people.findByNumber(reach, number);
    const { people, sight } = await this.load(viewer, reach, id === null ? [] : [id], managers);
    const [person] = people;
    const named = person && project(person, sight).may('NumberLookup.label');
    const label = named ? person.displayName : seriesLabel(number, this.municipalities.all());
    return { number, entry: person ? seePerson(person, sight) : null, label };
  }

  /** A unit, or null. */
  async unit(id: UnitId): Promise<UnitView | null> {
    const unit = await this.people.unit(id);
    return unit && unitView(unit);
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
    managers: boolean,
  ): Promise<ReadonlyMap<PersonId, EntryView>> {
    const { people, sight } = await this.load(viewer, reach, ids, managers);
    return new Map(people.map((person) => [person.id, seePerson(person, sight)]));
  }

  /**
   * Two statements, whatever the number of people: they themselves, and those to whom they lead. A third
   * one records the PROTECTED people among them, before anybody is shown; only who may see one pays it.
   */
  private async load(viewer: Viewer, reach: Reach, ids: readonly PersonId[], managers: boolean) {
    const now = this.clock.now();
    const people = await this.people.undisclosedByIds(reach, ids, now);
    // Whether they lead to anybody must not decide on a statement: somebody hidden would take time.
    const from = people.map((person) => person.id);
    const referred = await this.people.undisclosedReferredFrom(reach, from, now, managers);
    const others = new Map([...people, ...referred].map((person) => [person.id, person]));
    await this.reads.ofProtected(viewer, readOf(viewer, others), now);
    const internalSeries = this.municipalities.all().flatMap((m) => m.numberSeries);
    const sight: Sight = { viewer, now, others, managersRead: managers, internalSeries };
    return { people, sight };
  }
}

function searchTerms(query: string): SearchTerms {
  const typed = query.split(/\s+/).filter(Boolean);
  const words = typed.filter((one) => !one.includes('@')).map(foldForSearch);
  return {
    words: words.flatMap((one) => one.split(' ').filter(Boolean)).slice(0, maxWords),
    mails: typed
      .filter((one) => one.includes('@'))
      .map((one) => one.toLowerCase())
      .slice(0, 1),
    digits: searchDigits(query),
  };
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
