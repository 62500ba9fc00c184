import type { Availability } from '../kernel/phone-words.js';
import type { PresenceSession } from './presence-session.js';
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
/** Of several sessions the first of these counts, as in Microsoft Graph (research paper api, section 3.1). */
const order: readonly SessionFact[] = ['DO_NOT_DISTURB', 'BUSY', 'AVAILABLE', 'AWAY', 'OFFLINE'];

/** What somebody's sessions say together at an instant; one that has expired says nothing. */
export function sessionFactOf(sessions: readonly PresenceSession[], now: Date): SessionFact {
  const said = sessions.filter((s) => s.expiresAt > now).map((s) => meaning[s.availability]);
  return order.find((fact) => said.includes(fact)) ?? 'UNKNOWN';
}
