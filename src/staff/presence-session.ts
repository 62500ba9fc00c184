import type { Activity, Availability } from '../kernel/phone-words.js';
import type { FactSource } from '../kernel/words.js';

/** What one client or system last said of somebody; past its expiry it says nothing. */
export type PresenceSession = {
  readonly sessionId: string;
  readonly source: FactSource;
  readonly availability: Availability;
  readonly activity: Activity;
  readonly expiresAt: Date;
};

/** How many sessions of one person count at once. */
export const maxSessions = 10;

/** The longest that a session lasts without being refreshed, in seconds: presence that holds longer is none. */
export const maxSessionSeconds = 14_400;

/** Whether a text can name a session: opaque, and too plain to carry words about anybody. */
export function isSessionId(text: string): boolean {
  return /^[\w.:-]{1,64}$/.test(text);
}

/** Whether a text can be the place of a report among others. */
export function isReportSequence(text: string): boolean {
  return /^\d{1,18}$/.test(text);
}

/** Microsoft Graph's order among sessions, the strongest first; back in a moment is a kind of away. */
const strongestFirst: readonly Availability[] = [
  'DO_NOT_DISTURB',
  'BUSY',
  'AVAILABLE',
  'BE_RIGHT_BACK',
  'AWAY',
  'OFFLINE',
];

/**
 * The session that speaks for the person at an instant: the strongest of those that say something, and of
 * equals the one that holds longest, by its id where that is equal too. Null when none says anything.
 */
export function strongestSession(
  sessions: readonly PresenceSession[],
  now: Date,
): PresenceSession | null {
  const [first = null] = speaking(sessions, now).toSorted(
    (a, b) =>
      strongestFirst.indexOf(a.availability) - strongestFirst.indexOf(b.availability) ||
      b.expiresAt.getTime() - a.expiresAt.getTime() ||
      (`${a.source} ${a.sessionId}` < `${b.source} ${b.sessionId}` ? -1 : 1),
  );
  return first;
}

function speaking(sessions: readonly PresenceSession[], now: Date): readonly PresenceSession[] {
  return sessions.filter(
    ({ availability, expiresAt }) => expiresAt > now && availability !== 'UNKNOWN',
  );
}
