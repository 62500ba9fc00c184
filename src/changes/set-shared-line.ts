import { Injectable } from '@nestjs/common';
import { auditFactOf } from '../audit/audit-fact-of.js';
import { Clock } from '../kernel/clock.js';
import type { PersonId } from '../kernel/ids.js';
import { receiptOf, type Retriable } from '../kernel/receipt.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import type { Person } from '../staff/person.js';
import { PersonAnsweringStore } from '../store/person-answering.store.js';
import { personChanged } from './kept-units.js';
import { Subjects } from './subjects.js';

/** Who is to be responsible for a shared telephone; null for the directory's nearest supervisor. */
export type SharedLineRequest = {
  readonly id: PersonId;
  readonly responsibleId: PersonId | null;
  readonly expectedVersion: string;
};

/** Says who is personally responsible for a team's shared telephone (P16). */
@Injectable()
export class SetSharedLine {
  constructor(
    private readonly subjects: Subjects,
    private readonly answering: PersonAnsweringStore,
    private readonly clock: Clock,
  ) {}

  /** Sets it, or says why not. */
  async carryOut(
    viewer: Viewer,
    { id, responsibleId, expectedVersion }: SharedLineRequest,
    retriable: Retriable | null = null,
  ): Promise<Outcome<{ readonly personId: PersonId }>> {
    const ref = { kind: 'ID', id } as const;
    const found = await this.subjects.allowed(viewer, 'setSharedLine', ref, 'id');
    if (!found.ok) return found;
    const line = found.value;
    if (line.kind !== 'SHARED_PHONE')
      return refused('INVALID', 'Det är ingen gemensam telefon.', 'id');
    const refusal =
      responsibleId === null ? null : await this.refusalOf(viewer, line, responsibleId);
    if (refusal) return refusal;
    const municipality = line.municipality.code;
    const fact = auditFactOf(viewer, {
      at: this.clock.now(),
      municipality,
      action: 'SET_SHARED_LINE',
      about: id,
      fields: ['responsible'],
      receipt: receiptOf(retriable, { personId: id }),
    });
    const change = { personId: id, municipality, expectedVersion };
    const reach = this.subjects.reach(viewer);
    const saved = await this.answering.setResponsible(reach, change, responsibleId, fact);
    return saved ? done({ personId: id }) : personChanged();
  }

  /** Whoever is PROTECTED is brought in by nobody, and may stay for whoever sees that one there. */
  private async refusalOf(
    viewer: Viewer,
    line: Person,
    id: PersonId,
  ): Promise<Outcome<never> | null> {
    const other = await this.subjects.visible(viewer, { kind: 'ID', id });
    const hidden = other?.protectionLevel === 'PROTECTED' && line.responsibleId !== id;
    if (other === null || other.leftAt !== null || hidden)
      return refused('NOT_FOUND', 'Det finns ingen sådan.', 'responsibleId');
    if (other.kind === 'SHARED_PHONE' || other.kind === 'FUNCTION')
      return refused('INVALID', 'Ansvarig ska vara en person.', 'responsibleId');
    if (other.municipality.code !== line.municipality.code)
      return refused('INVALID', 'Personen arbetar i en annan kommun.', 'responsibleId');
    return null;
  }
}
