import { expect } from '@jest/globals';
import { Subjects } from '../../src/changes/subjects.js';
import type { Clock } from '../../src/kernel/clock.js';
import type { UnitId } from '../../src/kernel/ids.js';
import type { Outcome } from '../../src/kernel/user-error.js';
import type { Person } from '../../src/staff/person.js';
import type { MunicipalitiesStore } from '../../src/store/municipalities.store.js';
import type { PeopleStore } from '../../src/store/people.store.js';
import { hallsberg, inMinutes, laxa, now, person } from './people.js';

/** Who is there, whoever asks, and what somebody has asked to have kept. */
export const shelf: { people: readonly Person[]; kept: unknown[] } = { people: [], kept: [] };

/** What a store does in the place of writing. */
export async function keep(...what: readonly unknown[]): Promise<true> {
  shelf.kept.push(what);
  return true;
}

/** A unit of Hallsberg, which every id leads to. */
export const unit = {
  id: 'u' as UnitId,
  name: 'Kansliet',
  municipality: hallsberg,
  parent: null,
};
/** Reads everybody of the shelf, whatever the reach: what that lets out is for test/api. */
export const peopleStore = {
  find: async (_: unknown, ref: { readonly id: string }) => ref.id,
  findByNumber: async () => null,
  findByNumbers: async (_: unknown, numbers: readonly string[]) => numbers.map(() => null),
  undisclosedByIds: async (_: unknown, ids: readonly string[]) =>
    shelf.people.filter(({ id }) => ids.includes(id)),
  undisclosedReferredFrom: async () => shelf.people,
  inUnit: async () => shelf.people.map(({ id }) => id),
  unit: async () => unit,
} as unknown as PeopleStore;
const codes = () => [hallsberg.code, laxa.code];
const municipalities = { codes } as unknown as MunicipalitiesStore;
/** A clock that stands at the instant of the small tests. */
export const stopped: Clock = { now: () => now };
/** Finds whom a change is about, on the shelf. */
export const subjects = new Subjects(peopleStore, municipalities, stopped);

/** A reference by id. */
export const ref = (id: string) => ({ kind: 'ID', id: id as Person['id'] }) as const;
export const anna = person('anna');
export const bo = person('bo');
/** Somebody who has left. */
export const left = person('left', { leftAt: inMinutes(-60) });

/** The code and the field of a refusal that kept nothing, or "done" for a change that was carried out. */
export async function came(outcome: Promise<Outcome<unknown>>): Promise<string> {
  const result = await outcome;
  expect(shelf.kept.length > 0).toBe(result.ok);
  return result.ok
    ? 'done'
    : `${result.errors[0].code} ${result.errors[0].field?.slice(1).join('.') ?? ''}`;
}
