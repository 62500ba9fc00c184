import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import {
  activities,
  availabilities,
  lineStatuses,
  type Availability,
  type LineStatus,
} from '../../../src/kernel/phone-words.js';
import { factSources } from '../../../src/kernel/words.js';
import { isBusy, presenceOf, statusAt, withoutReason } from '../../../src/staff/presence.js';
import {
  isReportSequence,
  isSessionId,
  strongestSession,
  type PresenceSession,
} from '../../../src/staff/presence-session.js';
import { inMinutes, now } from '../../support/people.js';

const line = (status: LineStatus, minutes = 10) => {
  return { kind: 'DIRECT' as const, status, expiresAt: inMinutes(minutes) };
};
const session = (
  availability: Availability,
  different: Partial<PresenceSession> = {},
): PresenceSession => ({
  sessionId: 'desk',
  source: 'SELF',
  availability,
  activity: 'UNKNOWN',
  expiresAt: inMinutes(10),
  ...different,
});

test.each<[string, LineStatus[], string]>([
  ['any busy line means busy, since a person is one human', ['IDLE', 'IN_CALL'], 'BUSY'],
  ['a ringing line is busy', ['RINGING'], 'BUSY'],
  ['a held call is busy', ['ON_HOLD'], 'BUSY'],
  [
    'P18: a free mobile is enough where the desk telephone is not connected',
    ['UNREGISTERED', 'IDLE'],
    'AVAILABLE',
  ],
  ['no connected telephone is offline', ['UNREGISTERED'], 'OFFLINE'],
  ['an unknown line says nothing', ['UNKNOWN'], 'UNKNOWN'],
  ['no line says nothing', [], 'UNKNOWN'],
])('%s', (_, states, availability) => {
  const lines = states.map((s) => line(s));
  expect(presenceOf(lines, [], now).availability).toBe(availability);
});

test('past its expiry a line is unknown, never wrong', () => {
  expect(presenceOf([line('IN_CALL', 0)], [], now)).toEqual({
    availability: 'UNKNOWN',
    activity: 'UNKNOWN',
    signedIn: null,
    freshness: 'STALE',
  });
  expect(presenceOf([], [], now).freshness).toBe('UNKNOWN');
});

test.each<[string, Availability[], LineStatus[], string]>([
  [
    'a wish not to be disturbed outranks every session',
    ['BUSY', 'DO_NOT_DISTURB'],
    [],
    'DO_NOT_DISTURB',
  ],
  ['busy outranks available', ['AVAILABLE', 'BUSY'], [], 'BUSY'],
  ['available outranks back in a moment', ['BE_RIGHT_BACK', 'AVAILABLE'], [], 'AVAILABLE'],
  ['back in a moment outranks away', ['AWAY', 'BE_RIGHT_BACK'], [], 'BE_RIGHT_BACK'],
  ['away outranks offline', ['OFFLINE', 'AWAY'], [], 'AWAY'],
  ['a session that says nothing is none', ['UNKNOWN'], ['IDLE'], 'AVAILABLE'],
  ['a call outranks a session that is free', ['AVAILABLE'], ['IN_CALL'], 'BUSY'],
  [
    'who does not want to be disturbed says so in a call too',
    ['DO_NOT_DISTURB'],
    ['IN_CALL'],
    'DO_NOT_DISTURB',
  ],
  ['who says away is away beside a free telephone', ['AWAY'], ['IDLE'], 'AWAY'],
  ['a free telephone outranks a client that is signed out', ['OFFLINE'], ['IDLE'], 'AVAILABLE'],
  [
    'a session speaks where no telephone is connected',
    ['AVAILABLE'],
    ['UNREGISTERED'],
    'AVAILABLE',
  ],
])('%s', (_, said, states, availability) => {
  const sessions = said.map((one, i) => session(one, { sessionId: `client-${i}` }));
  const lines = states.map((s) => line(s));
  expect(presenceOf(lines, sessions, now)).toMatchObject({ availability, freshness: 'LIVE' });
});

test('P22: an operator sees the call below a wish not to be disturbed; without one the activity is the session’s', () => {
  const undisturbed = session('DO_NOT_DISTURB', { activity: 'IN_MEETING' });
  expect(presenceOf([line('IN_CALL')], [undisturbed], now).activity).toBe('IN_CALL');
  expect(presenceOf([line('IDLE')], [undisturbed], now).activity).toBe('IN_MEETING');
});

