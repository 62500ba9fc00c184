import { expect, test } from '@jest/globals';
import {
  reachabilityRules,
  type LineStatus,
  type ReachabilityRule,
} from '../../../src/kernel/phone-words.js';
import { isBusy } from '../../../src/staff/presence.js';
import { reachability } from '../../../src/staff/reachability.js';
import type {
  ForwardedTo,
  ReachabilityFacts,
  SessionFact,
} from '../../../src/staff/reachability-facts.js';
import { direct, mobile } from '../../support/people.js';
import {
  closed,
  elsewhere,
  meeting,
  nothing,
  other,
  toElsewhere,
  toVoicemail,
} from '../../support/reachability-facts.js';

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
  closed: [null, closed],
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

test('over every combination of the facts the invariants hold, and every rule is reached', () => {
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
