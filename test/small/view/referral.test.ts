import { expect, test } from '@jest/globals';
import type { Viewer } from '../../../src/kernel/viewer.js';
import type { Greeting } from '../../../src/staff/greeting.js';
import type { Person } from '../../../src/staff/person.js';
import type { Referral } from '../../../src/staff/referral.js';
import { seePerson } from '../../../src/view/see-person.js';
import {
  absence,
  direct,
  forwarding,
  hallsberg,
  inMinutes,
  mobile,
  now,
  person,
  unit,
  viewer,
} from '../../support/people.js';

// How a referral and its cover are shown, by who of those it leads to can be seen.

const bo = person('bo');
const group = unit('Kontaktcenter', { answerGroup: [bo.id, 'anna' as Person['id']] });

function seen(referral: Referral | null, others: readonly Person[], different = {}) {
  const anna = person('anna', {
    absences: [absence({ referral })],
    referralUnits: [group],
    ...different,
  });
  const sight = {
    viewer: viewer('OPERATOR'),
    now,
    managersRead: false,
    internalSeries: ['+4658400'],
  };
  const all = new Map([anna, ...others].map((one) => [one.id, one]));
  const shown = seePerson(anna, { ...sight, others: all }).currentAbsence;
  return [shown?.referral?.kind ?? null, shown?.cover];
}

const toBo: Referral = { kind: 'PERSON', personId: bo.id };
const toGroup: Referral = { kind: 'ANSWER_GROUP', unitId: group.id };

test('P10: a referral covers when somebody whom the viewer can see works there', () => {
  expect(seen(toBo, [bo])).toEqual(['PERSON', 'REFERRAL']);
  expect(seen(toBo, [{ ...bo, kind: 'SHARED_PHONE' }])).toEqual(['SHARED_LINE', 'REFERRAL']);
  expect(seen(toBo, [{ ...bo, leftAt: inMinutes(-9) }])).toEqual(['PERSON', 'NONE']);
  expect(seen({ kind: 'SWITCHBOARD' }, [])).toEqual(['SWITCHBOARD', 'REFERRAL']);
});

test('a referral to somebody hidden looks as none', () => {
  expect(seen(toBo, [])).toEqual(seen(null, []));
  expect(seen(toBo, [])).toEqual([null, 'NONE']);
});

test.each([toBo, toGroup])(
  'who is not told of a referral is not told who answers by it: $kind',
  (referral) => {
    const anna = person('anna', {
      protectionLevel: 'RESTRICTED',
      absences: [absence({ referral })],
      referralUnits: [group],
    });
    const others = new Map([anna, bo].map((one) => [one.id, one]));
    const answering = (who: Viewer) =>
      seePerson(anna, { viewer: who, now, others, managersRead: false, internalSeries: [] })
        .reachability('EXTERNAL')
        ?.alternatives.map(({ entry }) => entry.displayName);
    expect(answering(viewer('OPERATOR'))).toEqual(['bo']);
    expect(answering(viewer('EMPLOYEE', { municipality: hallsberg.code }))).toEqual([]);
  },
);

test('P9: an answer group covers when one of it but the absent one can be seen and works there', () => {
  expect(seen(toGroup, [bo])).toEqual(['ANSWER_GROUP', 'REFERRAL']);
  expect(seen(toGroup, [])).toEqual(['ANSWER_GROUP', 'NONE']);
  expect(seen(toGroup, [{ ...bo, leftAt: inMinutes(-9) }])).toEqual(['ANSWER_GROUP', 'NONE']);
});

test('P6, P19: voicemail covers by the greeting of a number that the viewer can see', () => {
  const greeting: Greeting = { kind: 'PERSONAL', namesAlternative: true, confirmedAt: now };
  const numbers = [direct, { ...mobile, greeting }];
  const voicemail: Referral = { kind: 'VOICEMAIL' };
  expect(seen(voicemail, [], { numbers })).toEqual(['VOICEMAIL', 'VOICEMAIL']);
  expect(seen(voicemail, [])).toEqual(['VOICEMAIL', 'NONE']);
  const restricted = { numbers, protectionLevel: 'RESTRICTED' };
  expect(seen(voicemail, [], restricted)[1]).not.toBe('VOICEMAIL');
});

test('P1: calls are inside that are forwarded to a number of another municipality', () => {
  const to = (e164: string) => ({
    forwardings: [forwarding({ target: { kind: 'NUMBER', e164: e164 as never } })],
  });
  expect(seen(null, [], to('+46584001234'))).toEqual([null, 'FORWARDING']);
  expect(seen(null, [], to('+46701740699'))).toEqual([null, 'NONE']);
});
