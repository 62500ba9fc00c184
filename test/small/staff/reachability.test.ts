import { expect, test } from '@jest/globals';
import type { ReachabilityRule, Verdict } from '../../../src/kernel/phone-words.js';
import { reachability } from '../../../src/staff/reachability.js';
import type { ReachabilityFacts } from '../../../src/staff/reachability-facts.js';
import { direct, inMinutes, mobile } from '../../support/people.js';
import {
  closed,
  elsewhere,
  meeting,
  nothing,
  other,
  toElsewhere,
  toVoicemail,
} from '../../support/reachability-facts.js';

type Expected = readonly [Verdict, unknown, ReachabilityRule];

/** Situations with answers written by hand, before the function. */
const situations: readonly [string, Partial<ReachabilityFacts>, ...Expected][] = [
  ['has left (P4)', { left: true, directLine: 'IDLE' }, 'TAKE_MESSAGE', null, 'LEFT'],
  [
    'has left, and somebody answers instead',
    { left: true, absence: meeting, standIn: elsewhere },
    'ANSWERED_BY_OTHER',
    elsewhere,
    'LEFT',
  ],
  [
    'in a call after hours: is there',
    { directLine: 'IN_CALL', closed },
    'HOLD_OR_CALL_BACK',
    null,
    'IN_CALL',
  ],
  ['the workplace is closed', { directLine: 'IDLE', closed }, 'TAKE_MESSAGE', null, 'OUT_OF_HOURS'],
  [
    'the workplace is closed, and somebody has the duty',
    { closed, standIn: elsewhere },
    'ANSWERED_BY_OTHER',
    elsewhere,
    'OUT_OF_HOURS',
  ],
  [
    'the workplace is closed, but the person works',
    { directLine: 'IDLE', closed, session: 'AVAILABLE' },
    'CONNECT',
    direct,
    'DESK_FREE',
  ],
  [
    'closed, with all calls to voicemail: gone for the day',
    { closed, unconditional: toVoicemail },
    'TAKE_MESSAGE',
    null,
    'OUT_OF_HOURS',
  ],
  ['in a meeting, nobody instead', { absence: meeting }, 'TAKE_MESSAGE', null, 'ABSENT'],
  [
    'in a meeting with a stand-in (P4)',
    { absence: meeting, standIn: elsewhere },
    'ANSWERED_BY_OTHER',
    elsewhere,
    'ABSENT',
  ],
  [
    'in a meeting, forwarded (P10)',
    { absence: meeting, unconditional: toElsewhere, standIn: other },
    'CONNECT_ALTERNATIVE',
    elsewhere,
    'ABSENT_FORWARDED',
  ],
  [
    'in a meeting, forwarded to voicemail (P10)',
    { absence: meeting, unconditional: toVoicemail },
    'TAKE_MESSAGE',
    null,
    'ABSENT',
  ],
  [
    'at remote work (P18)',
    { absence: { ...meeting, phoneRings: true }, directLine: 'IDLE' },
    'CONNECT',
    mobile,
    'MOBILE_FIRST',
  ],
  [
    'at remote work without a mobile: the telephone there rings',
    { absence: { ...meeting, phoneRings: true }, directLine: 'IDLE', mobile: null },
    'CONNECT',
    direct,
    'DESK_FREE',
  ],
  [
    'at remote work, the mobile is off',
    { absence: { ...meeting, phoneRings: true }, mobileLine: 'UNREGISTERED' },
    'TAKE_MESSAGE',
    null,
    'MOBILE_OFF',
  ],
  [
    'forwarded to the own mobile',
    { unconditional: { kind: 'OWN_MOBILE' }, directLine: 'IDLE' },
    'CONNECT',
    mobile,
    'MOBILE_FIRST',
  ],
  [
    'forwarded to a colleague',
    { unconditional: toElsewhere, directLine: 'IDLE' },
    'CONNECT_ALTERNATIVE',
    elsewhere,
    'FORWARDED',
  ],
  [
    'forwarded to voicemail',
    { unconditional: toVoicemail, directLine: 'IDLE' },
    'TAKE_MESSAGE',
    null,
    'FORWARDED_TO_VOICEMAIL',
  ],
  [
    'forwarded to the switchboard',
    { unconditional: { kind: 'SWITCHBOARD', until: null }, standIn: elsewhere },
    'ANSWERED_BY_OTHER',
    elsewhere,
    'FORWARDED_TO_SWITCHBOARD',
  ],
  [
    'forwarded to somebody who is away',
    { unconditional: { kind: 'NOBODY', until: null }, directLine: 'IDLE' },
    'TAKE_MESSAGE',
    null,
    'FORWARDED_TO_NOBODY',
  ],
  [
    'forwarded in a loop: the loop is passed over',
    { unconditional: { kind: 'LOOP' }, directLine: 'IDLE' },
    'CONNECT',
    direct,
    'DESK_FREE',
  ],
];

test.each(situations)('%s', (_, facts, verdict, connectTo, rule) => {
  const answer = reachability({ ...nothing, ...facts });
  expect(answer).toMatchObject({ verdict, connectTo });
  expect(answer.rules.at(-1)).toBe(rule);
});

test('a loop is named among the rules that fired', () => {
  const { rules } = reachability({ ...nothing, unconditional: { kind: 'LOOP' } });
  expect(rules).toEqual(['FORWARDING_LOOP', 'DESK_UNKNOWN']);
});

test('says why, when back, and how sure', () => {
  const back = (facts: Partial<ReachabilityFacts>) => {
    const { reason, backAt, backAtPrecision } = reachability({ ...nothing, ...facts });
    return [reason, backAt, backAtPrecision];
  };
  expect(back({ absence: meeting })).toEqual(['BUSY', inMinutes(60), 'ABOUT']);
  expect(back({ closed: { ...closed, opensToday: true } })).toEqual([
    'AWAY',
    inMinutes(900),
    'ABOUT',
  ]);
  expect(back({ closed })).toEqual(['GONE_FOR_DAY', inMinutes(900), 'ABOUT']);
  expect(back({ unconditional: toVoicemail })).toEqual(['AWAY', inMinutes(90), 'ABOUT']);
  expect(back({ session: 'DO_NOT_DISTURB' })).toEqual(['BUSY', null, null]);
  expect(back({ direct: null, mobile: null })).toEqual([null, null, null]);
});

test('facts that have expired are stale, and facts that never were are unknown', () => {
  expect(reachability(nothing).freshness).toBe('UNKNOWN');
  expect(reachability({ ...nothing, expired: true }).freshness).toBe('STALE');
  expect(reachability({ ...nothing, expired: true, session: 'AWAY' }).freshness).toBe('LIVE');
});
