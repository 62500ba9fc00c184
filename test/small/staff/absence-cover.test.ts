import { expect, test } from '@jest/globals';
import { absenceCover } from '../../../src/staff/absence-cover.js';
import type { Forwarding, ForwardingTarget } from '../../../src/staff/forwarding.js';
import { forwarding, inMinutes, now } from '../../support/people.js';

const hallsberg = { numberSeries: ['+4658200'] };
const number = (e164: string) => ({ kind: 'NUMBER', e164 }) as ForwardingTarget;
const all = (target: ForwardingTarget, different: Partial<Forwarding> = {}) =>
  forwarding({ condition: 'UNCONDITIONAL', origin: 'ANY', target, ...different });
const voicemail = all({ kind: 'VOICEMAIL' });

test.each<[string, { referred?: boolean; phoneRings?: boolean }, readonly Forwarding[], string]>([
  ['a referral', { referred: true }, [voicemail], 'REFERRAL'],
  ['forwarding to the switchboard', {}, [all({ kind: 'SWITCHBOARD' })], 'FORWARDING'],
  ['forwarding to an internal number', {}, [all(number('+46582001271'))], 'FORWARDING'],
  ['forwarding outside, which covers nothing', {}, [all(number('+46701740605'))], 'NONE'],
  ['the telephone that rings', { phoneRings: true }, [], 'RINGING'],
  [
    'the telephone that rings outside',
    { phoneRings: true },
    [all(number('+46701740605'))],
    'RINGING',
  ],
  ['voicemail', {}, [voicemail], 'VOICEMAIL'],
  ['nothing', {}, [], 'NONE'],
  ['forwarding that is not active', {}, [all({ kind: 'SWITCHBOARD' }, { active: false })], 'NONE'],
  ['forwarding that has ended', {}, [all({ kind: 'SWITCHBOARD' }, { validUntil: now })], 'NONE'],
  [
    'forwarding that lasts',
    {},
    [all({ kind: 'SWITCHBOARD' }, { validUntil: inMinutes(1) })],
    'FORWARDING',
  ],
  [
    'forwarding of internal calls only',
    {},
    [all({ kind: 'SWITCHBOARD' }, { origin: 'INTERNAL' })],
    'NONE',
  ],
  ['forwarding on busy only', {}, [all({ kind: 'SWITCHBOARD' }, { condition: 'BUSY' })], 'NONE'],
])('P10: an absence with %s', (_, absence, forwardings, cover) => {
  const whole = { referred: false, phoneRings: false, ...absence };
  expect(absenceCover(whole, forwardings, hallsberg, now)).toBe(cover);
});
