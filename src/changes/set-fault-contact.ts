import { Injectable } from '@nestjs/common';
import { auditFactOf } from '../audit/audit-fact-of.js';
import { Clock } from '../kernel/clock.js';
import type { PersonId, UnitId } from '../kernel/ids.js';
import { receiptOf, type Retriable } from '../kernel/receipt.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import { cleanText } from '../staff/names.js';
import { containsNationalId } from '../staff/national-id.js';
import type { FaultContact } from '../staff/unit-facts.js';
import { UnitAnsweringStore } from '../store/unit-answering.store.js';
import { KeptUnits, unitChanged, type UnitRequest } from './kept-units.js';
import { Subjects } from './subjects.js';

/** Whom a unit is to turn to when telephones fail; nothing at all leaves it to the unit above. */
export type FaultContactRequest = UnitRequest & FaultContact;

const maxInstruction = 200;

/** Says whom a workplace turns to at once when telephones fail (felanmälan, P7). */
@Injectable()
export class SetFaultContact {
  constructor(
    private readonly units: KeptUnits,
    private readonly subjects: Subjects,
    private readonly answering: UnitAnsweringStore,
    private readonly clock: Clock,
  ) {}

  /** Sets it, or says why not. */
  async carryOut(
    viewer: Viewer,
    request: FaultContactRequest,
    retriable: Retriable | null = null,
  ): Promise<Outcome<{ readonly unitId: UnitId }>> {
    const found = await this.units.allowed(viewer, request);
    if (!found.ok) return found;
    const { unitId, municipality } = found.value;
    const contact = await this.checked(viewer, request);
    if (!contact.ok) return contact;
    const fact = auditFactOf(viewer, {
      at: this.clock.now(),
      municipality,
      action: 'SET_FAULT_CONTACT',
      object: unitId,
      fields: ['Unit.faultContact'],
      receipt: receiptOf(retriable, { unitId }),
    });
    const reach = this.subjects.reach(viewer);
    const saved = await this.answering.setFaultContact(reach, found.value, contact.value, fact);
    return saved ? done({ unitId }) : unitChanged();
  }

  private async checked(
    viewer: Viewer,
    { unitId, entryId, number, instruction }: FaultContactRequest,
  ): Promise<Outcome<FaultContact>> {
    if (entryId !== null && number !== null)
      return refused('INVALID', 'Ange en post eller ett nummer, inte båda.', 'number');
    const text = cleanText(instruction ?? '', maxInstruction + 1);
    if (text !== null && Array.from(text).length > maxInstruction)
      return refused('TOO_LONG', `Högst ${maxInstruction} tecken.`, 'instruction');
    if (text !== null && containsNationalId(text))
      return refused('INVALID', 'Texten får inte innehålla personnummer.', 'instruction');
    if (entryId !== null && !(await this.isThere(viewer, unitId, entryId)))
      return refused('NOT_FOUND', 'Det finns ingen sådan.', 'entryId');
    return done({ entryId, number, instruction: text });
  }

  /** Whoever is PROTECTED is named by nobody, and may stay for whoever sees that one there. */
  private async isThere(viewer: Viewer, unitId: UnitId, id: PersonId): Promise<boolean> {
    const other = await this.subjects.visible(viewer, { kind: 'ID', id });
    if (other === null || other.leftAt !== null) return false;
    if (other.protectionLevel !== 'PROTECTED') return true;
    const [unit] = await this.answering.of(this.subjects.reach(viewer), [unitId]);
    return unit?.faultContact?.entryId === id;
  }
}
