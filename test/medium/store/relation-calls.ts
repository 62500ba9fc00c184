import type { DataSource } from 'typeorm';
import type { AuditFact } from '../../../src/kernel/audit-fact.js';
import type { MunicipalityCode, PersonId, UnitId } from '../../../src/kernel/ids.js';
import type { Reach } from '../../../src/kernel/viewer.js';
import { GrantsStore } from '../../../src/store/grants.store.js';
import { RelationsStore } from '../../../src/store/relations.store.js';
import { UnitDutiesStore } from '../../../src/store/unit-duties.store.js';
import { now } from '../../support/people.js';

type Owner = { readonly personId: PersonId; readonly municipality: MunicipalityCode };

const fact = (action: AuditFact['action'], about: PersonId | null): AuditFact => ({
  at: now,
  municipality: '1861' as MunicipalityCode,
  actor: 'command',
  roles: '',
  organisation: null,
  action,
  origin: 'COMMAND',
  about,
  object: null,
  fields: [],
  purpose: null,
});

/** Each statement about grants and duties, sent once. */
export function relationCalls(
  source: DataSource,
  reach: Reach,
  owner: () => Promise<Owner>,
): Record<string, () => Promise<unknown>> {
  const grants = new GrantsStore(source);
  const duties = new UnitDutiesStore(source);
  const key = async () => ({ ...(await owner()), role: 'OPERATOR' as const });
  const unit = async () => {
    const [row] = (await source.query('select id from unit')) as [{ id: UnitId }];
    return row.id;
  };
  return {
    'RelationsStore.undisclosedOf': () =>
      new RelationsStore(source).undisclosedOf('1861' as MunicipalityCode, 'EMPLOYEE_ID', '1'),
    'GrantsStore.grant': async () => {
      const wanted = await key();
      return grants.grant(wanted, fact('GRANT_ROLE', wanted.personId));
    },
    'GrantsStore.standing': () => grants.standing(reach, ['OPERATOR:1861'], 10),
    'GrantsStore.revoke': async () => {
      const wanted = await key();
      return grants.revoke(wanted, fact('REVOKE_ROLE', wanted.personId));
    },
    'UnitDutiesStore.replace': async () => {
      const unitId = await unit();
      const { personId, municipality } = await owner();
      const change = {
        unitId,
        municipality,
        expectedVersion: null,
        MANAGER: [personId],
        PHONE_RESPONSIBLE: null,
      };
      return duties.replace(reach, change, fact('SET_UNIT_DUTY', null));
    },
  };
}
