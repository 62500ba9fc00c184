import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { auditFactOf } from '../audit/audit-fact-of.js';
import { Clock } from '../kernel/clock.js';
import type { ForwardingId, PersonId } from '../kernel/ids.js';
import { receiptOf, type Retriable } from '../kernel/receipt.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import type { CallOrigin, ForwardingCondition, ForwardingLayer } from '../kernel/phone-words.js';
import type { FactSource } from '../kernel/words.js';
import type { Forwarding, ForwardingTarget } from '../staff/forwarding.js';
import type { PersonRef } from '../staff/person-ref.js';
import type { Person } from '../staff/person.js';
import { ForwardingsStore } from '../store/forwardings.store.js';
import { changedIn, forwardingFields } from './changed-fields.js';
import { ForwardingTargets, type TargetRequest } from './forwarding-target.js';
import { Subjects } from './subjects.js';

/** A forwarding as somebody asks for it. */
export type ForwardingRequest = {
  readonly person: PersonRef;
  readonly condition: ForwardingCondition;
  readonly origin: CallOrigin;
  readonly layer: ForwardingLayer;
  readonly noAnswerSeconds: number | null;
  readonly target: TargetRequest;
  readonly validUntil: Date | null;
  readonly expectedVersion: string | null;
  /** Through what it was asked for, where that is not the viewer's own hands. */
  readonly source?: FactSource;
};

const defaultNoAnswerSeconds = 20;

/** Sets a forwarding (P10). Where it may not lead is refused here; rings that exist are survived. */
@Injectable()
export class SetForwarding {
  constructor(
    private readonly subjects: Subjects,
    private readonly targets: ForwardingTargets,
    private readonly forwardings: ForwardingsStore,
    private readonly clock: Clock,
  ) {}

  /** Carries the request out whole, or says why not. */
  async carryOut(
    viewer: Viewer,
    request: ForwardingRequest,
    retriable: Retriable | null = null,
  ): Promise<Outcome<{ readonly personId: PersonId; readonly forwardingId: ForwardingId }>> {
    const found = await this.subjects.allowed(viewer, 'setForwarding', request.person, 'person');
    if (!found.ok) return found;
    const person = found.value;
    const before = person.forwardings.find((one) => inSlot(one, request));
    const seen = await this.subjects.forwardingsOf(viewer, person);
    const shown = seen.find((one) => one.id === before?.id);
    const refusal = this.refusalOf(request, shown);
    if (refusal) return refusal;
    const target = await this.targets.of(viewer, person, request);
    if (!target.ok) return target;
    const forwarding = forwardingFrom(
      request,
      target.value,
      request.source ?? sourceOf(viewer, person),
    );
    const fields = changedIn(forwardingFields, shown ?? null, forwarding);
    if (shown && fields.length === 0) return done({ personId: person.id, forwardingId: shown.id });
    const municipality = person.municipality.code;
    const at = this.clock.now();
    const what = { at, municipality, action: 'SET_FORWARDING', about: person.id, fields } as const;
    const owner = { personId: person.id, municipality };
    const receipt = receiptOf(retriable, { personId: person.id });
    const fact = auditFactOf(viewer, { ...what, receipt });
    const unseen = shown === undefined ? (before?.id ?? null) : null;
    return done({
      personId: person.id,
      forwardingId: await this.forwardings.set(owner, forwarding, fact, unseen),
    });
  }

  private refusalOf(
    request: ForwardingRequest,
    before: Forwarding | undefined,
  ): Outcome<never> | null {
    const { condition, noAnswerSeconds, validUntil, expectedVersion } = request;
    const seconds = noAnswerSeconds ?? defaultNoAnswerSeconds;
    if (condition === 'NO_ANSWER' && (seconds < 5 || seconds > 60))
      return refused('INVALID', 'Väntetiden ska vara 5 till 60 sekunder.', 'noAnswerSeconds');
    if (condition !== 'NO_ANSWER' && noAnswerSeconds !== null)
      return refused('INVALID', 'Väntetid hör bara till "vid ej svar".', 'noAnswerSeconds');
    if (validUntil !== null && validUntil <= this.clock.now())
      return refused('IN_PAST', 'Vidarekopplingen skulle redan vara slut.', 'validUntil');
    if (expectedVersion !== null && expectedVersion !== before?.version)
      return refused('CONFLICT', 'Någon annan har ändrat den. Läs om den.', 'expectedVersion');
    return null;
  }
}

function inSlot(one: Forwarding, { condition, origin, layer }: ForwardingRequest): boolean {
  return one.condition === condition && one.origin === origin && one.layer === layer;
}

function forwardingFrom(
  { condition, origin, layer, noAnswerSeconds, validUntil }: ForwardingRequest,
  target: ForwardingTarget,
  source: FactSource,
): Forwarding {
  return {
    id: randomUUID() as ForwardingId,
    condition,
    origin,
    layer,
    noAnswerSeconds: condition === 'NO_ANSWER' ? (noAnswerSeconds ?? defaultNoAnswerSeconds) : null,
    target,
    active: true,
    validUntil,
    source,
    observedAt: null,
    version: '1',
  };
}

function sourceOf(viewer: Viewer, person: Person): FactSource {
  if (viewer.personId === person.id) return 'SELF';
  return viewer.roles.includes('TECHNICIAN') ? 'TECHNICIAN' : 'OPERATOR';
}
