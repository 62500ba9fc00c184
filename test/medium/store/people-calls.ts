import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { MunicipalityCode, PersonId, UnitId } from '../../../src/kernel/ids.js';
import { everywhere, type Within } from '../../../src/kernel/page.js';
import type { Reach } from '../../../src/kernel/viewer.js';
import type { E164, Extension } from '../../../src/staff/phone-number.js';
import { typedSearch } from '../../../src/staff/typed-search.js';
import { ListsStore } from '../../../src/store/lists.store.js';
import type { MunicipalitiesStore } from '../../../src/store/municipalities.store.js';
import { PeopleStore } from '../../../src/store/people.store.js';
import type { QuickReads } from '../../../src/store/quick-reads.js';
import { SearchStore } from '../../../src/store/search.store.js';
import { now } from '../../support/people.js';

type About = {
  readonly reads: QuickReads;
  readonly reach: Reach;
  readonly person: PersonId;
  readonly municipality: MunicipalityCode;
};

/** What reads and finds people and units. */
export function peopleCalls(
  source: DataSource,
  municipalities: MunicipalitiesStore,
  { reads, reach, person, municipality }: About,
): Record<string, () => Promise<unknown>> {
  const people = new PeopleStore(source, reads, municipalities);
  const found = new SearchStore(reads, municipalities);
  const search = (query: string, within: Within = everywhere) => {
    const typed = typedSearch(query, municipalities.all());
    return { typed, within, near: '1861', first: 20, after: null };
  };
  const unit = randomUUID() as UnitId;
  const lists = new ListsStore(reads, municipalities);
  const everybody = { within: everywhere, managedBy: null };
  const led = { within: { municipalityCodes: null, unitIds: [unit] }, managedBy: person };
  const ofOne = { within: { municipalityCodes: [municipality], unitIds: null }, managedBy: null };
  return {
    'PeopleStore.undisclosedByIds': () => people.undisclosedByIds(reach, [person], now),
    'PeopleStore.undisclosedReferredFrom': () =>
      people.undisclosedReferredFrom(reach, [person], now, true),
    'PeopleStore.undisclosedWithReferred': () =>
      people.undisclosedWithReferred(reach, [person], now, true),
    'PeopleStore.near': () => people.near(person, [], 10),
    'SearchStore.find one word': () => found.find(reach, search('lindblad')),
    'SearchStore.find two words of a municipality': () => found.find(reach, search('rektor laxå')),
    'SearchStore.find one word in units': () =>
      found.find(reach, search('lindblad', { municipalityCodes: null, unitIds: [unit] })),
    'SearchStore.undisclosed one word': () => found.undisclosed(reach, search('lindblad')),
    'SearchStore.find digits': () => found.find(reach, search('2000')),
    'PeopleStore.inMunicipality': () =>
      people.inMunicipality(reach, municipality, { first: 500, after: null }),
    'ListsStore.undisclosedByIds': () => lists.undisclosedByIds(reach, [person]),
    'ListsStore.ids': () => lists.ids(reach, everybody, { first: 101, after: null }),
    'ListsStore.ids of units after a position': () =>
      lists.ids(reach, led, { first: 101, after: { sortKey: 'a', id: person } }),
    'ListsStore.undisclosed of a municipality': () =>
      lists.undisclosed(reach, ofOne, { first: 21, after: null }),
    'PeopleStore.find by mail address': () =>
      people.find(reach, { kind: 'EMAIL', email: 'a@b.test' }),
    'PeopleStore.find by employee id': () =>
      people.find(reach, { kind: 'EMPLOYEE', municipalityCode: '1861', employeeId: '1' }),
    'PeopleStore.findByNumber': () => people.findByNumber(reach, '+46582001234' as E164),
    'PeopleStore.findByNumbers': () => people.findByNumbers(reach, ['+46582001234' as E164]),
    'PeopleStore.findByExtension': () =>
      people.findByExtension(reach, 'sydnarke.test', '1234' as Extension),
    'PeopleStore.inUnit': () => people.inUnit(reach, unit, 201),
    'PeopleStore.unit': () => people.unit(unit),
  };
}
