import { describe, expect, test } from '@jest/globals';
import type { MunicipalityCode } from '../../../src/kernel/ids.js';
import { noRelations, type Viewer } from '../../../src/kernel/viewer.js';
import type { Role } from '../../../src/kernel/words.js';
import { Spending } from '../../../src/web/door/spending.js';
import { TestClock } from '../../support/clock.js';

const allowances = { people: 100, operators: 900, systems: 300, lookups: 60, signIns: 4 };

function start() {
  const clock = new TestClock();
  return { clock, spending: new Spending(clock, { allowances }) };
}

function viewer(actor: string, ...roles: Role[]): Viewer {
  const municipality = '1861' as MunicipalityCode;
  return { roles, municipality, personId: null, scopes: [], actor, ...noRelations };
}
const employee = viewer('token:a', 'EMPLOYEE');
const lookups = (count: number) => ({ cost: count, lookups: count });
const points = (cost: number) => ({ cost, lookups: 0 });

describe('what an identity may ask for in a minute', () => {
  test.each<[string, Viewer, number]>([
    ['a person', employee, 100],
    ['an operator with a token', viewer('token:b', 'EMPLOYEE', 'OPERATOR'), 900],
    ['the key of a switchboard', viewer('key:c', 'OPERATOR'), 900],
    ['the telephone system', viewer('key:d', 'PHONE_SYSTEM_KEY'), 300],
    ['a technician with a key', viewer('key:e', 'TECHNICIAN'), 300],
    ['an intranet', viewer('key:f', 'INTRANET_KEY'), 300],
  ])('is for %s what the figures say, and not one point more', (_, who, size) => {
    const { spending } = start();
    expect(spending.remaining(who)).toBe(size);
    expect(spending.charge(who, points(size))).toBeNull();
    expect(spending.remaining(who)).toBe(0);
    expect(spending.charge(who, points(1))).toBe(1);
  });

  test('is each identity’s own', () => {
    const { spending } = start();
    expect(spending.charge(employee, points(100))).toBeNull();
    expect(spending.charge(viewer('token:z', 'EMPLOYEE'), points(100))).toBeNull();
  });

  test('is filled evenly, and whoever waits as told may go on', () => {
    const { clock, spending } = start();
    spending.charge(employee, points(100));
    const wait = spending.charge(employee, points(50));
    expect(wait).toBe(30);
    clock.advance(29);
    expect(spending.charge(employee, points(50))).toBe(1);
    clock.advance(1);
    expect(spending.charge(employee, points(50))).toBeNull();
    clock.advance(3_600);
    expect(spending.remaining(employee)).toBe(100);
  });

  test('what is refused costs nothing, and nothing that was paid comes back', () => {
    const { spending } = start();
    expect(spending.charge(employee, points(60))).toBeNull();
    expect(spending.charge(employee, points(60))).toBe(12);
    expect(spending.remaining(employee)).toBe(40);
  });

  test('a clock that is set back gives nothing', () => {
    const { clock, spending } = start();
    spending.charge(employee, points(100));
    clock.advance(-3_600);
    expect(spending.charge(employee, points(1))).toBe(1);
    clock.advance(59);
    expect(spending.charge(employee, points(100))).toBe(1);
    clock.advance(1);
    expect(spending.charge(employee, points(100))).toBeNull();
  });

  test('ten thousand identities are remembered, and not more', () => {
    const { spending } = start();
    spending.charge(employee, points(100));
    for (let i = 0; i < 9_999; i += 1) spending.charge(viewer(`token:${i}`), points(1));
    expect(spending.remaining(employee)).toBe(0);
    spending.charge(viewer('token:last'), points(1));
    expect(spending.remaining(employee)).toBe(100);
  });
});

describe('numbers that are looked up', () => {
  test('are 60 a minute for an employee, in one operation or in many', () => {
    const { clock, spending } = start();
    for (let i = 0; i < 4; i += 1) expect(spending.charge(employee, lookups(15))).toBeNull();
    expect(spending.charge(employee, lookups(1))).toBe(1);
    expect(spending.charge(employee, points(1))).toBeNull();
    clock.advance(1);
    expect(spending.charge(employee, lookups(1))).toBeNull();
  });

  test.each<[Viewer]>([
    [viewer('token:o', 'EMPLOYEE', 'OPERATOR')],
    [viewer('token:t', 'EMPLOYEE', 'TECHNICIAN')],
    [viewer('key:p', 'PHONE_SYSTEM_KEY')],
  ])('are not counted for those who serve callers', (who) => {
    const { spending } = start();
    for (let i = 0; i < 5; i += 1) expect(spending.charge(who, lookups(15))).toBeNull();
  });
});

describe('whoever is not known yet', () => {
  test('has so many steps of signing in a minute, by the network that asks', () => {
    const { clock, spending } = start();
    for (let step = 0; step < 4; step += 1) expect(spending.chargeVisit('192.0.2.1')).toBeNull();
    expect(spending.chargeVisit('::ffff:192.0.2.1')).toBe(15);
    expect(spending.chargeVisit('192.0.2.2')).toBeNull();
    clock.advance(15);
    expect(spending.chargeVisit('192.0.2.1')).toBeNull();
  });

  test('has them together with every other address of the same home', () => {
    const { spending } = start();
    for (const end of ['1', '2', 'aaaa:1', '9:8:7:6'])
      expect(
        spending.chargeVisit(`2001:db8:0:0:${'0:'.repeat(4 - end.split(':').length)}${end}`),
      ).toBeNull();
    expect(spending.chargeVisit('2001:db8::7:7')).toBe(15);
    expect(spending.chargeVisit('2001:db8:0:1::7')).toBeNull();
  });
});
