import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AuditFact } from '../kernel/audit-fact.js';
import type { MunicipalityCode, PersonId } from '../kernel/ids.js';
import { recordFacts } from './audit-writes.js';
import { lockProtected } from './lock-protected.js';
import { NamedViewerRow } from './rows/named-viewer.row.js';

/** Who is to see whom, and which officer says so. */
export type NamedWish = {
  readonly personId: PersonId;
  readonly viewerId: PersonId;
  readonly municipality: MunicipalityCode;
  readonly actor: string;
  readonly at: Date;
};

/** What came of naming: `KEPT` when the viewer was named before. */
export type NamingResult = 'NAMED' | 'KEPT' | 'TOO_MANY' | 'NOT_PROTECTED';

/** So many may see one PROTECTED person by name: as few as possible. */
export const maxNamedViewers = 20;

/** Those who may see a PROTECTED person because an officer has said so. */
@Injectable()
export class NamedViewersStore {
  constructor(private readonly database: DataSource) {}

  /** Names a viewer, under the lock of the person: no more than 20, and nobody for a person who is not PROTECTED. */
  async add(wish: NamedWish, fact: AuditFact): Promise<NamingResult> {
    const { personId, viewerId, municipality, actor, at } = wish;
    return this.database.transaction(async (tx) => {
      if (!(await lockProtected(tx, personId))) return 'NOT_PROTECTED';
      if (await tx.existsBy(NamedViewerRow, { personId, viewerId })) return 'KEPT';
      if ((await tx.countBy(NamedViewerRow, { personId })) >= maxNamedViewers) return 'TOO_MANY';
      await tx.insert(NamedViewerRow, {
        personId,
        viewerId,
        municipalityCode: municipality,
        namedBy: actor,
        namedAt: at,
      });
      await recordFacts(tx, [fact]);
      return 'NAMED';
    });
  }

  /** Takes a name away; false when there was none. */
  async remove(personId: PersonId, viewerId: PersonId, fact: AuditFact): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const { affected } = await tx.delete(NamedViewerRow, { personId, viewerId });
      if (affected === 1) await recordFacts(tx, [fact]);
      return affected === 1;
    });
  }
}
