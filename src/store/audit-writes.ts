import type { EntityManager } from 'typeorm';
import type { AuditFact } from '../kernel/audit-fact.js';

/**
 * Records facts in the transaction of what they are about, in one statement: either both stand or
 * neither. The ids rise; the sealing of every minute finds the rows by them. What a client's retry is
 * answered from is kept with them.
 */
export async function recordFacts(
  tx: Pick<EntityManager, 'query'>,
  facts: readonly AuditFact[],
): Promise<void> {
  if (facts.length === 0) return;
  await tx.query(insertFacts, [JSON.stringify(facts)]);
  const receipts = facts.filter(({ receipt }) => receipt);
  if (receipts.length > 0) await tx.query(insertReceipts, [JSON.stringify(receipts)]);
}

/** A key that was used meanwhile fails here, and takes the change with it. */
const insertReceipts = `
  insert into receipt (actor, key, municipality_code, digest, result, at)
  select f.actor, f.receipt->>'key', f.municipality, f.receipt->>'digest', f.receipt->'result', f.at
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, receipt jsonb)`;

export const insertFacts = `
  insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text)`;
