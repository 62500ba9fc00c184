import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import type { PersonId } from '../kernel/ids.js';
import type { Activity, Availability } from '../kernel/phone-words.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import type { Person } from '../staff/person.js';
import { isReportSequence, isSessionId, maxSessionSeconds } from '../staff/presence-session.js';
import { PresenceSessionsStore } from '../store/presence-sessions.store.js';
import { Subjects } from './subjects.js';

/** The shortest that a session may last: a client that is gone is believed for as long. */
const minSessionSeconds = 300;

/** What a client of somebody's says of her, for a while. */
export type PresenceRequest = {
  readonly sessionId: string;
  readonly availability: Availability;
  readonly activity: Activity;
  readonly expiresInSeconds: number;
  /** Rises with everything that the session says; what is late or repeated changes nothing. */
  readonly sequence: string;
};

/** What people say of their own presence: soft state, which nobody records. */
@Injectable()
export class SetPresence {
  constructor(
    private readonly subjects: Subjects,
    private readonly sessions: PresenceSessionsStore,
    private readonly clock: Clock,
  ) {}

  /** Keeps what the viewer's client says until it expires, or says why not. */
  async say(
    viewer: Viewer,
    request: PresenceRequest,
  ): Promise<Outcome<{ readonly personId: PersonId }>> {
    const refusal = refusalOf(request);
    if (refusal) return refusal;
    const self = await this.self(viewer);
    if (!self.ok) return self;
    const { id, municipality } = self.value;
    const { sessionId, availability, activity, expiresInSeconds, sequence } = request;
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + expiresInSeconds * 1000);
    const kept = await this.sessions.say(
      { personId: id, municipality: municipality.code },
      { sessionId, availability, activity, reportSeq: sequence, observedAt: now, expiresAt },
      now,
    );
    return kept
      ? done({ personId: id })
      : refused('LIMIT', 'Du har redan så många sessioner som får finnas.', 'sessionId');
  }

  /** The session says nothing any more; one that said nothing is no refusal. */
  async takeBack(
    viewer: Viewer,
    sessionId: string,
  ): Promise<Outcome<{ readonly personId: PersonId }>> {
    const self = await this.self(viewer);
    if (!self.ok) return self;
    await this.sessions.takeBack(self.value.id, sessionId);
    return done({ personId: self.value.id });
  }

  private async self(viewer: Viewer): Promise<Outcome<Person>> {
    if (viewer.personId === null) return refused('NOT_ALLOWED', 'Du finns inte i katalogen.');
    return this.subjects.allowed(viewer, 'setPresence', { kind: 'ID', id: viewer.personId });
  }
}

function refusalOf(request: PresenceRequest): Outcome<never> | null {
  if (!isSessionId(request.sessionId))
    return refused('INVALID', 'Sessionens id är 1 till 64 tecken.', 'sessionId');
  if (!isReportSequence(request.sequence))
    return refused('INVALID', 'Löpnumret ska vara 1 till 18 siffror.', 'sequence');
  const seconds = request.expiresInSeconds;
  if (seconds < minSessionSeconds || seconds > maxSessionSeconds)
    return refused(
      'INVALID',
      `Giltighet ${minSessionSeconds} till ${maxSessionSeconds} sekunder.`,
      'expiresInSeconds',
    );
  return null;
}
