import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { fixedDirectory } from './directory.js';
import type { StaffEntry, UnitEntry } from './directory/facts.js';
import { titlesOf } from './directory/titles.js';

const { people, functions, units, answerGroups, subjects } = fixedDirectory;
const staff: readonly StaffEntry[] = [...people, ...functions];
const keys = new Set([...staff, ...units].map(({ key }) => key));

test('it is 5,000 people of three municipalities, with a name of its own for every entry', () => {
  expect(people).toHaveLength(5_000);
  expect(functions.length).toBeGreaterThan(100);
  expect(keys.size).toBe(staff.length + units.length);
  for (const place of ['askersund', 'hallsberg', 'laxa'])
    expect(units.filter((unit) => unit.place === place).length).toBeGreaterThan(50);
});

test('it is always the same: judgements about another directory would be void', () => {
  const text = JSON.stringify([people, functions, units, [...answerGroups], subjects]);
  expect(createHash('sha256').update(text).digest('hex')).toBe(
    '27ff228eba05cee021967d12064244ddc6caf803e8ce217a0b009c8a4da08619',
  );
});

test('every number is fictional: the subscriber part begins with 0, or the regulator has set it aside', () => {
  const allowed = /^\+46(?:58[234]00\d{4}|7017406(?:0[5-9]|[1-9]\d)|8465004\d\d)$/;
  const numbers = staff.flatMap((entry) => entry.numbers).flatMap(({ e164 }) => e164 ?? []);
  expect(numbers.length).toBeGreaterThan(4_000);
  expect(numbers.filter((number) => !allowed.test(number))).toEqual([]);
});

test('every number, extension, employee id and mail address has one holder, and mail goes nowhere', () => {
  const of = (values: (entry: StaffEntry) => readonly (string | null)[]) =>
    staff.flatMap(values).filter((value) => value !== null);
  for (const values of [
    of(({ numbers }) => numbers.map(({ e164 }) => e164)),
    of(({ numbers }) => numbers.map(({ extension }) => extension)),
    of(({ employeeId }) => [employeeId]),
    of(({ email }) => [email]),
  ])
    expect(new Set(values).size).toBe(values.length);
  const mail = /^[a-z0-9.-]+@(?:askersund|hallsberg|laxa)\.test$/;
  expect(staff.filter(({ email }) => !mail.test(email))).toEqual([]);
});

test('every unit has people and one who leads it, and everything that is named is there', () => {
  const led = ({ key, kind }: UnitEntry) =>
    people.filter(({ unit, title }) => unit === key && title === titlesOf(kind).head).length;
  expect(units.filter((unit) => led(unit) !== 1)).toEqual([]);
  const alone = units.filter(({ key }) => people.filter(({ unit }) => unit === key).length < 2);
  expect(alone).toEqual([]);
  const named = [
    ...staff.map(({ unit }) => unit),
    ...units.flatMap(({ parent }) => parent ?? []),
    ...[...answerGroups].flat(2),
    ...subjects.flatMap((subject) => subject.keys),
  ];
  expect(named.filter((key) => !keys.has(key))).toEqual([]);
});

test('names are as common as in Sweden: the ten commonest surnames are a fifth of everybody', () => {
  const counts = new Map<string, number>();
  for (const { familyName } of people)
    counts.set(familyName ?? '', (counts.get(familyName ?? '') ?? 0) + 1);
  const [commonest = 0, ...others] = [...counts.values()].toSorted((a, b) => b - a);
  expect(commonest).toBeGreaterThan(100);
  expect(commonest).toBeLessThan(200);
  const ten = others.slice(0, 9).reduce((sum, count) => sum + count, commonest);
  expect(ten / people.length).toBeGreaterThan(0.15);
  expect(ten / people.length).toBeLessThan(0.25);
  expect(counts.size).toBeGreaterThan(400);
});
