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
