import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { AuditFact, FactWithout } from '../kernel/audit-fact.js';
import { globalId, type ForwardingId, type PersonId } from '../kernel/ids.js';
import type { Reach } from '../kernel/viewer.js';
import type { Forwarding } from '../staff/forwarding.js';
import type { AbsenceOwner } from './absences.store.js';
import { recordFacts } from './audit-writes.js';
import { ForwardingRow } from './rows/forwarding.row.js';
import { visibleParameters, visiblePeople } from './visible-people.js';

/** Local facts: forwardings, one for each condition, origin and layer of a person. */
@Injectable()
export class ForwardingsStore {
  constructor(private readonly database: DataSource) {}

  /**
   * Sets the forwarding of its slot, over the one that stood there, and records it. Returns its id. One that whoever
   * sets it cannot see (`unseen`) leaves neither its id nor its version, as if none had stood there.
   */
  async set(
    owner: AbsenceOwner,
    forwarding: Forwarding,
    fact: FactWithout<'object'>,
    unseen: ForwardingId | null,
  ): Promise<ForwardingId> {
    return this.database.transaction(async (tx) => {
      const id = await this.overwrite(tx, owner, forwarding, unseen);
      const { receipt } = fact;
      const made = receipt && { ...receipt, result: { ...receipt.result, forwardingId: id } };
      const object = globalId('FORWARDING', id);
      await recordFacts(tx, [{ ...fact, object, receipt: made ?? null }]);
      return id;
    });
  }

  private async overwrite(
    tx: Pick<EntityManager, 'query'>,
    { personId, municipality }: AbsenceOwner,
    forwarding: Forwarding,
    unseen: ForwardingId | null,
  ): Promise<ForwardingId> {
    const { target } = forwarding;
    const [row] = (await tx.query(
      `insert into forwarding (id, municipality_code, person_id, condition, origin, layer,
           no_answer_seconds, target_kind, target_number, target_person_id, active, valid_until,
           source, observed_at, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 1)
       on conflict on constraint forwarding_slot_key do update set
           no_answer_seconds = excluded.no_answer_seconds, target_kind = excluded.target_kind,
           target_number = excluded.target_number, target_person_id = excluded.target_person_id,
           active = excluded.active, valid_until = excluded.valid_until, source = excluded.source,
           observed_at = excluded.observed_at, line = null,
           id = case when forwarding.id = $15 then excluded.id else forwarding.id end,
           version = case when forwarding.id = $15 then 1 else forwarding.version + 1 end
       returning id`,
      [
        forwarding.id,
        municipality,
        personId,
        forwarding.condition,
        forwarding.origin,
        forwarding.layer,
        forwarding.noAnswerSeconds,
        target.kind,
        target.kind === 'NUMBER' ? target.e164 : null,
        target.kind === 'PERSON' ? target.personId : null,
        forwarding.active,
        forwarding.validUntil,
        forwarding.source,
        forwarding.observedAt,
        unseen,
      ],
    )) as [{ id: ForwardingId }];
    return row.id;
  }

  /** Removes a forwarding that still has the version, and records it; false when somebody else was first. */
  async remove(forwarding: Forwarding, fact: AuditFact): Promise<boolean> {
    const key = { id: forwarding.id, version: Number(forwarding.version) };
    return this.database.transaction(async (tx) => {
      const { affected } = await tx.delete(ForwardingRow, key);
      if (affected === 1) await recordFacts(tx, [fact]);
      return affected === 1;
    });
  }

  /** Switches off these forwardings of one person, keeping where they lead, and records it. */
  async switchOff(ids: readonly ForwardingId[], facts: readonly AuditFact[]): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.query(switchOff, [ids]);
      await recordFacts(tx, facts);
    });
  }

  /**
   * Whose forwarding an id names, or null; null also of one that leads to somebody outside the reach, so
   * that no more is looked up for it than for none. The caller must look the owner up within the reach.
   */
  async ownerUndisclosed(reach: Reach, id: ForwardingId): Promise<PersonId | null> {
    const rows = await this.database.query<{ personId: PersonId }[]>(owner, [
      id,
      ...visibleParameters(reach),
    ]);
    return rows[0]?.personId ?? null;
  }
}

const switchOff = `
  update forwarding set active = false, source = 'PHONE_SYSTEM', observed_at = null, line = null,
      version = version + 1
   where id = any($1) and active`;

const owner = `
  select f.person_id as "personId" from forwarding f
    left join person p on p.id = f.target_person_id
    left join person_local l on l.person_id = p.id
   where f.id = $1 and (f.target_person_id is null or ${visiblePeople(2, 3)})`;
