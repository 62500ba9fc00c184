import { describe, expect, test } from '@jest/globals';
import type { Viewer } from '../../../src/kernel/viewer.js';
import type { Person } from '../../../src/staff/person.js';
import { seePerson } from '../../../src/view/see-person.js';
import {
  absence,
  direct,
  forwarding,
  hallsberg,
  inMinutes,
  laxa,
  mobile,
  now,
  person,
  unit as unitOf,
  viewer,
} from '../../support/people.js';
import { everyField } from '../../support/every-field.js';
import type { Activity, Availability } from '../../../src/kernel/phone-words.js';
import type { E164 } from '../../../src/staff/phone-number.js';
import type { RuleText } from '../../../src/staff/recurrence-rule.js';

// The program with a viewer for whom the table shuts each field, one test for each thing that hangs on
// a person: the test of the table cannot notice that somebody has forgotten to ask it.

const other = person('other');
const unit = unitOf('Kansliet', { showsBestReached: true });
const running = absence({
  note: 'hos tandläkaren',
  phoneRings: true,
  referral: { kind: 'PERSON', personId: other.id },
  recurrence: {
    rule: 'FREQ=WEEKLY' as RuleText,
    exceptHolidays: false,
    endsAt: null,
    endedEarly: [],
  },
});
const always = { from: null, to: null };
const session = (availability: Availability, activity: Activity) =>
  ({ sessionId: 'desk', source: 'SELF', availability, activity, expiresAt: inMinutes(5) }) as const;
const full = person('Anna', {
  familyName: 'Berg',
  unit,
  managerId: other.id,
  responsibleId: other.id,
  standIns: [other.id],
  bestReached: [{ weekday: 1, from: '08:00', to: '09:00' }],
  subjects: [{ word: 'diarium', synonyms: ['register'] }],
  absences: [running],
  forwardings: [
    forwarding({ target: { kind: 'NUMBER', e164: direct.e164 ?? ('' as never) } }),
    forwarding({ condition: 'BUSY', target: { kind: 'PERSON', personId: other.id } }),
  ],
  numbers: [
    { ...direct, greeting: { kind: 'PERSONAL', namesAlternative: true, confirmedAt: now } },
    mobile,
  ],
  lines: [{ kind: 'DIRECT', status: 'IN_CALL', expiresAt: inMinutes(5) }],
  sessions: [session('AVAILABLE', 'AVAILABLE')],
});
const restricted: Person = { ...full, protectionLevel: 'RESTRICTED' };
const own = { municipality: hallsberg.code };
const colleague = viewer('EMPLOYEE', own);
const nobody: Viewer = { ...colleague, roles: [] };
const elsewhere = viewer('EMPLOYEE', { municipality: laxa.code });
const absenceReader = viewer('INTEGRATION_KEY', { ...own, scopes: ['ABSENCE_READ'] });

function see(who: Viewer, one: Person) {
  const others = new Map([other, one].map((each) => [each.id, each]));
  return seePerson(one, { viewer: who, now, others, managersRead: true, internalSeries: [] });
}

test.each<[string, Partial<Person>]>([
  ['who works here', {}],
  ['who is PROTECTED', { protectionLevel: 'PROTECTED', alias: 'Bo Ek', namedViewers: [other.id] }],
  ['who has left', { leftAt: inMinutes(-60) }],
])('whoever is let into no field of somebody %s sees a name and a municipality', (_, different) => {
  const seen = see(nobody, { ...full, ...different });
  const { id, type, displayName, municipality, ...rest } = everyField(seen);
  expect([id, type, displayName]).toEqual(['Anna', 'Person', 'Anna']);
  expect(municipality).toMatchObject({ code: '1861' });
  const led = {
    manager: seen.manager(),
    responsible: seen.responsible(),
    standIns: seen.standIns(),
    namedViewers: seen.namedViewers(),
  };
  const asked = {
    ...rest,
    ...led,
    absences: seen.absences(always),
    absence: seen.absence(running.id),
    reachability: seen.reachability('EXTERNAL'),
  };
  const told = Object.entries(asked).filter(([, value]) => value !== null);
  expect(told.filter(([, value]) => !Array.isArray(value) || value.length > 0)).toEqual([]);
});

test('of who has left nobody sees lines, absences or numbers, whoever sees that one', () => {
  const seen = see(viewer('OPERATOR'), { ...full, leftAt: inMinutes(-60) });
  expect(seen.leftAt).not.toBeNull();
  expect([seen.presence, seen.absences(always), seen.numbers, seen.forwardings]).toEqual([
    null,
    [],
    [],
    [],
  ]);
  expect(seen.subjects).toEqual([]);
});

test('who stood in for somebody who has left is still there, as the next to ask (P4)', () => {
  const seen = see(viewer('OPERATOR'), { ...full, leftAt: inMinutes(-60) });
  expect(seen.standIns().map(({ displayName }) => displayName)).toEqual([other.displayName]);
  const reach = seen.reachability('EXTERNAL');
  expect(reach?.alternatives.map(({ entry }) => entry.displayName)).toEqual([other.displayName]);
});

