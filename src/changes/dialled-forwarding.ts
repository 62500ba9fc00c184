import { Injectable } from '@nestjs/common';
import { auditFactOf } from '../audit/audit-fact-of.js';
import { Clock } from '../kernel/clock.js';
import type { DialledCondition } from '../kernel/dial-codes.js';
import { globalId } from '../kernel/ids.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { DialledAction } from '../staff/dial-string.js';
import type { Forwarding } from '../staff/forwarding.js';
import type { Person } from '../staff/person.js';
import { parseWrittenNumbers } from '../staff/written-number.js';
import { ForwardingsStore } from '../store/forwardings.store.js';
import { asDialled, brokenOff } from './broken-off.js';
import type { TargetRequest } from './forwarding-target.js';
import { SetForwarding } from './set-forwarding.js';
import { Subjects } from './subjects.js';
import type { TelephoneHolder } from './telephone-holders.js';

type Forward = Extract<DialledAction, { readonly kind: 'FORWARD' }>;

/** What is dialled is set in the exchange, for every call. */
const slot = { layer: 'PBX', origin: 'ANY' } as const;

/** Forwardings as they are dialled on the telephone that they are about (P10, P15). */
@Injectable()
export class DialledForwarding {
  constructor(
    private readonly subjects: Subjects,
    private readonly setting: SetForwarding,
    private readonly forwardings: ForwardingsStore,
    private readonly clock: Clock,
  ) {}

  /** Registers a number and switches the forwarding on. */
  async set(holder: TelephoneHolder, dialled: Forward): Promise<Outcome<string>> {
    const target = targetOf(dialled.number, holder.person);
    if (target === null) return brokenOff(dialled.at);
    return this.forward(holder, dialled.condition, target, dialled.seconds);
  }

  /** Switches on the forwarding that is registered. */
  async switchOn(holder: TelephoneHolder, condition: DialledCondition): Promise<Outcome<string>> {
    const seen = await this.subjects.forwardingsOf(holder.viewer, holder.person);
    const registered = seen.find(
      (one) =>
        one.condition === condition && one.layer === slot.layer && one.origin === slot.origin,
    );
    const target = registered && registeredTarget(registered);
    if (!registered || !target)
      return refused('NOT_FOUND', 'Ingen vidarekoppling är inlagd.', 'dialled');
    return this.forward(holder, condition, target, registered.noAnswerSeconds);
  }

  /** Switches off those of a condition, or with null all; where they lead is kept. */
  async switchOff(
    { person, viewer }: TelephoneHolder,
    condition: DialledCondition | null,
  ): Promise<Outcome<string>> {
    const on = person.forwardings.filter(
      (one) =>
        one.active &&
        one.layer === slot.layer &&
        (condition === null || one.condition === condition),
    );
    const seen = await this.subjects.forwardingsOf(viewer, person);
    const at = this.clock.now();
    const facts = on
      // One that leads to somebody hidden goes off with the rest, and is nothing to anybody.
      .filter((one) => seen.some(({ id }) => id === one.id))
      .map(({ id }) =>
        auditFactOf(viewer, {
          at,
          municipality: person.municipality.code,
          action: 'SET_FORWARDING',
          about: person.id,
          object: globalId('FORWARDING', id),
          fields: ['active', 'source'],
        }),
      );
    await this.forwardings.switchOff(
      on.map(({ id }) => id),
      facts,
    );
    return done(condition === null ? 'Alla vidarekopplingar är av.' : 'Vidarekopplingen är av.');
  }

  private async forward(
    { person, viewer }: TelephoneHolder,
    condition: DialledCondition,
    target: TargetRequest,
    noAnswerSeconds: number | null,
  ): Promise<Outcome<string>> {
    const outcome = await this.setting.carryOut(viewer, {
      ...slot,
      person: { kind: 'ID', id: person.id },
      condition,
      noAnswerSeconds,
      target,
      validUntil: null,
      expectedVersion: null,
      source: 'PHONE_SYSTEM',
    });
    return outcome.ok ? done('Vidarekopplingen är på.') : asDialled(outcome);
  }
}

/** A number as it is dialled in the holder's exchange; the switchboard's own is the switchboard. */
function targetOf(number: string, { municipality }: Person): TargetRequest | null {
  const [read] = parseWrittenNumbers(number, municipality).numbers;
  if (read?.e164) {
    if (read.e164 === municipality.switchboardNumber) return { kind: 'SWITCHBOARD' };
    return { kind: 'NUMBER', e164: read.e164 };
  }
  return read?.extension ? { kind: 'EXTENSION', extension: read.extension } : null;
}

/** Null for an extension that the exchange has and nobody knows: only the exchange can switch that on. */
function registeredTarget({ target }: Forwarding): TargetRequest | null {
  if (target.kind !== 'NUMBER') return target;
  return target.e164 === null ? null : { kind: 'NUMBER', e164: target.e164 };
}
