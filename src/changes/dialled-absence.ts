import { Injectable } from '@nestjs/common';
import type { DialCodes } from '../kernel/dial-codes.js';
import type { PersonId } from '../kernel/ids.js';
import { Clock } from '../kernel/clock.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import { reasonOfDigit } from '../staff/absence-reasons.js';
import { absenceAt } from '../staff/recurrence.js';
import { defaultEnd, type AssumedEnd } from '../staff/default-end.js';
import type { DialledAction } from '../staff/dial-string.js';
import { dayOfReturn, timeOfReturn } from '../staff/dialled-return.js';
import { clockTimeInSweden, dayInSweden } from '../staff/swedish-time.js';
import { AbsenceReasonsStore } from '../store/absence-reasons.store.js';
import { EndAbsence } from './end-absence.js';
import { asDialled, brokenOff } from './broken-off.js';
import { SetAbsence } from './set-absence.js';
import { Subjects } from './subjects.js';
import type { TelephoneHolder } from './telephone-holders.js';

type Dialled<K extends DialledAction['kind']> = Extract<DialledAction, { readonly kind: K }>;

/** Absences as they are dialled: by the holder of the telephone, or for another extension by whoever may (P15, P17). */
@Injectable()
export class DialledAbsence {
  constructor(
    private readonly subjects: Subjects,
    private readonly reasons: AbsenceReasonsStore,
    private readonly absence: SetAbsence,
    private readonly absenceEnd: EndAbsence,
    private readonly clock: Clock,
  ) {}

  /** Sets the absence that was dialled; the digit means what it means where the telephone belongs. */
  async set(
    holder: TelephoneHolder,
    whom: PersonId,
    { digit, until, at }: Dialled<'ABSENCE'>,
    codes: DialCodes,
  ): Promise<Outcome<string>> {
    const reason = reasonOfDigit(await this.reasons.of(holder.person.municipality.code), digit);
    if (reason === null) return brokenOff(at.digit);
    const now = this.clock.now();
    const byTime = codes.timeOfReturn.includes(reason);
    const back = (digits: string) =>
      byTime ? timeOfReturn(digits, now) : dayOfReturn(digits, codes.dateOrder, now);
    const endsAt = until === null ? null : back(until);
    if (endsAt === 'INVALID') return brokenOff(at.until);
    if (endsAt === 'IN_PAST')
      return refused('IN_PAST', 'Frånvaron skulle redan vara slut.', 'dialled');
    const outcome = await this.absence.carryOut(holder.viewer, {
      person: { kind: 'ID', id: whom },
      id: null,
      reason,
      startsAt: null,
      endsAt,
      openEnded: false,
      recurrence: null,
      endsAtPrecision: endsAt === null || byTime ? 'EXACT' : 'DAY',
      phoneRings: null,
      note: null,
      referral: null,
      expectedVersion: null,
      source: 'PHONE_SYSTEM',
    });
    if (!outcome.ok) return asDialled(outcome);
    if (endsAt === null) return done(untilUsual(defaultEnd(reason, now), now));
    const when = byTime ? `klockan ${clockTimeInSweden(endsAt)}` : dayInSweden(endsAt, now);
    return done(`Frånvaron är inlagd till ${when}.`);
  }

  /** Ends the absence in force; where there is none, what was wished is so already. */
  async end({ viewer }: TelephoneHolder, whom: PersonId): Promise<Outcome<string>> {
    const ref = { kind: 'ID', id: whom } as const;
    const found = await this.subjects.allowed(viewer, 'setAbsence', ref, 'dialled');
    if (!found.ok) return found;
    const running = absenceAt(found.value.absences, this.clock.now());
    if (running === null) return done('Ingen frånvaro är inlagd.');
    const request = {
      id: running.id,
      at: null,
      scope: 'OCCURRENCE' as const,
      expectedVersion: null,
    };
    const outcome = await this.absenceEnd.carryOut(viewer, request);
    return outcome.ok ? done('Frånvaron är avslutad.') : asDialled(outcome);
  }
}

/** Whoever dials no return hears when the absence is taken to end. */
function untilUsual(usual: AssumedEnd | null, now: Date): string {
  if (usual === null) return 'Frånvaron är inlagd tills vidare.';
  const time = clockTimeInSweden(usual.endsAt);
  const day = dayInSweden(usual.endsAt, now);
  return `Frånvaron är inlagd till omkring klockan ${time}${day === 'i dag' ? '' : ` ${day}`}.`;
}
