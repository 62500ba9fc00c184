import { describe, expect, test } from '@jest/globals';
import type { DirectoryConfig } from '../../../src/config/directories-file.js';
import type { DirectorySession } from '../../../src/ldap/directory-session.js';
import { unitsFromAttributes } from '../../../src/ldap/entry-to-unit.js';
import { readMarks } from '../../../src/ldap/marks.js';
import { directoryConfig, rawEntry } from '../../support/raw-entry.js';

const base = 'ou=Personal,dc=hallsberg,dc=test';
const group = 'cn=Skyddade,ou=Grupper,dc=hallsberg,dc=test';

/** A session in which the groups have these members. */
function sessionWith(members: Readonly<Record<string, readonly string[]>>): DirectorySession {
  const known = async (dn: string) => {
    const list = members[dn];
    if (list === undefined) throw new Error('There is no such group.');
    return list;
  };
  return { members: known } as unknown as DirectorySession;
}

async function levelIn(different: Partial<DirectoryConfig>, dn: string, session = sessionWith({})) {
  const marks = await readMarks(session, { ...directoryConfig(), ...different });
  return marks.of(rawEntry(dn, { cn: 'a' }));
}

describe('an entry is marked', () => {
  const units = {
    confidentialUnits: [{ dn: `OU=Skyddat boende,${base}`, level: 'RESTRICTED' as const }],
  };

  test('by the unit that it lies in, at whatever depth and however it is written, and not by its neighbours', async () => {
    const inside = `uid=a,ou=Natt,ou=skyddat boende, ${base}`;
    expect(await levelIn(units, inside)).toEqual({ level: 'RESTRICTED', marks: ['unit 1'] });
    const beside = `uid=a,ou=Inte skyddat boende,${base}`;
    expect(await levelIn(units, beside)).toEqual({ level: 'OPEN', marks: [] });
  });

  test('by the group that it is in', async () => {
    const groups = { confidentialGroups: [{ dn: group, level: 'PROTECTED' as const }] };
    const session = sessionWith({ [group]: [`UID=Anna, ${base}`] });
    expect(await levelIn(groups, `uid=anna,${base}`, session)).toEqual({
      level: 'PROTECTED',
      marks: ['group 1'],
    });
    expect(await levelIn(groups, `uid=bo,${base}`, session)).toEqual({ level: 'OPEN', marks: [] });
  });

  test('and nobody is read when a group cannot be', async () => {
    const groups = { confidentialGroups: [{ dn: group, level: 'PROTECTED' as const }] };
    await expect(levelIn(groups, `uid=anna,${base}`)).rejects.toThrow('no such group');
  });

  test('by the highest of several marks', async () => {
    const both = {
      ...units,
      confidentialGroups: [{ dn: group, level: 'PROTECTED' as const }],
    };
    const dn = `uid=anna,ou=Skyddat boende,${base}`;
    expect(await levelIn(both, dn, sessionWith({ [group]: [dn] }))).toEqual({
      level: 'PROTECTED',
      marks: ['group 1', 'unit 1'],
    });
  });
});

describe('units that the attributes of people name', () => {
  const units = { attributes: ['company', 'department'] };

  test('are a line of units, the topmost first, the same however they are capitalised', () => {
    const entry = rawEntry('cn=a', { company: 'Vård och omsorg', department: 'Hemtjänst' });
    const [top, unit] = unitsFromAttributes(entry, units);
    expect(top).toMatchObject({ key: null, name: 'Vård och omsorg', parentDn: null });
    expect(unit).toMatchObject({ key: null, name: 'Hemtjänst', parentDn: top?.dn });
    const other = rawEntry('cn=b', { company: 'VÅRD OCH OMSORG', department: 'hemtjänst' });
    expect(unitsFromAttributes(other, units)[1]?.dn).toBe(unit?.dn);
  });

  test('with one name below two others are two units, and an empty one is left out', () => {
    const line = (company: string) =>
      unitsFromAttributes(rawEntry('cn=a', { company, department: 'Kansli' }), units).at(-1)?.dn;
    expect(line('Vård')).not.toBe(line('Skola'));
    expect(unitsFromAttributes(rawEntry('cn=a', { department: 'Kansli' }), units)).toHaveLength(1);
  });

  test('are none where the directory has entries for them', () => {
    const entry = rawEntry('cn=a', { company: 'Vård' });
    expect(unitsFromAttributes(entry, directoryConfig().units)).toEqual([]);
  });
});
