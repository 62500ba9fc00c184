import type { CalendarEvent } from '../../staff/calendar-event.js';
import { textOf, wordOf, type Component } from './calendar-text.js';

/** What of an event decides whether somebody is absent; null for one that does not take place. */
export type Shown = Pick<CalendarEvent, 'letterCode' | 'phoneRings' | 'shownAs'>;

/** `LUN:` closes the telephone, `MÖT;` lets it ring; the rest of the title is not looked at. */
const code = /^\s*([A-ZÅÄÖ]{3})\s*([:;])/iu;
const freeStates = ['FREE', 'TENTATIVE', 'WORKINGELSEWHERE'];

/** What an event says of the time: by its letters, or else by how the calendar shows it. A private event's title is not read. */
export function shownBy(event: Component): Shown | null {
  if (wordOf(event, 'status') === 'CANCELLED') return null;
  const open = ['', 'PUBLIC'].includes(wordOf(event, 'class'));
  const title = open ? textOf(event, 'summary').normalize('NFC') : '';
  const [, letters, sign] = code.exec(title) ?? [];
  return {
    letterCode: letters?.toLocaleUpperCase('sv') ?? null,
    phoneRings: sign === ';',
    shownAs: busyState(event),
  };
}

function busyState(event: Component): Shown['shownAs'] {
  const state = wordOf(event, 'x-microsoft-cdo-busystatus');
  const free =
    freeStates.includes(state) ||
    wordOf(event, 'transp') === 'TRANSPARENT' ||
    wordOf(event, 'status') === 'TENTATIVE';
  if (free) return null;
  return state === 'OOF' ? 'AWAY' : 'BUSY';
}

/** The same of a time that is published as busy: FBTYPE, of which the first in force is BUSY. */
export function shownByFreeBusy(type: unknown): Shown['shownAs'] {
  switch (typeof type === 'string' ? type.toUpperCase() : 'BUSY') {
    case 'FREE':
    case 'BUSY-TENTATIVE':
      return null;
    case 'BUSY-UNAVAILABLE':
      return 'AWAY';
    default:
      return 'BUSY';
  }
}
