import { describe, expect, test } from '@jest/globals';
import type { PersonId, UnitId } from '../../../src/kernel/ids.js';
import { audiencesOf } from '../../../src/policy/audience.js';
import { grantCells, mayAppoint, mayChangeGrant } from '../../../src/policy/grants.js';
import { grantedRoles, type ProtectionLevel } from '../../../src/kernel/words.js';
import { hallsberg, laxa, viewer } from '../../support/people.js';

const grantee = (protectionLevel: ProtectionLevel) => ({
  id: 'p' as PersonId,
  municipality: hallsberg.code,
  unitId: 'u' as UnitId,
  managerId: 'boss' as PersonId,
  protectionLevel,
});
const technician = viewer('TECHNICIAN');
const officer = viewer('OFFICER', { municipality: hallsberg.code });
const elsewhere = viewer('OFFICER', { municipality: laxa.code });
const may = (change: 'GRANT' | 'REVOKE', who: typeof officer, level: ProtectionLevel) =>
  grantedRoles.filter((role) => mayChangeGrant(who, change, role, grantee(level)));

describe('who grants and revokes', () => {
  test('technicians the roles of the switchboard, to people who are not PROTECTED', () => {
    expect(may('GRANT', technician, 'OPEN')).toEqual(['OPERATOR', 'TECHNICIAN']);
    expect(may('REVOKE', technician, 'RESTRICTED')).toEqual(['OPERATOR', 'TECHNICIAN']);
    expect(may('GRANT', technician, 'PROTECTED')).toEqual([]);
    expect(may('REVOKE', technician, 'PROTECTED')).toEqual([]);
  });

  test('officers those of their own municipality, and of somebody PROTECTED what nobody else can', () => {
    expect(may('GRANT', officer, 'OPEN')).toEqual(['OFFICER', 'AUDITOR']);
    expect(may('GRANT', officer, 'PROTECTED')).toEqual(['OPERATOR', 'OFFICER', 'AUDITOR']);
    expect(may('REVOKE', officer, 'PROTECTED')).toEqual([...grantedRoles]);
    expect(may('GRANT', elsewhere, 'OPEN')).toEqual([]);
    expect(may('REVOKE', elsewhere, 'PROTECTED')).toEqual([]);
  });

  test('nobody their own', () => {
    const self = { personId: 'p' as PersonId };
    expect(may('GRANT', { ...technician, ...self }, 'OPEN')).toEqual([]);
    expect(may('REVOKE', { ...officer, ...self }, 'PROTECTED')).toEqual([]);
  });
});

test('technicians list the roles of the switchboard everywhere, officers and auditors all of their own', () => {
  const codes = [hallsberg.code, laxa.code];
  expect(grantCells(technician, codes)).toEqual([
    'OPERATOR:1861',
    'TECHNICIAN:1861',
    'OPERATOR:1860',
    'TECHNICIAN:1860',
  ]);
  const own = ['OPERATOR:1860', 'TECHNICIAN:1860', 'OFFICER:1860', 'AUDITOR:1860'];
  expect(grantCells(elsewhere, codes)).toEqual(own);
  expect(grantCells(viewer('AUDITOR', { municipality: laxa.code }), codes)).toEqual(own);
  expect(grantCells(viewer('OPERATOR'), codes)).toEqual([]);
});

test('P11, P12: managers appoint the telefonansvariga of their units, technicians managers too', () => {
  const unit = { id: 'u' as UnitId, municipality: hallsberg.code };
  const manager = viewer('EMPLOYEE', { municipality: hallsberg.code, managed: new Set([unit.id]) });
  const responsible = { ...manager, managed: new Set<UnitId>(), answeredFor: new Set([unit.id]) };
  expect(mayAppoint(technician, 'MANAGER', unit)).toBe(true);
  expect(mayAppoint(manager, 'MANAGER', unit)).toBe(false);
  expect(mayAppoint(manager, 'PHONE_RESPONSIBLE', unit)).toBe(true);
  expect(mayAppoint(responsible, 'PHONE_RESPONSIBLE', unit)).toBe(false);
  expect(mayAppoint(officer, 'PHONE_RESPONSIBLE', unit)).toBe(false);
});

test('whom the directory names is manager of that person, and not of herself', () => {
  const boss = viewer('EMPLOYEE', { municipality: hallsberg.code, personId: 'boss' as PersonId });
  expect(audiencesOf(boss, grantee('OPEN'))).toEqual(['MANAGER', 'COLLEAGUE']);
  const own = { ...grantee('OPEN'), id: 'boss' as PersonId };
  expect(audiencesOf(boss, own)).toEqual(['SELF', 'COLLEAGUE']);
  const nobody = { ...grantee('OPEN'), managerId: null };
  expect(audiencesOf(viewer('EMPLOYEE'), nobody)).toEqual(['COLLEAGUE_ELSEWHERE']);
});
