import type { EntityManager } from 'typeorm';
import type { PersonId } from '../kernel/ids.js';

/** Keeps a person's level as it is until the transaction ends; false unless the person works here and is PROTECTED. */
export async function lockProtected(
  tx: Pick<EntityManager, 'query'>,
  personId: PersonId,
): Promise<boolean> {
  const rows = (await tx.query(lock, [personId])) as readonly unknown[];
  return rows.length === 1;
}

const lock = `
  select 1 from person_local l join person p on p.id = l.person_id
   where l.person_id = $1 and l.protection_level = 'PROTECTED' and p.employment = 'ACTIVE'
     for no key update of l, p`;
