import { describe, expect, test } from '@jest/globals';
import { publicAbsenceReasons } from '../../../src/kernel/absence-words.js';
import { lineStatuses, type LineStatus } from '../../../src/kernel/phone-words.js';
import {
  reachability,
  type ForwardedTo,
  type KnownAbsence,
  type ReachabilityFacts,
} from '../../../src/staff/reachability.js';
import { direct, inMinutes, mobile } from '../../support/people.js';

const nothing: ReachabilityFacts = {
  left: false,
  absence: null,
  direct,
  mobile,
  switchboard: null,
  directLine: 'UNKNOWN',
  mobileLine: 'UNKNOWN',
  unconditional: null,
  onBusy: null,
  onNotReachable: null,
  standIn: null,
  numbersOnRequest: false,
};
const meeting: KnownAbsence = {
  publicReason: 'BUSY',
  endsAt: inMinutes(60),
  endsAtPrecision: 'ABOUT',
  phoneRings: false,
};
const elsewhere = { ...direct, e164: '+46582004321' as typeof direct.e164 };
const toElsewhere: ForwardedTo = { kind: 'NUMBER', number: elsewhere };

/** Situations with answers written by hand, before the function. */
const situations: readonly [string, Partial<ReachabilityFacts>, string, unknown, string][] = [
  ['has left (P4)', { left: true, directLine: 'IDLE' }, 'TAKE_MESSAGE', null, 'R02'],
  [
    'has left, and somebody answers instead',
    { left: true, absence: meeting, standIn: elsewhere },
    'ANSWERED_BY_OTHER',
    elsewhere,
    'R02',
  ],
  ['free at the desk', { directLine: 'IDLE' }, 'CONNECT', direct, 'R14'],
  ['nothing reported', {}, 'CONNECT', direct, 'R16'],
  ['in a call', { directLine: 'IN_CALL' }, 'HOLD_OR_CALL_BACK', null, 'R12b'],
  [
    'in a call on the mobile',
    { directLine: 'IDLE', mobileLine: 'IN_CALL' },
    'HOLD_OR_CALL_BACK',
    null,
    'R12b',
  ],
  [
    'in a call, forwarded on busy',
    { directLine: 'IN_CALL', onBusy: toElsewhere },
    'CONNECT_ALTERNATIVE',
    elsewhere,
    'R12a',
  ],
  ['in a meeting, nobody instead', { absence: meeting }, 'TAKE_MESSAGE', null, 'R03b'],
  [
    'in a meeting with a stand-in (P4)',
    { absence: meeting, standIn: elsewhere },
    'ANSWERED_BY_OTHER',
    elsewhere,
    'R03b',
  ],
  [
    'in a meeting, forwarded (P10)',
    { absence: meeting, unconditional: toElsewhere },
    'CONNECT_ALTERNATIVE',
    elsewhere,
    'R03a',
  ],
  [
    'at remote work (P18)',
    { absence: { ...meeting, phoneRings: true }, directLine: 'IDLE' },
    'CONNECT',
    mobile,
    'R13',
  ],
  [
    'forwarded to the own mobile',
    { unconditional: { kind: 'OWN_MOBILE' }, directLine: 'IDLE' },
    'CONNECT',
    mobile,
    'R13',
  ],
  [
    'forwarded to voicemail',
    { unconditional: { kind: 'NOBODY' }, directLine: 'IDLE' },
    'TAKE_MESSAGE',
    null,
    'R06',
  ],
  ['telephone not connected', { directLine: 'UNREGISTERED' }, 'CONNECT', mobile, 'R15b'],
  [
    'not connected, forwarded',
    { directLine: 'UNREGISTERED', onNotReachable: toElsewhere },
    'CONNECT_ALTERNATIVE',
    elsewhere,
    'R15a',
  ],
  [
    'not connected, no mobile',
    { directLine: 'UNREGISTERED', mobile: null },
    'TAKE_MESSAGE',
    null,
    'R15c',
  ],
  ['a mobile and no desk', { direct: null }, 'CONNECT', mobile, 'R13'],
  ['no number at all', { direct: null, mobile: null }, 'TAKE_MESSAGE', null, 'R17'],
  [
    'only the switchboard may be known',
    { direct: null, mobile: null, switchboard: elsewhere },
    'CONNECT_ALTERNATIVE',
    elsewhere,
    'R18',
  ],
  [
    'numbers only on request',
    { direct: null, mobile: null, numbersOnRequest: true },
    'UNKNOWN',
    null,
    'R19',
  ],
];

