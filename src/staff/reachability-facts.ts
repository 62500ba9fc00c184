import type { PublicAbsenceReason, TimePrecision } from '../kernel/absence-words.js';
import type { LineStatus } from '../kernel/phone-words.js';
import type { PhoneNumber } from './person.js';

/** An absence as far as the viewer may know it. */
export type KnownAbsence = {
  readonly publicReason: PublicAbsenceReason;
  readonly endsAt: Date | null;
  readonly endsAtPrecision: TimePrecision;
  readonly phoneRings: boolean;
};

/** Where a forwarding leads, once its chain is followed to the end. */
export type ForwardedTo =
  | { readonly kind: 'OWN_MOBILE' }
  | { readonly kind: 'NUMBER'; readonly number: PhoneNumber; readonly until: Date | null }
  /** NOBODY: to somebody who cannot take the call either. LOOP: back to where it began, or too far. */
  | { readonly kind: 'VOICEMAIL' | 'SWITCHBOARD' | 'NOBODY'; readonly until: Date | null }
  | { readonly kind: 'LOOP' };

/** What somebody's clients say, joined into one: UNKNOWN where none says anything, or no longer. */
export type SessionFact = 'DO_NOT_DISTURB' | 'BUSY' | 'AVAILABLE' | 'AWAY' | 'OFFLINE' | 'UNKNOWN';

/** What the viewer may know of somebody, ready to be judged. Hidden facts are not in it. */
export type ReachabilityFacts = {
  /** The person has left; nothing of the rest is asked then. */
  readonly left: boolean;
  readonly absence: KnownAbsence | null;
  readonly direct: PhoneNumber | null;
  readonly mobile: PhoneNumber | null;
  /** The number to give instead of the person's own, for those who may not have them. */
  readonly switchboard: PhoneNumber | null;
  readonly directLine: LineStatus;
  readonly mobileLine: LineStatus;
  readonly session: SessionFact;
  readonly unconditional: ForwardedTo | null;
  readonly onBusy: ForwardedTo | null;
  readonly onNotReachable: ForwardedTo | null;
  readonly onDoNotDisturb: ForwardedTo | null;
  /** When the workplace opens again, if it is closed now, and whether that is today; null while it is open, and where no hours are kept. */
  readonly closed: { readonly until: Date; readonly opensToday: boolean } | null;
  /** The number of the best of those who answer instead, if one of them can take the call. */
  readonly standIn: PhoneNumber | null;
  /** There were live facts, which have expired. */
  readonly expired: boolean;
  /** The person has numbers that the viewer gets only by asking for them. */
  readonly numbersOnRequest: boolean;
};
