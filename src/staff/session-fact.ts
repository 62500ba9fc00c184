import type { Availability } from '../kernel/phone-words.js';
import { strongestSession, type PresenceSession } from './presence-session.js';
import type { SessionFact } from './reachability-facts.js';

/** What each availability says to whoever wants to put a call through. */
const meaning: Readonly<Record<Availability, SessionFact>> = {
  DO_NOT_DISTURB: 'DO_NOT_DISTURB',
  BUSY: 'BUSY',
  AVAILABLE: 'AVAILABLE',
  BE_RIGHT_BACK: 'AWAY',
  AWAY: 'AWAY',
  OFFLINE: 'OFFLINE',
  UNKNOWN: 'UNKNOWN',
};

/** What somebody's sessions say together at an instant: what the strongest of them says, as in presence. */
export function sessionFactOf(sessions: readonly PresenceSession[], now: Date): SessionFact {
  return meaning[strongestSession(sessions, now)?.availability ?? 'UNKNOWN'];
}
