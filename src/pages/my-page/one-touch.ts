import { draftOf, referralInput } from './absence-draft.js';
import type { Facts } from './facts.js';
import type { AbsenceReason, PlannedFragment, SetAbsenceInput } from './schema-types.js';

type Setting = Facts['municipality']['absenceReasons'][number];
/** What one touch reports. */
export const quick = ['LUNCH', 'MEETING', 'GONE_FOR_DAY'] as const;
/** One of them. */
export type QuickReason = (typeof quick)[number];

/** Those that the municipality has in use, with what it calls them. */
export function quickReasons(
  settings: readonly Setting[],
): readonly (Setting & { readonly reason: QuickReason })[] {
  return quick.flatMap((reason) => {
    const found = settings.find((one) => one.reason === reason && one.inUse);
    return found === undefined ? [] : [{ ...found, reason }];
  });
}

const short: readonly AbsenceReason[] = [...quick, 'BREAK', 'ERRAND', 'VISITOR'];

/** Whether another touch takes its place: a short absence that was reported, not a series, not a holiday. */
export function isQuick({ reason, recurrence, source }: PlannedFragment): boolean {
  return reason !== null && short.includes(reason) && recurrence === null && source !== 'CALENDAR';
}

/** An absence that was ended, as it is reported anew: it begins at most a day back, and repeats no more. */
export function restored(absence: PlannedFragment, personId: string, now: Date): SetAbsenceInput {
  const { startsAt, endsAt, endsAtPrecision, phoneRings, note, reason } = absence;
  const dayAgo = now.getTime() - 86_000_000;
  const recent = startsAt !== null && Date.parse(startsAt) > dayAgo ? startsAt : null;
  return {
    person: { id: personId },
    reason: reason ?? 'OTHER',
    startsAt: recent,
    endsAt,
    endsAtPrecision: endsAt === null ? 'UNKNOWN' : endsAtPrecision,
    openEnded: endsAt === null,
    phoneRings,
    note,
    referral: referralInput(draftOf(absence, now).referral),
  };
}
