import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { ContactRequestId, MunicipalityCode, PersonId } from '../../../src/kernel/ids.js';
import { ContactRequestsStore } from '../../../src/store/contact-requests.store.js';
import { LoweringsStore } from '../../../src/store/lowerings.store.js';
import { NamedViewersStore } from '../../../src/store/named-viewers.store.js';
import { PresentationsStore } from '../../../src/store/presentations.store.js';
import { RevealsStore } from '../../../src/store/reveals.store.js';
import type { E164 } from '../../../src/staff/phone-number.js';
import { auditFact } from '../../support/audit-fact.js';
import { now } from '../../support/people.js';

const municipality = '1861' as MunicipalityCode;

const fact = auditFact({ action: 'RAISE_LEVEL', municipality });

/** Each statement of the levels, sent once: of somebody who is PROTECTED in version 4. */
export function levelCalls(
  source: DataSource,
  owner: () => Promise<{ readonly personId: PersonId }>,
): Record<string, () => Promise<unknown>> {
  const presentations = new PresentationsStore(source);
  const named = new NamedViewersStore(source);
  const lowerings = new LoweringsStore(source);
  const reveals = new RevealsStore(source);
  const contacts = new ContactRequestsStore(source);
  const id = randomUUID() as ContactRequestId;
  const present = async (alias: string | null) => {
    const { personId } = await owner();
    return presentations.set({ personId, municipality, alias, at: now }, fact);
  };
  const wish = async (actor: string) => {
    const { personId } = await owner();
    const officer = { actor, officerId: actor === 'one' ? personId : (randomUUID() as PersonId) };
    const level = 'RESTRICTED' as const;
    const what = { personId, municipality, level, version: '4', caseReference: 'KS 1' };
    return { ...what, ...officer, at: now };
  };
  return {
    'PresentationsStore.set, an alias': () => present('Maria Holm'),
    'PresentationsStore.set, another one': () => present('Maria Lund'),
    'PresentationsStore.set, none': () => present(null),
    'NamedViewersStore.add': async () => {
      const { personId } = await owner();
      const names = { personId, viewerId: personId, municipality, actor: 'one', at: now };
      return named.add(names, fact);
    },
    'NamedViewersStore.remove': async () => {
      const { personId } = await owner();
      return named.remove(personId, personId, fact);
    },
    'LoweringsStore.request': async () => lowerings.request(await wish('one'), fact),
    'LoweringsStore.open': () => lowerings.open(municipality, now),
    'LoweringsStore.confirm': async () => lowerings.confirm(await wish('another'), fact),
    'RevealsStore.undisclosedNumbers': async () =>
      reveals.undisclosedNumbers((await owner()).personId, fact),
    'ContactRequestsStore.add': () => {
      const words = { name: 'A', returnNumber: '+46582001234' as E164, message: 'B' };
      return contacts.add({ id, municipality, ...words, sentAt: now }, fact);
    },
    'ContactRequestsStore.page': () =>
      contacts.page(municipality, false, { first: 20, after: null }),
    'ContactRequestsStore.handle': () => contacts.handle(id, municipality, fact),
    'ContactRequestsStore.deleteHandledBy': () => contacts.deleteHandledBy(now),
  };
}
