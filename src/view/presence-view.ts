import type { Line } from '../staff/person.js';
import { presenceOf, statusAt, withoutReason } from '../staff/presence.js';
import type { LineView, PresenceView } from './person-view.js';
import type { Projection } from './projection.js';

/** A state is promised for a minute at most, so that its end does not tell when a call began (P22). */
const horizonMilliseconds = 60_000;

/** What somebody is doing now, from the lines and sessions that the viewer may know of. */
export function presenceView({ lines, sessions, sight, may }: Projection): PresenceView {
  const said = presenceOf(lines, sessions, sight.now);
  // What keeps somebody away is told to those who may know why somebody is absent.
  const activity = may('Absence.reason') ? said.activity : withoutReason(said.activity);
  return {
    availability: said.availability,
    activity: may('Presence.activity') ? activity : null,
    signedIn: may('Presence.signedIn') ? said.signedIn : null,
    lines: may('Presence.lines') ? lines.map((line) => lineView(line, sight.now)) : [],
    freshness: said.freshness,
  };
}

function lineView(line: Line, now: Date): LineView {
  const status = statusAt(line, now);
  const until = Math.min(line.expiresAt.getTime(), now.getTime() + horizonMilliseconds);
  return { kind: line.kind, status, expiresAt: status === 'UNKNOWN' ? null : new Date(until) };
}
