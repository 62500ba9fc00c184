import * as fc from 'fast-check';
import { absenceReasons } from '../../src/kernel/absence-words.js';
import type { AbsenceId, ForwardingId, PersonId } from '../../src/kernel/ids.js';
import {
  availabilities,
  callOrigins,
  forwardingConditions,
  lineStatuses,
} from '../../src/kernel/phone-words.js';
import type { ForwardingTarget } from '../../src/staff/forwarding.js';
import type { Person } from '../../src/staff/person.js';
import type { E164 } from '../../src/staff/phone-number.js';
import { absence, direct, forwarding, inMinutes, mobile, person, unit } from './people.js';

const names = ['a', 'b', 'c', 'd'] as const;
const anybody = fc.constantFrom(...names).map((name) => name as string as PersonId);
/** Close to now, so that within the minute that an answer holds something often happens. */
const soon = fc.integer({ min: -4, max: 8 }).map((quarters) => inMinutes(quarters / 4));
const later = fc.oneof(soon, fc.integer({ min: 1, max: 4000 }).map(inMinutes));

const absences = fc.array(
  fc
    .record({
      reason: fc.constantFrom(...absenceReasons),
      startsAt: soon,
      endsAt: fc.option(later),
      endsAtPrecision: fc.constantFrom('EXACT' as const, 'ABOUT' as const, 'DAY' as const),
      phoneRings: fc.boolean(),
      refersTo: fc.option(anybody),
    })
    .filter(({ startsAt, endsAt }) => endsAt === null || endsAt > startsAt),
  { maxLength: 3 },
);

const target: fc.Arbitrary<ForwardingTarget> = fc.oneof(
  fc.constant({ kind: 'VOICEMAIL' as const }),
  fc.constant({ kind: 'SWITCHBOARD' as const }),
  anybody.map((personId) => ({ kind: 'PERSON' as const, personId })),
  fc.constantFrom(mobile.e164, direct.e164, '+46582009999' as E164).map((e164) => {
    return { kind: 'NUMBER' as const, e164: e164 as E164 };
  }),
);

const forwardings = fc.array(
  fc.record({
    condition: fc.constantFrom(...forwardingConditions),
    origin: fc.constantFrom(...callOrigins),
    target,
    active: fc.boolean(),
    validUntil: fc.option(soon),
  }),
  { maxLength: 3 },
);

const lines = fc.array(
  fc.record({
    kind: fc.constantFrom('DIRECT' as const, 'MOBILE' as const),
    status: fc.constantFrom(...lineStatuses),
    expiresAt: soon,
  }),
  { maxLength: 3 },
);

const sessions = fc.array(
  fc.record({
    sessionId: fc.constantFrom('1', '2'),
    source: fc.constant('SELF' as const),
    availability: fc.constantFrom(...availabilities),
    activity: fc.constant('OTHER' as const),
    expiresAt: soon,
  }),
  { maxLength: 2 },
);

const hours = fc.constantFrom(
  [],
  [{ weekday: 2, from: '08:00', to: '10:01' }],
  [{ weekday: 2, from: '10:01', to: '16:00' }],
  [{ weekday: 2, from: '08:00', to: '16:00' }],
);

/** Four people who refer and forward to each other at random, around an instant at which much begins and ends. */
export const randomPeople: fc.Arbitrary<readonly Person[]> = fc
  .tuple(...names.map((name) => fc.record({ name: fc.constant(name), ...ofOne() })))
  .map((all) => all.map(personOf));

function ofOne() {
  return {
    level: fc.constantFrom('OPEN' as const, 'OPEN' as const, 'RESTRICTED' as const),
    left: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    numbers: fc.subarray([direct, mobile]),
    absences,
    forwardings,
    lines,
    sessions,
    hours,
    standIns: fc.array(anybody, { maxLength: 2 }),
    group: fc.array(anybody, { maxLength: 2 }),
  };
}

type Random = typeof ofOne extends () => infer R
  ? { readonly [K in keyof R]: R[K] extends fc.Arbitrary<infer V> ? V : never } & {
      readonly name: string;
    }
  : never;

function personOf(random: Random): Person {
  return person(random.name, {
    protectionLevel: random.level,
    leftAt: random.left ? inMinutes(-60) : null,
    numbers: random.numbers,
    absences: random.absences.map(({ refersTo, ...one }, i) =>
      absence({
        ...one,
        id: `${random.name}${i}` as AbsenceId,
        referral: refersTo && { kind: 'PERSON', personId: refersTo },
      }),
    ),
    forwardings: random.forwardings.map((one, i) =>
      forwarding({ ...one, id: `${random.name}${i}` as ForwardingId }),
    ),
    lines: random.lines,
    sessions: random.sessions,
    standIns: random.standIns,
    unit: unit('Kansliet', { openingHours: random.hours, answerGroup: random.group }),
  });
}
