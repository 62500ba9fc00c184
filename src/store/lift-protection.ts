import type { EntityManager } from 'typeorm';
import { withdrawCards } from './alias-cards.js';

/**
 * What ends when people are PROTECTED no longer: their alias cards, and who may see them by name. In the
 * transaction that lowers them.
 */
export async function liftProtection(
  tx: Pick<EntityManager, 'query'>,
  personIds: readonly string[],
  at: Date,
): Promise<void> {
  if (personIds.length === 0) return;
  await tx.query(`delete from named_viewer where person_id = any($1)`, [personIds]);
  await withdrawCards(tx, personIds, at);
}