test.each(situations)('%s', (_, facts, verdict, connectTo, rule) => {
  expect(reachability({ ...nothing, ...facts })).toMatchObject({ verdict, connectTo, rule });
});

test('an absence says why, when back, and how sure', () => {
  expect(reachability({ ...nothing, absence: meeting })).toMatchObject({
    reason: 'BUSY',
    backAt: inMinutes(60),
    backAtPrecision: 'ABOUT',
  });
});

describe('over every combination of the facts', () => {
  const absences = [
    null,
    ...publicAbsenceReasons.flatMap((publicReason) =>
      [true, false].map((phoneRings) => ({ ...meeting, publicReason, phoneRings })),
    ),
  ];
  const targets: (ForwardedTo | null)[] = [
    null,
    { kind: 'OWN_MOBILE' },
    { kind: 'NOBODY' },
    toElsewhere,
  ];
  const busy: LineStatus[] = ['RINGING', 'IN_CALL', 'ON_HOLD', 'IN_CALL_AND_RINGING'];

  function* states(): Generator<ReachabilityFacts> {
    for (const absence of absences)
      for (const directLine of lineStatuses)
        for (const mobileLine of lineStatuses)
          for (const unconditional of targets)
            for (const onBusy of [null, toElsewhere])
              for (const numbers of [
                {},
                { direct: null },
                { mobile: null },
                { direct: null, mobile: null },
              ])
                for (const standIn of [null, elsewhere])
                  for (const numbersOnRequest of [true, false])
                    yield {
                      ...nothing,
                      absence,
                      directLine,
                      mobileLine,
                      unconditional,
                      onBusy,
                      standIn,
                      numbersOnRequest,
                      ...numbers,
                    };
  }

  test('the invariants hold, and every rule is reached', () => {
    const broken: string[] = [];
    const reached = new Set<string>();
    let count = 0;
    for (const facts of states()) {
      const answer = reachability(facts);
      const connects = ['CONNECT', 'CONNECT_ALTERNATIVE', 'ANSWERED_BY_OTHER'].includes(
        answer.verdict,
      );
      const away = facts.absence !== null && !facts.absence.phoneRings;
      const inCall = busy.includes(facts.directLine) || busy.includes(facts.mobileLine);
      count += 1;
      reached.add(answer.rule);
      if (connects !== (answer.connectTo !== null))
        broken.push(`${answer.rule}: a number if and only if the verdict connects`);
      if (answer.verdict === 'CONNECT' && (away || inCall))
        broken.push(`${answer.rule}: connects to somebody who is away or in a call`);
      if (answer.verdict === 'CONNECT' && ![facts.direct, facts.mobile].includes(answer.connectTo))
        broken.push(`${answer.rule}: connects to a number that the person does not have`);
      if (answer.verdict === 'ANSWERED_BY_OTHER' && answer.connectTo !== facts.standIn)
        broken.push(`${answer.rule}: answered by nobody`);
    }
    expect(new Set(broken)).toEqual(new Set());
    expect(count).toBeGreaterThan(60_000);
    expect([...reached].toSorted()).toEqual([
      'R03a',
      'R03b',
      'R05',
      'R06',
      'R12a',
      'R12b',
      'R13',
      'R14',
      'R15b',
      'R15c',
      'R16',
      'R17',
      'R19',
    ]);
  });
});
