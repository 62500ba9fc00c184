import type { DataSource } from 'typeorm';
import type { MunicipalityCode, PersonId, UnitId } from '../../../src/kernel/ids.js';
import type { Reach } from '../../../src/kernel/viewer.js';
import type { E164 } from '../../../src/staff/phone-number.js';
import { PersonAnsweringStore } from '../../../src/store/person-answering.store.js';
import { ReceiptsStore } from '../../../src/store/receipts.store.js';
import { UnitAnsweringStore } from '../../../src/store/unit-answering.store.js';
import { auditFact } from '../../support/audit-fact.js';
import { now } from '../../support/people.js';

type Owner = { readonly personId: PersonId; readonly municipality: MunicipalityCode };

/** Each statement about who answers for whom, sent once. */
export function answeringCalls(
  source: DataSource,
  reach: Reach,
  owner: () => Promise<Owner>,
): Record<string, () => Promise<unknown>> {
  const units = new UnitAnsweringStore(source);
  const people = new PersonAnsweringStore(source);
  const unit = async () => {
    const [row] = (await source.query('select id from unit order by id limit 1')) as [
      { id: UnitId },
    ];
    const { municipality } = await owner();
    return { unitId: row.id, municipality, expectedVersion: null };
  };
  const person = async () => {
    const { personId, municipality } = await owner();
    const [{ version }] = (await source.query(
      'select version from person_local where person_id = $1',
      [personId],
    )) as [{ version: number }];
    await owner();
    return { personId, municipality, expectedVersion: String(version) };
  };
  const receipts = new ReceiptsStore(source);
  const subjects = [{ word: 'Bygglov', synonyms: ['Attefallshus'] }];
  const windows = [{ weekday: 1, from: '08:00', to: '16:30' }];
  return {
    'UnitAnsweringStore.of': () => units.of(reach, []),
    'UnitAnsweringStore.setAnswerGroup': async () => {
      const { personId } = await owner();
      return units.setAnswerGroup(reach, await unit(), [personId], auditFact());
    },
    'UnitAnsweringStore.setOpeningHours': async () =>
      units.setOpeningHours(reach, await unit(), windows, auditFact()),
    'UnitAnsweringStore.setSubjects': async () =>
      units.setSubjects(reach, await unit(), subjects, auditFact()),
    'UnitAnsweringStore.setFaultContact': async () => {
      const contact = { entryId: null, number: '+46582001234' as E164, instruction: 'Ring' };
      return units.setFaultContact(reach, await unit(), contact, auditFact());
    },
    'PersonAnsweringStore.setStandIns': async () => {
      const change = await person();
      return people.setStandIns(reach, change, [change.personId], auditFact());
    },
    'PersonAnsweringStore.setBestReached': async () =>
      people.setBestReached(await person(), windows, auditFact()),
    'PersonAnsweringStore.setSubjects': async () =>
      people.setSubjects(await person(), subjects, auditFact()),
    'PersonAnsweringStore.setGreeting': async () => {
      const greeting = { kind: 'PERSONAL', namesAlternative: true, confirmedAt: now } as const;
      return people.setGreeting(await person(), '+46582001234' as E164, greeting, auditFact());
    },
    'PersonAnsweringStore.setResponsible': async () => {
      const change = await person();
      return people.setResponsible(reach, change, change.personId, auditFact());
    },
    'PersonAnsweringStore.setResponsible, with a receipt': async () => {
      const receipt = { key: 'a', digest: 'b', result: {} };
      return people.setResponsible(reach, await person(), null, auditFact({ receipt }));
    },
    'ReceiptsStore.of': () => receipts.of('key:test', 'a'),
    'ReceiptsStore.eraseWrittenBy': () => receipts.eraseWrittenBy(now),
  };
}
