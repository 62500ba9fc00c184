import type { Activity, Availability, Freshness, LineStatus } from '../kernel/phone-words.js';
import type { Line } from './person.js';
import { strongestSession, type PresenceSession } from './presence-session.js';

/** A person's lines and sessions joined into one state: a person is one human, so any busy line means busy. */
export type Presence = {
  readonly availability: Availability;
  readonly activity: Activity;
  /** Whether a client of the person's says that somebody is there; null when none says anything. */
  readonly signedIn: boolean | null;
  readonly freshness: Freshness;
};

const busy: readonly LineStatus[] = ['RINGING', 'IN_CALL', 'ON_HOLD', 'IN_CALL_AND_RINGING'];

/** What a telephone tells by itself; every other activity is somebody's own word. */
const toldByTelephones: readonly Activity[] = ['AVAILABLE', 'IN_CALL', 'UNKNOWN'];

/** The line's state at an instant: past its expiry it is unknown. */
export function statusAt(line: Line, now: Date): LineStatus {
  return line.expiresAt > now ? line.status : 'UNKNOWN';
}

/** Whether the state means that the phone is taken. */
export function isBusy(status: LineStatus): boolean {
  return busy.includes(status);
}

/** The activity for those who may not know why somebody is away: that there is one, and not which. */
export function withoutReason(activity: Activity): Activity {
  return toldByTelephones.includes(activity) ? activity : 'OTHER';
}

/**
 * Joins the states of a person's lines (P18: fixed and mobile alike) and sessions at an instant. The first that
 * holds: a call, which keeps its activity under a wish not to be disturbed, so that operators see both; what the
 * strongest session says; a free telephone; a session that is signed out; telephones that are not connected. A free
 * telephone outranks a client that is signed out, since that tells nothing of the desk, and not one that says away.
 */
export function presenceOf(
  lines: readonly Line[],
  sessions: readonly PresenceSession[],
  now: Date,
): Presence {
  const known = lines.map((line) => statusAt(line, now)).filter((status) => status !== 'UNKNOWN');
  const session = strongestSession(sessions, now);
  const said = joined(known, session);
  const signedIn = session === null ? null : session.availability !== 'OFFLINE';
  if (said !== null) return { ...said, signedIn, freshness: 'LIVE' };
  const freshness = lines.length > 0 ? 'STALE' : 'UNKNOWN';
  return { availability: 'UNKNOWN', activity: 'UNKNOWN', signedIn, freshness };
}

function joined(
  known: readonly LineStatus[],
  session: PresenceSession | null,
): Pick<Presence, 'availability' | 'activity'> | null {
  if (known.some(isBusy)) {
    const undisturbed = session?.availability === 'DO_NOT_DISTURB';
    return { availability: undisturbed ? 'DO_NOT_DISTURB' : 'BUSY', activity: 'IN_CALL' };
  }
  if (session !== null && session.availability !== 'OFFLINE') return saidBy(session);
  if (known.includes('IDLE')) return { availability: 'AVAILABLE', activity: 'AVAILABLE' };
  if (session !== null) return saidBy(session);
  if (known.includes('UNREGISTERED')) return { availability: 'OFFLINE', activity: 'UNKNOWN' };
  return null;
}

function saidBy({ availability, activity }: PresenceSession) {
  return { availability, activity };
}
