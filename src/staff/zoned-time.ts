/**
 * A time on the wall clock of some zone, in milliseconds as if it were UTC: days are then always 24 hours
 * long, and the same time tomorrow is a day's milliseconds more.
 */
export type WallTime = number;

/** A day on the wall clock. */
export const dayMilliseconds = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** The zone's own name if the platform knows it (IANA, in any case of letters), or null. */
export function knownZone(name: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** What the wall clock shows in a zone at an instant. */
export function wallTimeIn(zone: string, instant: Date): WallTime {
  const parts = { year: 0, month: 1, day: 1, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of formatOf(zone).formatToParts(instant))
    if (type in parts) parts[type as keyof typeof parts] = Number(value);
  const { year, month, day, hour, minute, second } = parts;
  const thousandths = ((instant.getTime() % 1_000) + 1_000) % 1_000;
  return Date.UTC(year, month - 1, day, hour, minute, second) + thousandths;
}

/**
 * When the wall clock of a zone shows a time: the first time where it does so twice, and an hour later
 * where it is skipped, as 2.30 is on a night in March.
 */
export function instantIn(zone: string, wall: WallTime): Date {
  if (zone === 'UTC') return new Date(wall);
  // Around a change of the clock, the offset before it and the one after it are both tried.
  const before = wall - offsetAt(zone, wall - dayMilliseconds);
  if (wallTimeIn(zone, new Date(before)) === wall) return new Date(before);
  const after = wall - offsetAt(zone, wall + dayMilliseconds);
  return new Date(wallTimeIn(zone, new Date(after)) === wall ? after : before);
}

function offsetAt(zone: string, instant: number): number {
  return wallTimeIn(zone, new Date(instant)) - instant;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  });
  formats.set(zone, made);
  return made;
}