test('what keeps somebody away is only that something does, for those who may not know why', () => {
  expect(activities.map(withoutReason).filter((one, i, all) => all.indexOf(one) === i)).toEqual([
    'AVAILABLE',
    'IN_CALL',
    'OTHER',
    'UNKNOWN',
  ]);
  expect(withoutReason('VACATION')).toBe('OTHER');
});

test('no activity has a word for health, care, family or union work', () => {
  expect(activities.join(' ')).not.toMatch(/SICK|ILL|CARE|MEDICAL|DOCTOR|PARENT|CHILD|UNION/);
});

test('signed in is what a client says, and nothing when none says anything', () => {
  const signedIn = (...said: Availability[]) =>
    presenceOf(
      [line('IDLE')],
      said.map((one) => session(one)),
      now,
    ).signedIn;
  expect([signedIn('AWAY'), signedIn('OFFLINE'), signedIn('UNKNOWN'), signedIn()]).toEqual([
    true,
    false,
    null,
    null,
  ]);
});

test.each([
  ['desk', true],
  ['3f1c9a2e-5b60-4a7f-9d3e-0c1b2a394857', true],
  ['', false],
  ['x'.repeat(65), false],
  ['samtal med Anna', false],
  ['+46701740699', false],
  ['a\nb', false],
  ['a\n', false],
])('a session is named by %j: %s', (text, right) => {
  expect(isSessionId(text)).toBe(right);
});

test.each([
  ['0', true],
  ['999999999999999999', true],
  ['1000000000000000000', false],
  ['-1', false],
  ['1e3', false],
  ['', false],
  ['1\n', false],
])('a report is ordered by %j: %s', (text, right) => {
  expect(isReportSequence(text)).toBe(right);
});

const minutes = fc.integer({ min: -20, max: 20 });
const someLines = fc.array(
  fc.record({
    kind: fc.constantFrom('DIRECT' as const, 'MOBILE' as const),
    status: fc.constantFrom(...lineStatuses),
    expiresAt: minutes.map(inMinutes),
  }),
  { maxLength: 5 },
);
const someSessions = fc.uniqueArray(
  fc.record({
    sessionId: fc.constantFrom('a', 'b', 'c', 'd'),
    source: fc.constantFrom(...factSources),
    availability: fc.constantFrom(...availabilities),
    activity: fc.constantFrom(...activities),
    expiresAt: minutes.map(inMinutes),
  }),
  { maxLength: 8, selector: (one) => `${one.source} ${one.sessionId}` },
);

describe('of any lines and sessions', () => {
  test('what has expired changes nothing but how fresh the answer is', () => {
    fc.assert(
      fc.property(someLines, someSessions, (lines, sessions) => {
        const { freshness: _, ...all } = presenceOf(lines, sessions, now);
        const { freshness: __, ...live } = presenceOf(
          lines.filter((one) => one.expiresAt > now),
          sessions.filter((one) => one.expiresAt > now),
          now,
        );
        expect(all).toEqual(live);
      }),
    );
  });

  test('the order in which they are told changes nothing', () => {
    fc.assert(
      fc.property(someLines, someSessions, (lines, sessions) => {
        expect(presenceOf(lines.toReversed(), sessions.toReversed(), now)).toEqual(
          presenceOf(lines, sessions, now),
        );
      }),
    );
  });

  test('somebody in a call is never free, and somebody not to be disturbed always says so', () => {
    fc.assert(
      fc.property(someLines, someSessions, (lines, sessions) => {
        const { availability, activity } = presenceOf(lines, sessions, now);
        const undisturbed = strongestSession(sessions, now)?.availability === 'DO_NOT_DISTURB';
        expect(availability === 'DO_NOT_DISTURB').toBe(undisturbed);
        if (lines.some((one) => isBusy(statusAt(one, now)))) {
          expect(activity).toBe('IN_CALL');
          expect(['BUSY', 'DO_NOT_DISTURB']).toContain(availability);
        }
      }),
    );
  });

  test('it is live exactly when something that holds says something', () => {
    fc.assert(
      fc.property(someLines, someSessions, (lines, sessions) => {
        const told =
          lines.some((one) => statusAt(one, now) !== 'UNKNOWN') ||
          strongestSession(sessions, now) !== null;
        expect(presenceOf(lines, sessions, now).freshness === 'LIVE').toBe(told);
      }),
    );
  });
});
