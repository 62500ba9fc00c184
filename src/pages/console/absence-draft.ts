import type { AbsenceWords } from './absence-words.js';
import type { CardAbsence } from './entry.js';
import { keptReferral, type ReferralPick } from './referral-pick.js';
import type { AbsenceReason, SetAbsenceInput } from './schema-types.js';
import { asTyped, typedMoment } from './typed-moment.js';

/** What stands in the panel's fields. */
export type Typed = {
  readonly until: string;
  readonly from: string;
  readonly referral: ReferralPick | null | 'UNFINISHED';
};
/** What is to be sent, but for whose it is and what was there before. */
export type Content = Pick<
  SetAbsenceInput,
  'startsAt' | 'endsAt' | 'endsAtPrecision' | 'openEnded'
> & {
  /** Null where nobody was chosen: then whoever was there stays. */
  readonly referral: ReferralPick | null;
};
type Fault = Extract<keyof AbsenceWords, 'badTime' | 'badOrder' | 'notChosen'>;

/** What the fields say, or why they say nothing. */
export function contentOf({ until, from, referral }: Typed, now: Date): Content | Fault {
  if (referral === 'UNFINISHED') return 'notChosen';
  const start = from.trim() === '' ? null : typedMoment(from, now, now);
  const end = until.trim() === '' ? null : typedMoment(until, start?.at ?? now, now);
  if ((from.trim() !== '' && start === null) || (until.trim() !== '' && end === null))
    return 'badTime';
  if (start !== null && end !== null && end.at <= start.at) return 'badOrder';
  return {
    startsAt: start?.at.toISOString() ?? null,
    endsAt: end?.at.toISOString() ?? null,
    endsAtPrecision: end?.precision ?? 'EXACT',
    openEnded: false,
    referral,
  };
}

/** How a planned absence stands in the fields. */
export function fieldsOf({ startsAt, endsAt, endsAtPrecision }: CardAbsence) {
  return {
    from: startsAt === null ? '' : asTyped(new Date(startsAt), 'EXACT'),
    until:
      endsAt === null ? '' : asTyped(new Date(endsAt), endsAtPrecision === 'DAY' ? 'DAY' : 'EXACT'),
  };
}

/** A planned absence as it becomes: what was not touched in the fields stays as it is, to the second. */
export function changedInput(
  before: CardAbsence,
  reason: AbsenceReason,
  typed: Typed,
  content: Content,
): Omit<SetAbsenceInput, 'person'> {
  const was = fieldsOf(before);
  const { id, version, note, phoneRings, startsAt, endsAt, endsAtPrecision } = before;
  const { referral, ...times } = content;
  return {
    ...times,
    ...(typed.from === was.from && { startsAt }),
    ...(typed.until === was.until && {
      endsAt,
      endsAtPrecision: endsAt === null ? 'EXACT' : endsAtPrecision,
      openEnded: endsAt === null,
    }),
    id,
    expectedVersion: version,
    reason,
    note,
    // Another reason has another custom.
    phoneRings: reason === before.reason ? phoneRings : null,
    referral: referral === null ? keptReferral(before) : referral.input,
  };
}
