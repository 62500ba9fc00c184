import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parseLdif, type LdifEntry } from '../../../src/demo/ldif.js';

const municipalities = [
  { name: 'askersund', areaCode: '583', key: 'objectGUID', service: /^CN=svc-/ },
  { name: 'hallsberg', areaCode: '582', key: 'entryUUID', service: /^uid=svc-/ },
  { name: 'laxa', areaCode: '584', key: 'entryUUID', service: /^uid=svc-/ },
];
const numberAttributes = ['telephoneNumber', 'otherTelephone', 'mobile', 'ipPhone'];

function staffOf(name: string): { text: string; entries: readonly LdifEntry[] } {
  const file = new URL(`../../../src/demo/staff/${name}.ldif`, import.meta.url);
  const text = readFileSync(file, 'utf8');
  return { text, entries: parseLdif(text) };
}

function textsOf(entry: LdifEntry, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => entry.attributes.get(name) ?? []).map((value) => value.toString());
}

describe.each(municipalities)('the staff of $name', ({ name, areaCode, key, service }) => {
  const { text, entries } = staffOf(name);

  test('is said to be invented', () => {
    expect(text.split('\n')[0]).toMatch(/^# Everybody in this file is invented/);
  });

  test('has a key for each entry, and no key twice', () => {
    const keys = entries.map((entry) => entry.attributes.get(key)?.[0]?.toString('hex'));
    expect(keys).not.toContain(undefined);
    expect(new Set(keys).size).toBe(entries.length);
  });

  test('has only numbers that reach nobody', () => {
    const never = new RegExp(
      `^(?:(?:0|(?:\\+|00)46)${areaCode}00\\d{4}|(?:0|(?:\\+|00)46)70174(?:060[5-9]|06[1-9]\\d)|00\\d{4}|\\d{4})$`,
    );
    const written = entries
      .flatMap((entry) => textsOf(entry, numberAttributes))
      .flatMap((value) => value.split(/,|ankn/))
      .filter((value) => /\d/.test(value))
      .map((value) => value.replace('(0)', '').replace(/tel:|[\s()/-]/g, ''));
    expect(written.length).toBeGreaterThan(30);
    expect(written.filter((number) => !never.test(number))).toEqual([]);
  });

  test('holds mail addresses of its own test domain only', () => {
    const domains = entries
      .flatMap((entry) => textsOf(entry, ['mail']))
      .map((m) => m.split('@')[1]);
    expect(new Set(domains)).toEqual(new Set([`${name}.test`]));
  });

  test('has service accounts that are nobody', () => {
    const services = entries.filter((entry) => service.test(entry.dn));
    expect(services).toHaveLength(2);
    const marks = ['employeeID', 'employeeNumber', 'employeeType', 'extensionAttribute2'];
    expect(services.flatMap((entry) => textsOf(entry, marks))).toEqual([]);
  });
});

test('no mobile number has two holders', () => {
  const mobiles = municipalities
    .flatMap(({ name }) => staffOf(name).entries)
    .flatMap((entry) => textsOf(entry, ['mobile']))
    .map((value) => value.replace(/\D/g, '').slice(-4));
  expect(mobiles.length).toBeGreaterThan(40);
  expect(new Set(mobiles).size).toBe(mobiles.length);
});
