import { describe, expect, test } from '@jest/globals';
import {
  reachabilityRules,
  type LineStatus,
  type ReachabilityRule,
  type Verdict,
} from '../../../src/kernel/phone-words.js';
import { isBusy } from '../../../src/staff/presence.js';
import { reachability } from '../../../src/staff/reachability.js';
import type {
  ForwardedTo,
  KnownAbsence,
  ReachabilityFacts,
  SessionFact,
} from '../../../src/staff/reachability-facts.js';
import { direct, inMinutes, mobile } from '../../support/people.js';

const nothing: ReachabilityFacts = {
  left: false,
  absence: null,
  direct,
  mobile,
  switchboard: null,
  directLine: 'UNKNOWN',
  mobileLine: 'UNKNOWN',
  session: 'UNKNOWN',
  unconditional: null,
  onBusy: null,
  onNotReachable: null,
  onDoNotDisturb: null,
  closedUntil: null,
  standIn: null,
  expired: false,
  numbersOnRequest: false,
};
const meeting: KnownAbsence = {
  publicReason: 'BUSY',
  endsAt: inMinutes(60),
  endsAtPrecision: 'ABOUT',
  phoneRings: false,
};
const elsewhere = { ...direct, e164: '+46582004321' as typeof direct.e164 };
const other = { ...direct, e164: '+46582004322' as typeof direct.e164 };
const toElsewhere: ForwardedTo = { kind: 'NUMBER', number: elsewhere, until: null };
const toVoicemail: ForwardedTo = { kind: 'VOICEMAIL', until: inMinutes(90) };

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
    'in a call after hours: is there',
    { directLine: 'IN_CALL', closedUntil: inMinutes(900) },
    'HOLD_OR_CALL_BACK',
    null,
    'IN_CALL',
  ],
  [
    'the workplace is closed',
    { directLine: 'IDLE', closedUntil: inMinutes(900) },
    'TAKE_MESSAGE',
    null,
    'OUT_OF_HOURS',
  ],
  [
    'the workplace is closed, and somebody has the duty',
    { closedUntil: inMinutes(900), standIn: elsewhere },
    'ANSWERED_BY_OTHER',
    elsewhere,
    'OUT_OF_HOURS',
  ],
  [
    'the workplace is closed, but the person works',
    { directLine: 'IDLE', closedUntil: inMinutes(900), session: 'AVAILABLE' },
    'CONNECT',
    direct,
    'DESK_FREE',
  ],
  [
    'closed, with all calls to voicemail: gone for the day',
    { closedUntil: inMinutes(900), unconditional: toVoicemail },
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
    'the mobile is off, and forwards then',
    { direct: null, mobileLine: 'UNREGISTERED', onNotReachable: toElsewhere },
    'CONNECT_ALTERNATIVE',
    elsewhere,
    'MOBILE_OFF_FORWARDED',
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
  expect(back({ closedUntil: inMinutes(900) })).toEqual(['GONE_FOR_DAY', inMinutes(900), 'ABOUT']);
  expect(back({ unconditional: toVoicemail })).toEqual(['AWAY', inMinutes(90), 'ABOUT']);
  expect(back({ session: 'DO_NOT_DISTURB' })).toEqual(['BUSY', null, null]);
  expect(back({ direct: null, mobile: null })).toEqual([null, null, null]);
});

test('facts that have expired are stale, and facts that never were are unknown', () => {
  expect(reachability(nothing).freshness).toBe('UNKNOWN');
  expect(reachability({ ...nothing, expired: true }).freshness).toBe('STALE');
  expect(reachability({ ...nothing, expired: true, session: 'AWAY' }).freshness).toBe('LIVE');
});

