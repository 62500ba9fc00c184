import { describe, expect, test } from '@jest/globals';
import {
  changedInput,
  contentOf,
  fieldsOf,
  type Typed,
} from '../../../../src/pages/console/absence-draft.js';
import type { CardAbsence } from '../../../../src/pages/console/entry.js';

/** 12.20 in Sweden, on a Monday in winter. */
const now = new Date('2026-11-30T11:20:00Z');
const empty: Typed = { until: '', from: '', referral: null };
const content = (some: Partial<Typed>) => contentOf({ ...empty, ...some }, now);

describe('what the fields of the absence panel say', () => {
  test('is from now and as usual where they are empty', () => {
    expect(content({})).toEqual({
      startsAt: null,
      endsAt: null,
      endsAtPrecision: 'EXACT',
      openEnded: false,
      referral: null,
    });
  });

  test('has an end on the day of the start', () => {
    const said = { startsAt: '2026-12-03T07:00:00.000Z', endsAt: '2026-12-03T11:00:00.000Z' };
    expect(content({ from: 'tors 8', until: '12' })).toMatchObject(said);
  });

  test('is nothing where a time is none, the end comes first, or nobody is chosen yet', () => {
    expect(content({ from: 'snart' })).toBe('badTime');
    expect(content({ until: '99' })).toBe('badTime');
    expect(content({ from: '3/12 8', until: '2/12' })).toBe('badOrder');
    expect(content({ referral: 'UNFINISHED' })).toBe('notChosen');
  });
});

const planned: CardAbsence = {
  id: 'a',
  version: '1',
  reason: 'MEETING',
  reasonLabel: 'Möte',
  publicReason: 'BUSY',
  startsAt: '2026-12-03T07:00:21.000Z',
  endsAt: '2026-12-03T11:00:42.000Z',
  endsAtPrecision: 'ABOUT',
  phoneRings: true,
  note: 'I nämnden',
  cover: 'VOICEMAIL',
  recurrence: null,
  referral: { kind: 'VOICEMAIL', entry: null, unit: null },
};
const change = (typed: Typed, reason: 'MEETING' | 'TRAVEL' = 'MEETING') => {
  const said = contentOf(typed, now);
  if (typeof said === 'string') throw new Error(said);
  return changedInput(planned, reason, typed, said);
};

describe('a planned absence that is changed', () => {
  test('stays as it was where nothing was touched, to the second', () => {
    expect(change({ ...fieldsOf(planned), referral: null })).toEqual({
      id: 'a',
      expectedVersion: '1',
      reason: 'MEETING',
      startsAt: planned.startsAt,
      endsAt: planned.endsAt,
      endsAtPrecision: 'ABOUT',
      openEnded: false,
      phoneRings: true,
      note: 'I nämnden',
      referral: { voicemail: true },
    });
  });

  test('has what was typed and chosen, and the custom of its new reason', () => {
    const typed: Typed = {
      from: '3/12 9',
      until: '',
      referral: { label: 'Ingen', input: null, hit: null },
    };
    expect(change(typed, 'TRAVEL')).toMatchObject({
      reason: 'TRAVEL',
      startsAt: '2026-12-03T08:00:00.000Z',
      endsAt: null,
      openEnded: false,
      phoneRings: null,
      referral: null,
    });
  });
});
