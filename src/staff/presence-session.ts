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

/** What a person's sessions say of being there, apart from being free: who is busy, or is not to be disturbed, is there. */
export type SessionState = 'AVAILABLE' | 'AWAY' | 'OFFLINE' | 'UNKNOWN';

/** Microsoft Graph's order among sessions, the strongest first; who is back in a moment is not free yet. */
const strongestFirst: readonly Availability[] = [
  'DO_NOT_DISTURB',
  'BUSY',
  'BE_RIGHT_BACK',
  'AVAILABLE',
  'AWAY',
  'OFFLINE',
];

const stateOf: Readonly<Record<Availability, SessionState>> = {
  DO_NOT_DISTURB: 'AVAILABLE',
  BUSY: 'AVAILABLE',
  AVAILABLE: 'AVAILABLE',
  BE_RIGHT_BACK: 'AWAY',
  AWAY: 'AWAY',
  OFFLINE: 'OFFLINE',
  UNKNOWN: 'UNKNOWN',
};

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

/** Until when the person is not to be disturbed, unless it is refreshed or taken back; null when nobody says so. */
export function doNotDisturb(sessions: readonly PresenceSession[], now: Date): Date | null {
  const ends = speaking(sessions, now)
    .filter(({ availability }) => availability === 'DO_NOT_DISTURB')
    .map(({ expiresAt }) => expiresAt.getTime());
  return ends.length === 0 ? null : new Date(Math.max(...ends));
}

/** Whether the person is there, as far as the sessions tell; past their expiry it is unknown, never wrong. */
export function sessionState(sessions: readonly PresenceSession[], now: Date): SessionState {
  return stateOf[strongestSession(sessions, now)?.availability ?? 'UNKNOWN'];
}

function speaking(sessions: readonly PresenceSession[], now: Date): readonly PresenceSession[] {
  return sessions.filter(
    ({ availability, expiresAt }) => expiresAt > now && availability !== 'UNKNOWN',
  );
}
