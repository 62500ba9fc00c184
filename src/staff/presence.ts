import type { Activity, Availability, Freshness, LineStatus } from '../kernel/phone-words.js';
import type { Line } from './person.js';

/** A person's lines joined into one state: a person is one human, so any busy line means busy. */
export type Presence = {
  readonly availability: Availability;
  readonly activity: Activity;
  readonly freshness: Freshness;
};

const busy: readonly LineStatus[] = ['RINGING', 'IN_CALL', 'ON_HOLD', 'IN_CALL_AND_RINGING'];

/** The line's state at an instant: past its expiry it is unknown. */
export function statusAt(line: Line, now: Date): LineStatus {
  return line.expiresAt > now ? line.status : 'UNKNOWN';
}

/** Whether the state means that the phone is taken. */
export function isBusy(status: LineStatus): boolean {
  return busy.includes(status);
}

/** Joins the states of a person's lines at an instant (P18: fixed and mobile alike). */
export function presenceOf(lines: readonly Line[], now: Date): Presence {
  const states = lines.map((line) => statusAt(line, now));
  const known = states.filter((state) => state !== 'UNKNOWN');
  if (known.some(isBusy)) return { availability: 'BUSY', activity: 'IN_CALL', freshness: 'LIVE' };
  if (known.includes('IDLE'))
    return { availability: 'AVAILABLE', activity: 'AVAILABLE', freshness: 'LIVE' };
  if (known.includes('UNREGISTERED'))
    return { availability: 'OFFLINE', activity: 'UNKNOWN', freshness: 'LIVE' };
  const freshness = lines.length > 0 ? 'STALE' : 'UNKNOWN';
  return { availability: 'UNKNOWN', activity: 'UNKNOWN', freshness };
}
