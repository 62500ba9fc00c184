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
import {
  forwardingFor,
  wouldLoop,
  type Forwarding,
  type ForwardingTarget,
} from '../staff/forwarding.js';
import type { PersonRef } from '../staff/person-ref.js';
import type { Person } from '../staff/person.js';
import type { Extension } from '../staff/phone-number.js';
import { ForwardingsStore } from '../store/forwardings.store.js';
import { PeopleStore } from '../store/people.store.js';
import { changedIn, forwardingFields } from './changed-fields.js';
import { Subjects } from './subjects.js';

/** Where to forward, as somebody asks for it. */
export type TargetRequest =
  ForwardingTarget | { readonly kind: 'EXTENSION'; readonly extension: Extension };

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
};

const defaultNoAnswerSeconds = 20;

/** Sets a forwarding (P10). Loops are refused here, and survived where they exist. */
@Injectable()
export class SetForwarding {
  constructor(
    private readonly subjects: Subjects,
    private readonly people: PeopleStore,
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
    const target = await this.target(viewer, person, request.target);
    if (!target.ok) return target;
    const forwarding = forwardingFrom(request, target.value, sourceOf(viewer, person));
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

  private async target(
    viewer: Viewer,
    person: Person,
    request: TargetRequest,
  ): Promise<Outcome<ForwardingTarget>> {
    const holder = await this.holderOf(viewer, person, request);
    if (holder !== null && (await this.leadsBack(viewer, person, holder, request)))
      return refused('LOOP', 'Vidarekopplingen skulle gå i en ring.', 'target');
    if (request.kind !== 'EXTENSION' && request.kind !== 'PERSON') return done(request);
    if (holder === null || holder.leftAt !== null || holder.protectionLevel === 'PROTECTED')
      return refused('NOT_FOUND', 'Det finns ingen sådan.', 'target');
    return done({ kind: 'PERSON', personId: holder.id });
  }

  private async holderOf(
    viewer: Viewer,
    person: Person,
    request: TargetRequest,
  ): Promise<Person | null> {
    const reach = this.subjects.reach(viewer);
    const { dialPlan } = person.municipality;
    const find = async (): Promise<PersonId | null> => {
      if (request.kind === 'PERSON') return request.personId;
      if (request.kind === 'NUMBER') return this.people.findByNumber(reach, request.e164);
      if (request.kind === 'EXTENSION')
        return this.people.findByExtension(reach, dialPlan, request.extension);
      return null;
    };
    const id = await find();
    return id === null ? null : this.subjects.visible(viewer, { kind: 'ID', id });
  }

  private async leadsBack(
    viewer: Viewer,
    person: Person,
    holder: Person,
    request: TargetRequest,
  ): Promise<boolean> {
    if (holder.id === person.id) return !toOwnMobile(person, request);
    const chain = [holder, ...(await this.subjects.referredFrom(viewer, holder.id))];
    const now = this.clock.now();
    return wouldLoop(person.id, holder.id, (id) => {
      const at = chain.find((one) => one.id === id);
      const next = at && forwardingFor(at.forwardings, 'UNCONDITIONAL', 'EXTERNAL', now)?.target;
      return next?.kind === 'PERSON' ? next.personId : null;
    });
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

/** To send one's calls to one's own mobile is no loop. */
function toOwnMobile(person: Person, request: TargetRequest): boolean {
  if (request.kind !== 'NUMBER') return false;
  return person.numbers.some(({ kind, e164 }) => kind === 'MOBILE' && e164 === request.e164);
}

function sourceOf(viewer: Viewer, person: Person): FactSource {
  if (viewer.personId === person.id) return 'SELF';
  return viewer.roles.includes('TECHNICIAN') ? 'TECHNICIAN' : 'OPERATOR';
}
