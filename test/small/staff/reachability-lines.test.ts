import { expect, test } from '@jest/globals';
import type { ReachabilityRule, Verdict } from '../../../src/kernel/phone-words.js';
import { reachability } from '../../../src/staff/reachability.js';
import type { ReachabilityFacts } from '../../../src/staff/reachability-facts.js';
import { direct, mobile } from '../../support/people.js';
import { elsewhere, nothing, toElsewhere } from '../../support/reachability-facts.js';

type Expected = readonly [Verdict, unknown, ReachabilityRule];

/** What lines and clients say: situations with answers written by hand, before the function. */
const situations: readonly [string, Partial<ReachabilityFacts>, ...Expected][] = [
  ['free at the desk', { directLine: 'IDLE' }, 'CONNECT', direct, 'DESK_FREE'],
  ['nothing reported', {}, 'CONNECT', direct, 'DESK_UNKNOWN'],
  ['signed in, nothing of the line', { session: 'AWAY' }, 'CONNECT', direct, 'DESK_UNKNOWN'],
  ['signed out, with a mobile', { session: 'OFFLINE' }, 'CONNECT', mobile, 'SIGNED_OUT_MOBILE'],
  [
    'signed out, without a mobile',
    { session: 'OFFLINE', mobile: null },
    'TAKE_MESSAGE',
    null,
    'SIGNED_OUT',
  ],
  [
    'signed out, and the mobile is off',
    { session: 'OFFLINE', mobileLine: 'UNREGISTERED' },
    'TAKE_MESSAGE',
    null,
    'SIGNED_OUT',
  ],
  ['in a call', { directLine: 'IN_CALL' }, 'HOLD_OR_CALL_BACK', null, 'IN_CALL'],
  [
    'in a call on the mobile (P18)',
    { directLine: 'IDLE', mobileLine: 'IN_CALL' },
    'HOLD_OR_CALL_BACK',
    null,
    'IN_CALL',
  ],
  [
    'in a call, and a colleague is free: the caller may still hold',
    { directLine: 'IN_CALL', standIn: elsewhere },
    'HOLD_OR_CALL_BACK',
    null,
    'IN_CALL',
  ],
  [
    'in a call, forwarded on busy',
    { directLine: 'IN_CALL', onBusy: toElsewhere },
    'CONNECT_ALTERNATIVE',
    elsewhere,
    'IN_CALL_FORWARDED',
  ],
  [
    'the mobile is off, and forwards then',
    { direct: null, mobileLine: 'UNREGISTERED', onNotReachable: toElsewhere },
    'CONNECT_ALTERNATIVE',
    elsewhere,
    'MOBILE_OFF_FORWARDED',
  ],
  [
    'not to be disturbed',
    { session: 'DO_NOT_DISTURB', directLine: 'IDLE' },
    'HOLD_OR_CALL_BACK',
    null,
    'NOT_DISTURBED',
  ],
  [
    'not to be disturbed, a colleague is free',
    { session: 'DO_NOT_DISTURB', standIn: elsewhere },
    'ANSWERED_BY_OTHER',
    elsewhere,
    'NOT_DISTURBED',
  ],
  [
    'not to be disturbed, forwarded then',
    { session: 'DO_NOT_DISTURB', onDoNotDisturb: toElsewhere },
    'CONNECT_ALTERNATIVE',
    elsewhere,
    'NOT_DISTURBED_FORWARDED',
  ],
  [
    'busy at the computer',
    { session: 'BUSY', directLine: 'IDLE' },
    'HOLD_OR_CALL_BACK',
    null,
    'BUSY',
  ],
  ['telephone not connected', { directLine: 'UNREGISTERED' }, 'CONNECT', mobile, 'DESK_OFF_MOBILE'],
  [
    'not connected, forwarded',
    { directLine: 'UNREGISTERED', onNotReachable: toElsewhere },
    'CONNECT_ALTERNATIVE',
    elsewhere,
    'DESK_OFF_FORWARDED',
  ],
  [
    'not connected, no mobile',
    { directLine: 'UNREGISTERED', mobile: null },
    'TAKE_MESSAGE',
    null,
    'DESK_OFF',
  ],
  [
    'both telephones are off',
    { directLine: 'UNREGISTERED', mobileLine: 'UNREGISTERED' },
    'TAKE_MESSAGE',
    null,
    'DESK_OFF',
  ],
  ['a mobile and no desk (P18)', { direct: null }, 'CONNECT', mobile, 'MOBILE_FIRST'],
  ['no number at all', { direct: null, mobile: null }, 'TAKE_MESSAGE', null, 'NO_NUMBER'],
  [
    'only the switchboard may be known',
    { direct: null, mobile: null, switchboard: elsewhere },
    'CONNECT_ALTERNATIVE',
    elsewhere,
    'SWITCHBOARD_INSTEAD',
  ],
  [
    'numbers only on request',
    { direct: null, mobile: null, numbersOnRequest: true },
    'UNKNOWN',
    null,
    'NUMBERS_ON_REQUEST',
  ],
];

test.each(situations)('%s', (_, facts, verdict, connectTo, rule) => {
  const answer = reachability({ ...nothing, ...facts });
  expect(answer).toMatchObject({ verdict, connectTo });
  expect(answer.rules.at(-1)).toBe(rule);
});
