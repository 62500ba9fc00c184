import type {
  AbsenceReason,
  PlannedFragment,
  ReferralInput,
  SetAbsenceInput,
  TimePrecision,
} from './schema-types.js';
import { firstOf, never, repeatingOf, ruleOf, type Repeating } from './repeating.js';
import { daysLater, instantOf, localOf } from './swedish-time.js';

/** Who is to answer instead, as one chooses it. */
export type ReferralChoice = {
  readonly kind: 'NOBODY' | 'ENTRY' | 'ANSWER_GROUP' | 'SWITCHBOARD' | 'VOICEMAIL';
  readonly id: string;
  readonly name: string;
};

/** An absence as it stands in the form. */
export type Draft = {
  /** Null for a new one. */
  readonly id: string | null;
  readonly version: string | null;
  readonly reason: AbsenceReason;
  readonly from: string;
  readonly to: string;
  /** UNKNOWN: nobody knows when the person is back. */
  readonly precision: TimePrecision;
  readonly phoneRings: boolean;
  readonly referral: ReferralChoice;
  readonly note: string;
  readonly repeating: Repeating;
};

/** Nobody answers instead. */
export const nobody: ReferralChoice = { kind: 'NOBODY', id: '', name: '' };

/** An absence that is not yet planned: tomorrow, the whole working day. */
export function newDraft(now: Date, reason: AbsenceReason): Draft {
  const day = daysLater(localOf(now), 1).slice(0, 10);
  return {
    id: null,
    version: null,
    reason,
    from: `${day}T08:00`,
    to: `${day}T17:00`,
    precision: 'EXACT',
    phoneRings: false,
    referral: nobody,
    note: '',
    repeating: never,
  };
}

/** An absence that is to be changed. */
export function draftOf(absence: PlannedFragment, now: Date): Draft {
  const { startsAt, endsAt } = absence;
  const from = localOf(startsAt === null ? now : new Date(startsAt));
  return {
    id: absence.id,
    version: absence.version,
    reason: absence.reason ?? 'OTHER',
    from,
    to: endsAt === null ? `${from.slice(0, 10)}T17:00` : localOf(new Date(endsAt)),
    precision: absence.endsAtPrecision,
    phoneRings: absence.phoneRings === true,
    referral: choiceOf(absence.referral),
    note: absence.note ?? '',
    repeating: repeatingOf(absence.recurrence),
  };
}

function choiceOf(referral: PlannedFragment['referral']): ReferralChoice {
  if (referral === null) return nobody;
  const { kind, entry, unit } = referral;
  if (kind === 'SWITCHBOARD' || kind === 'VOICEMAIL') return { kind, id: '', name: '' };
  if (kind === 'ANSWER_GROUP' && unit !== null) return { kind, id: unit.id, name: unit.name };
  return entry === null ? nobody : { kind: 'ENTRY', id: entry.id, name: entry.displayName };
}

/** What is sent; null where a time is still missing. Times are moved together to the first day that repeats. */
export function inputOf(draft: Draft, personId: string): SetAbsenceInput | null {
  const { repeating } = draft;
  if (instantOf(draft.from) === null) return null;
  const first = firstOf(draft.from, repeating);
  const moved = Math.round((Date.parse(`${first}Z`) - Date.parse(`${draft.from}Z`)) / 86_400_000);
  const startsAt = instantOf(first);
  const open = draft.precision === 'UNKNOWN';
  const endsAt =
    open || instantOf(draft.to) === null ? null : instantOf(daysLater(draft.to, moved));
  if (startsAt === null || (endsAt === null && !open)) return null;
  return {
    person: { id: personId },
    id: draft.id,
    expectedVersion: draft.version,
    reason: draft.reason,
    startsAt,
    endsAt,
    // EXACT is what says nothing where there is no end.
    endsAtPrecision: open ? 'UNKNOWN' : draft.precision,
    openEnded: open,
    phoneRings: draft.phoneRings,
    note: draft.note.trim() === '' ? null : draft.note.trim(),
    recurrence: ruleOf(repeating),
    referral: referralInput(draft.referral),
  };
}

/** Who answers instead, as the API takes it. */
export function referralInput({ kind, id }: ReferralChoice): ReferralInput | null {
  switch (kind) {
    case 'NOBODY':
      return null;
    case 'ENTRY':
      return id === '' ? null : { entryId: id };
    case 'ANSWER_GROUP':
      return { answerGroupOf: id };
    case 'SWITCHBOARD':
      return { switchboard: true };
    case 'VOICEMAIL':
      return { voicemail: true };
  }
}
