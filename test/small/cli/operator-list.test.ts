import { describe, expect, test } from '@jest/globals';
import { listHead, listLine } from '../../../src/cli/operator-list.js';
import type { Absence } from '../../../src/staff/absence.js';
import type { Person } from '../../../src/staff/person.js';
import type { E164, Extension } from '../../../src/staff/phone-number.js';
import type { SourceView } from '../../../src/view/sources.view.js';
import { seePerson } from '../../../src/view/see-person.js';
import { readCsv } from '../../support/csv.js';
import {
  absence,
  direct,
  inMinutes,
  mobile,
  now,
  person,
  unit,
  viewer,
} from '../../support/people.js';

function cellsOf(who: Person, ...others: readonly Person[]): readonly string[] {
  const sight = {
    viewer: viewer('OPERATOR'),
    now,
    managersRead: false,
    internalSeries: [],
    others: new Map(others.map((p) => [p.id, p])),
  };
  const [row = []] = readCsv(listLine(seePerson(who, sight)));
  return row;
}

describe('the line of a person', () => {
  test('names municipality, person, title, the whole path of the unit, and each number with its mark', () => {
    const care = unit('Hemtjänst', { parent: unit('Vård; omsorg') });
    expect(cellsOf(person('Åsa Öberg', { unit: care }))).toEqual([
      'Hallsberg',
      'Åsa Öberg',
      'Handläggare',
      'Vård; omsorg / Hemtjänst',
      '0582-00 12 34',
      '',
      '070-174 06 05',
      'direkt ja, mobil nej',
      '',
      '',
    ]);
  });

  test('has every number, and an answer for each in the order of the columns', () => {
    const numbers = [
      mobile,
      { ...direct, extension: '1234' as Extension },
      { ...direct, e164: '+4722123456' as E164, mayTellCaller: false },
      { ...direct, e164: null, extension: '5678' as Extension },
    ];
    expect(cellsOf(person('Anna', { numbers })).slice(4, 8)).toEqual([
      '0582-00 12 34, 0047-22 12 34 56',
      '1234, 5678',
      '070-174 06 05',
      'direkt ja, direkt nej, anknytning ja, mobil nej',
    ]);
  });

  test('of a RESTRICTED person holds no number', () => {
    const absences = [absence({ note: 'ring inte' })];
    const restricted = person('Anna', { protectionLevel: 'RESTRICTED', absences });
    expect(cellsOf(restricted).slice(4)).toEqual([
      '',
      '',
      '',
      '',
      'upptagen, åter 2026-11-24 kl. 11',
      '',
    ]);
  });
});

describe('P23: an absence is told as to a caller, with the date and without its note', () => {
  test.each<[Partial<Absence>, string]>([
    [{ reason: 'LUNCH' }, 'inte på plats just nu, åter 2026-11-24 kl. 11'],
    [{ endsAtPrecision: 'ABOUT' }, 'upptagen, åter omkring 2026-11-24 kl. 11'],
    [
      { reason: 'VACATION', endsAt: inMinutes(20_000), endsAtPrecision: 'DAY' },
      'ej anträffbar, åter 2026-12-08',
    ],
    [{ reason: 'OTHER', endsAt: null }, 'ej anträffbar, okänt när åter'],
    [{ reason: 'LEAVE', endsAtPrecision: 'UNKNOWN' }, 'ej anträffbar, okänt när åter'],
    [
      { reason: 'REMOTE_WORK', phoneRings: true },
      'inte på plats (telefonen ringer), åter 2026-11-24 kl. 11',
    ],
    [{ startsAt: inMinutes(1) }, ''],
  ])('%j: %s', (different, told) => {
    const absences = [absence({ note: 'hemligt', ...different })];
    const cells = cellsOf(person('Anna', { absences }));
    expect(cells[8]).toBe(told);
    expect(cells.join()).not.toContain('hemligt');
  });
});

describe('a stand-in', () => {
  const bo = person('Bo', { numbers: [mobile, direct] });
  const away = person('Anna', {
    absences: [absence({ referral: { kind: 'PERSON', personId: bo.id } })],
  });

  test('is named with a number of the desk', () => {
    expect(cellsOf(away, bo)[9]).toBe('Bo, 0582-00 12 34');
    const short = { ...direct, e164: null, extension: '5678' as Extension };
    expect(cellsOf(away, { ...bo, numbers: [short] })[9]).toBe('Bo, 5678');
    expect(cellsOf(away, { ...bo, numbers: [mobile] })[9]).toBe('Bo');
  });

  test('is named without a number when RESTRICTED, and not at all when out of reach', () => {
    expect(cellsOf(away, { ...bo, protectionLevel: 'RESTRICTED' })[9]).toBe('Bo');
    expect(cellsOf(away)[9]).toBe('');
  });
});

test('P7: the head says what it is, of which instant, and how old the facts of each directory are', () => {
  const read = inMinutes(-10);
  const directory = { kind: 'LDAP', lastReportAt: null } as const;
  const sources: SourceView[] = [
    { ...directory, name: 'hallsberg', lastCompleteAt: read, freshness: 'LIVE' },
    { ...directory, name: 'skolan', lastCompleteAt: inMinutes(-6000), freshness: 'STALE' },
    { ...directory, name: 'ny', lastCompleteAt: null, freshness: 'UNKNOWN' },
  ];
  const head = listHead(now, [
    { name: 'Hallsberg', sources },
    { name: 'Laxå', sources: [] },
  ]);
  expect(head.startsWith('\ufeff')).toBe(true);
  const rows = readCsv(head.slice(1));
  expect(rows.map(([first]) => first)).toEqual([
    'Ett samtal: lista för växeln',
    'Innehåller sekretess: lämna inte ut',
    'Skriven 2026-11-24 kl. 10, svensk tid',
    'Hallsberg: katalogen hallsberg läst 2026-11-24 kl. 9.50',
    'Hallsberg: katalogen skolan läst 2026-11-20 kl. 6: gamla uppgifter',
    'Hallsberg: katalogen ny har aldrig lästs',
    'Laxå: ingen katalog',
    '',
    'Kommun',
  ]);
  expect(rows.at(-1)?.join('; ')).toBe(
    'Kommun; Namn; Titel; Enhet; Direktnummer; Anknytning; Mobil; Får lämnas ut; Frånvarande till; Hänvisning',
  );
  // A strict reader wants as many cells in every line.
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([10]));
});