describe('over every combination of the facts', () => {
  const targets: (ForwardedTo | null)[] = [
    null,
    { kind: 'OWN_MOBILE' },
    toElsewhere,
    toVoicemail,
    { kind: 'SWITCHBOARD', until: null },
    { kind: 'NOBODY', until: null },
    { kind: 'LOOP' },
  ];
  const lines: LineStatus[] = ['UNKNOWN', 'IDLE', 'RINGING', 'IN_CALL', 'UNREGISTERED'];
  const sessions: SessionFact[] = [
    'UNKNOWN',
    'AVAILABLE',
    'BUSY',
    'DO_NOT_DISTURB',
    'AWAY',
    'OFFLINE',
  ];
  const open = { ...meeting, endsAt: null, endsAtPrecision: 'UNKNOWN' } as const;
  const choices = {
    left: [false, true],
    absence: [null, meeting, open, { ...meeting, phoneRings: true }],
    direct: [direct, null],
    mobile: [mobile, null],
    directLine: lines,
    mobileLine: lines,
    session: sessions,
    unconditional: targets,
    onBusy: [null, toElsewhere],
    onNotReachable: [null, toElsewhere],
    onDoNotDisturb: [null, toElsewhere],
    closedUntil: [null, inMinutes(900)],
    standIn: [null, other],
    // Nobody has both: they are for different viewers.
    instead: [{}, { switchboard: elsewhere }, { numbersOnRequest: true }],
  } as const;

  /** Every combination, each once, in one object that is overwritten: made anew it would take a minute. */
  function each(visit: (facts: ReachabilityFacts) => void): void {
    const names = Object.keys(choices) as (keyof typeof choices)[];
    const facts: Record<string, unknown> = { ...nothing };
    const at = (depth: number): void => {
      const name = names[depth];
      if (name === undefined) return visit(facts as ReachabilityFacts);
      for (const value of choices[name]) {
        if (name === 'instead') {
          facts['switchboard'] = null;
          facts['numbersOnRequest'] = false;
          Object.assign(facts, value);
        } else facts[name] = value;
        at(depth + 1);
      }
    };
    at(0);
  }

  test('the invariants hold, and every rule is reached', () => {
    const broken = new Set<string>();
    const reached = new Set<ReachabilityRule>();
    let count = 0;
    each((facts) => {
      const answer = reachability(facts);
      const { verdict, connectTo, rules } = answer;
      const rule = rules.at(-1) ?? 'LEFT';
      const must = (holds: boolean, what: string) => holds || broken.add(`${rule}: ${what}`);
      const away = facts.absence !== null && !facts.absence.phoneRings;
      const inCall = isBusy(facts.directLine) || isBusy(facts.mobileLine);
      const own = connectTo !== null && (connectTo === facts.direct || connectTo === facts.mobile);
      const connects = !['HOLD_OR_CALL_BACK', 'TAKE_MESSAGE', 'UNKNOWN'].includes(verdict);
      count += 1;
      for (const one of rules) reached.add(one);
      must(connects === (connectTo !== null), 'a number if and only if the verdict connects');
      must((verdict === 'CONNECT') === own, "CONNECT is to the person's own number");
      must(!own || !away, 'connects to somebody whose absence closes the phone');
      must(!own || !inCall, 'connects to somebody in a call');
      must(!own || facts.session !== 'DO_NOT_DISTURB', 'disturbs somebody');
      must(!own || !facts.left, 'connects to somebody who has left');
      must(
        connectTo !== facts.mobile || facts.mobile === null || facts.mobileLine !== 'UNREGISTERED',
        'connects to a mobile that is off',
      );
      must(
        connectTo !== facts.direct || facts.direct === null || facts.directLine !== 'UNREGISTERED',
        'connects to a telephone that is not connected',
      );
      must(
        verdict !== 'ANSWERED_BY_OTHER' || connectTo === facts.standIn,
        'answered by somebody who cannot',
      );
      must(answer.backAt === null || answer.backAtPrecision !== null, 'back, and nobody how sure');
      must(facts.standIn === null || verdict !== 'TAKE_MESSAGE', 'somebody could answer instead');
    });
    expect(broken).toEqual(new Set());
    expect(count).toBe(8 * 4 * 25 * 6 * 7 * 32 * 3);
    expect([...reached].toSorted()).toEqual([...reachabilityRules].toSorted());
  });
});
