import type { PersonRecord, UnitRecord } from '../staff/directory-record.js';
import { watchedFields, type GateFacts, type GatePerson, type WatchedField } from './gate.js';
import type { Known, Plan } from './plan.js';

/** A plan as the gate has to see it: who is known, and how those whom it changes will be. */
export function gateFacts(
  known: Known,
  { create, update, missing }: Plan,
  units: readonly UnitRecord[],
  past: Pick<GateFacts, 'readBefore' | 'configurationChanged' | 'recent'>,
): GateFacts {
  const unitDns = new Set(units.map((unit) => unit.dn));
  return {
    ...past,
    before: new Map([...known].filter(([, person]) => !person.missing)),
    changed: new Map(update.map(({ key, person }) => [key, gatePerson(person, unitDns)])),
    created: create.map(({ key }) => key),
    missing: missing.map(({ key }) => key),
  };
}

/** The losses that a plan makes good: people who are back, and accounts that are in use again. */
export function regainedBy({ reappear, update }: Plan): readonly string[] {
  const active = update.filter(({ person }) => person.accountState === 'ACTIVE');
  return [
    ...reappear.map(({ key }) => `MISSING:${key}`),
    ...active.map(({ key }) => `DISABLED:${key}`),
  ];
}

function gatePerson(person: PersonRecord, unitDns: ReadonlySet<string>): GatePerson {
  const has: Readonly<Record<WatchedField, boolean>> = {
    title: person.title !== null,
    email: person.email !== null,
    employeeId: person.employeeId !== null,
    unit: unitDns.has(person.unitDn ?? ''),
    direct: person.numbers.some((number) => number.kind === 'DIRECT'),
    mobile: person.numbers.some((number) => number.kind === 'MOBILE'),
  };
  return {
    accountState: person.accountState,
    fields: new Set(watchedFields.filter((field) => has[field])),
  };
}