describe('where a thing is shown and its fields are not', () => {
  test('an absence is that somebody is absent', () => {
    const bare = {
      id: 'absence',
      reason: null,
      publicReason: 'ABSENT',
      startsAt: null,
      phoneRings: null,
      cover: null,
      note: null,
      recurrence: null,
      referral: null,
      reasonLabel: expect.any(Function),
      source: null,
      version: null,
    };
    const ends = { endsAt: inMinutes(60), endsAtPrecision: 'EXACT' };
    const never = { endsAt: null, endsAtPrecision: 'UNKNOWN' };
    expect(see(absenceReader, full).currentAbsence).toEqual({ ...bare, ...ends });
    expect(see(absenceReader, restricted).currentAbsence).toEqual({ ...bare, ...never });
  });

  test('P21: what its reason is called is what may be said of it', () => {
    const labels = { MEETING: { SV: 'Sammanträde', EN: 'Sitting' } };
    const called = (who: Viewer) =>
      see(who, { ...full, reasonLabels: labels }).currentAbsence?.reasonLabel('SV');
    expect([colleague, elsewhere, absenceReader].map(called)).toEqual([
      'Sammanträde',
      'Upptagen',
      'Ej anträffbar',
    ]);
  });

  test('P22: presence is busy or not', () => {
    const shown = {
      availability: 'BUSY',
      activity: null,
      signedIn: null,
      lines: [],
      freshness: 'LIVE',
    };
    expect(see(colleague, full).presence).toEqual(shown);
    // Of a mobile that a colleague may not know, not even that.
    const secret: Person = {
      ...full,
      numbers: [direct, { ...mobile, audience: 'OPERATORS_ONLY' }],
      lines: [{ kind: 'MOBILE', status: 'IN_CALL', expiresAt: inMinutes(5) }],
    };
    expect(see(colleague, secret).presence?.availability).not.toBe('BUSY');
    expect(see(viewer('OPERATOR'), secret).presence?.availability).toBe('BUSY');
  });

  test('what keeps somebody away is told to those who may know why, and to others that something does', () => {
    const lunch = { ...full, lines: [], sessions: [session('AWAY', 'LUNCH')] };
    const doing = (who: Viewer) => see(who, lunch).presence?.activity;
    expect([viewer('OPERATOR'), viewer('TECHNICIAN')].map(doing)).toEqual(['LUNCH', 'OTHER']);
  });

  test('P20: numbers have no mobile one among them, and no marks', () => {
    const marks = { audience: null, source: null, greeting: null, mayTellCaller: null };
    const [number, ...more] = see(viewer('INTEGRATION_KEY', own), full).numbers;
    expect([number, more]).toEqual([expect.objectContaining({ kind: 'DIRECT', ...marks }), []]);
    expect(see(viewer('OPERATOR'), full).numbers).toHaveLength([direct, mobile].length);
  });

  test("of somebody RESTRICTED colleagues get the switchboard's, and operators ask", () => {
    const kinds = (who: Viewer) => see(who, restricted).numbers.map(({ kind }) => kind);
    expect([kinds(colleague), kinds(viewer('OPERATOR'))]).toEqual([['SWITCHBOARD'], []]);
  });

  test('the target of a forwarding is that there is a number', () => {
    const [first] = see(viewer('TECHNICIAN'), restricted).forwardings;
    expect(first?.target).toEqual({ kind: 'NUMBER', entry: null, number: null });
  });
});

describe('whether a call can be put through is told without what is not shown', () => {
  const reach = (who: Viewer, one: Person) => see(who, one).reachability('EXTERNAL');

  test('of somebody RESTRICTED a colleague gets no reason, no end and no stand-in', () => {
    expect(reach(colleague, restricted)).toMatchObject({
      reason: 'ABSENT',
      backAt: null,
      backAtPrecision: 'UNKNOWN',
      alternatives: [],
      phrase: null,
      trace: null,
    });
  });

  test.each<[string, Partial<Person>]>([
    ['that a line is busy', {}],
    [
      'of a wish not to be disturbed',
      { lines: [], sessions: [session('DO_NOT_DISTURB', 'IN_MEETING')] },
    ],
  ])('who sees no presence is not told %s', (_, different) => {
    const present = { ...full, absences: [], forwardings: [], standIns: [], ...different };
    expect(reach(colleague, present)?.verdict).not.toBe('CONNECT');
    expect(reach(elsewhere, present)?.verdict).toBe('CONNECT');
  });

  test('who sees the absence in force only is told when that one ends', () => {
    const next = absence({ startsAt: inMinutes(60), endsAt: inMinutes(120) });
    const planned = { ...full, absences: [absence(), next], forwardings: [] };
    expect(reach(viewer('OPERATOR'), planned)?.backAt).toEqual(inMinutes(120));
    expect(reach(colleague, planned)?.backAt).toEqual(inMinutes(60));
  });

  test('who knows no mail address is not told where to write', () => {
    expect(reach(viewer('OPERATOR'), full)?.messageTo?.email).toBe(full.email);
    expect(reach(viewer('PHONE_SYSTEM_KEY'), full)?.messageTo).toBeNull();
  });

  test('who may not know where calls are sent is not connected there', () => {
    const outside = { kind: 'NUMBER', e164: '+46701740699' as E164 } as const;
    const forwardings = [forwarding({ target: outside })];
    const sent = { ...restricted, absences: [], lines: [], forwardings };
    const manager = { ...colleague, managed: new Set([unit.id]) };
    expect(reach(viewer('PHONE_SYSTEM_KEY'), sent)?.connectTo?.e164).toBe(outside.e164);
    expect(reach(manager, sent)?.connectTo?.kind).toBe('SWITCHBOARD');
  });
});
