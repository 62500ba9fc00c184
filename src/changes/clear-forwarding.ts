import { Injectable } from '@nestjs/common';
import { auditFactOf } from '../audit/audit-fact-of.js';
import { Clock } from '../kernel/clock.js';
import { globalId, nobody, type ForwardingId, type PersonId } from '../kernel/ids.js';
import { receiptOf, type Retriable } from '../kernel/receipt.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import { ForwardingsStore } from '../store/forwardings.store.js';
import { forwardingFields } from './changed-fields.js';
import { Subjects } from './subjects.js';

/** Which forwarding to stop. */
export type ClearRequest = { readonly id: ForwardingId; readonly expectedVersion: string | null };

/** Stops a forwarding. */
@Injectable()
export class ClearForwarding {
  constructor(
    private readonly subjects: Subjects,
    private readonly forwardings: ForwardingsStore,
    private readonly clock: Clock,
  ) {}

  /** Stops it, or says why not. */
  async carryOut(
    viewer: Viewer,
    request: ClearRequest,
    retriable: Retriable | null = null,
  ): Promise<Outcome<{ readonly personId: PersonId }>> {
    const reach = this.subjects.reach(viewer);
    const owner = (await this.forwardings.ownerUndisclosed(reach, request.id)) ?? nobody;
    const person = await this.subjects.visible(viewer, { kind: 'ID', id: owner });
    const forwarding = person?.forwardings.find((one) => one.id === request.id);
    if (!person || !forwarding) return refused('NOT_FOUND', 'Det finns ingen sådan.', 'id');
    const refusal = this.subjects.refusalOf(viewer, 'setForwarding', person, 'id');
    if (refusal) return refusal;
    const expected = request.expectedVersion ?? forwarding.version;
    const fact = auditFactOf(viewer, {
      at: this.clock.now(),
      municipality: person.municipality.code,
      action: 'CLEAR_FORWARDING',
      about: person.id,
      object: globalId('FORWARDING', forwarding.id),
      fields: forwardingFields,
      receipt: receiptOf(retriable, { personId: person.id }),
    });
    if (expected !== forwarding.version || !(await this.forwardings.remove(forwarding, fact)))
      return refused('CONFLICT', 'Någon annan har ändrat den. Läs om den.', 'expectedVersion');
    return done({ personId: person.id });
  }
}
