import { expect, test } from '@jest/globals';
import { absenceCover, type CoverFacts } from '../../../src/staff/absence-cover.js';
import type { Forwarding, ForwardingTarget } from '../../../src/staff/forwarding.js';
import type { Greeting } from '../../../src/staff/greeting.js';
import { forwarding, inMinutes, now } from '../../support/people.js';

const cooperation = ['+4658200', '+4658400'];
const number = (e164: string) => ({ kind: 'NUMBER', e164 }) as ForwardingTarget;
const all = (target: ForwardingTarget, different: Partial<Forwarding> = {}) => [
  forwarding({ condition: 'UNCONDITIONAL', origin: 'ANY', target, ...different }),
];
const switchboard: ForwardingTarget = { kind: 'SWITCHBOARD' };
const voicemail = all({ kind: 'VOICEMAIL' });
const greeting: Greeting = { kind: 'PERSONAL', namesAlternative: true, confirmedAt: now };
const greetings = [greeting];
const outside = all(number('+46701740605'));

test.each<[string, Partial<CoverFacts>, string]>([
  ['a referral', { referredTo: 'SOMEBODY', forwardings: voicemail, greetings }, 'REFERRAL'],
  ['forwarding to the switchboard', { forwardings: all(switchboard) }, 'FORWARDING'],
  ['forwarding to an own number', { forwardings: all(number('+46582001271')) }, 'FORWARDING'],
  [
    'P1: to one of another municipality',
    { forwardings: all(number('+46584001271')) },
    'FORWARDING',
  ],
  ['forwarding outside, which covers nothing', { forwardings: outside }, 'NONE'],
  ['the telephone that rings', { phoneRings: true }, 'RINGING'],
  ['the telephone that rings outside', { phoneRings: true, forwardings: outside }, 'RINGING'],
  ['nothing', {}, 'NONE'],
  ['forwarding that is not active', { forwardings: all(switchboard, { active: false }) }, 'NONE'],
  ['forwarding that has ended', { forwardings: all(switchboard, { validUntil: now }) }, 'NONE'],
  [
    'forwarding that lasts',
    { forwardings: all(switchboard, { validUntil: inMinutes(1) }) },
    'FORWARDING',
  ],
  [
    'forwarding of internal calls only',
    { forwardings: all(switchboard, { origin: 'INTERNAL' }) },
    'NONE',
  ],
  ['forwarding on busy only', { forwardings: all(switchboard, { condition: 'BUSY' }) }, 'NONE'],
  ['forwarding to voicemail that helps', { forwardings: voicemail, greetings }, 'VOICEMAIL'],
  ['a referral to voicemail that helps', { referredTo: 'VOICEMAIL', greetings }, 'VOICEMAIL'],
  [
    'a referral to voicemail, and forwarding inside',
    { referredTo: 'VOICEMAIL', greetings, forwardings: all(switchboard) },
    'FORWARDING',
  ],
  ['P6: voicemail of which nobody has told', { forwardings: voicemail }, 'NONE'],
  [
    'P6: voicemail that names no alternative',
    { referredTo: 'VOICEMAIL', greetings: [{ ...greeting, namesAlternative: false }] },
    'NONE',
  ],
  [
    'P19: voicemail with the standard greeting',
    { referredTo: 'VOICEMAIL', greetings: [{ ...greeting, kind: 'STANDARD' }] },
    'NONE',
  ],
  [
    'one greeting of two that helps',
    { forwardings: voicemail, greetings: [{ ...greeting, kind: 'OFF' }, greeting] },
    'VOICEMAIL',
  ],
  ['a greeting that nobody is led to', { greetings }, 'NONE'],
])('P10: an absence with %s', (_, different, cover) => {
  const nothing: CoverFacts = {
    phoneRings: false,
    referredTo: 'NOBODY',
    forwardings: [],
    greetings: [],
  };
  expect(absenceCover({ ...nothing, ...different }, cooperation, now)).toBe(cover);
});
