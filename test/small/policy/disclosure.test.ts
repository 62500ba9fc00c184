import { describe, expect, test } from '@jest/globals';
import type { PersonId, UnitId } from '../../../src/kernel/ids.js';
import type { Viewer } from '../../../src/kernel/viewer.js';
import { roles, type ProtectionLevel } from '../../../src/kernel/words.js';
import { audiencesOf } from '../../../src/policy/audience.js';
import { disclosure, existence, mobileRules } from '../../../src/policy/disclosure.js';
import { allows } from '../../../src/policy/rule.js';
import { may } from '../../../src/policy/authority.js';
import { listReachOf, reachOf } from '../../../src/policy/reach.js';
import { hallsberg, laxa, person, viewer } from '../../support/people.js';

const employee = viewer('EMPLOYEE', { municipality: hallsberg.code });
const elsewhere = viewer('EMPLOYEE', { municipality: laxa.code });
const officer: Viewer = { ...employee, roles: ['EMPLOYEE', 'OFFICER'] };
const intranet = viewer('INTRANET_KEY', { municipality: hallsberg.code });
const integration = viewer('INTEGRATION_KEY', { municipality: hallsberg.code });
const withMobiles: Viewer = { ...integration, scopes: ['NUMBERS_MOBILE'] };
const operator = viewer('OPERATOR');
const technician = viewer('TECHNICIAN');
const phoneSystem = viewer('PHONE_SYSTEM_KEY', { scopes: ['LINE_WRITE'] });
const unitId = 'u' as UnitId;
const subject = { id: 'p' as PersonId, municipality: hallsberg.code, unitId, managerId: null };
const manager: Viewer = { ...employee, managed: new Set([unitId]) };
const responsible: Viewer = { ...employee, answeredFor: new Set([unitId]) };
const auditor = viewer('AUDITOR', { municipality: hallsberg.code });
const named: Viewer = { ...elsewhere, named: new Set([subject.id]) };

describe('P20: a mobile number', () => {
  const sees = (who: Viewer, audience: keyof typeof mobileRules, level: ProtectionLevel = 'OPEN') =>
    allows(mobileRules[audience], level, audiencesOf(who, subject));

  test.each<[string, Viewer, boolean, boolean, boolean]>([
    ['an operator', operator, true, true, true],
    ['a technician', technician, true, true, true],
    ['the telephone system', phoneSystem, true, true, true],
    ['a manager of the unit', manager, true, true, true],
    ['its telefonansvarig', responsible, true, true, true],
    ['an auditor', auditor, false, false, false],
    ['a colleague', employee, false, true, true],
    ['a colleague of another municipality', elsewhere, false, false, true],
    ["the municipality's intranet", intranet, false, true, true],
    ['an integration', integration, false, false, false],
    ['an integration with the scope', withMobiles, false, true, true],
  ])('%s', (_, who, operatorsOnly, own, cooperation) => {
    expect(sees(who, 'OPERATORS_ONLY')).toBe(operatorsOnly);
    expect(sees(who, 'OWN_MUNICIPALITY')).toBe(own);
    expect(sees(who, 'COOPERATION')).toBe(cooperation);
  });

  test('of a RESTRICTED person is for the telephone system only: everybody else asks for it', () => {
    const all = [operator, technician, phoneSystem, employee, elsewhere, manager, officer];
    expect(all.map((who) => sees(who, 'COOPERATION', 'RESTRICTED'))).toEqual([
      false,
      false,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('a PROTECTED person', () => {
  test('exists for the person and the officers of the own municipality, and for nobody else', () => {
    const others = roles.map((role) => viewer(role, { municipality: hallsberg.code }));
    const seeing = others.filter((who) =>
      allows(existence, 'PROTECTED', audiencesOf(who, subject)),
    );
    expect(seeing.map((who) => who.roles)).toEqual([['OFFICER']]);
    expect(allows(existence, 'PROTECTED', audiencesOf(named, subject))).toBe(true);
    expect(allows(existence, 'PROTECTED', audiencesOf(manager, subject))).toBe(false);
    const self = { ...employee, personId: subject.id };
    expect(allows(existence, 'PROTECTED', audiencesOf(self, subject))).toBe(true);
    const foreign: Viewer = { ...officer, municipality: laxa.code };
    expect(allows(existence, 'PROTECTED', audiencesOf(foreign, subject))).toBe(false);
  });

  test('shows no field to anybody for whom the person does not exist', () => {
    const leaks = Object.entries(disclosure).filter(([, rule]) =>
      rule.PROTECTED.some((audience) => !existence.PROTECTED.includes(audience)),
    );
    expect(leaks).toEqual([]);
  });

  test('is changed by nobody but the person, and protected by nobody but an officer', () => {
    const hidden = { ...subject, protectionLevel: 'PROTECTED' as const, aliasCard: false };
    const outsiders = [
      operator,
      technician,
      phoneSystem,
      employee,
      intranet,
      manager,
      responsible,
      named,
      auditor,
    ];
    for (const action of ['setAbsence', 'setForwarding', 'setNumbers', 'setProtection'] as const)
      expect(outsiders.filter((who) => may(who, action, hidden))).toEqual([]);
    expect(may({ ...employee, personId: subject.id }, 'setAbsence', hidden)).toBe(true);
    expect(may(officer, 'setProtection', hidden)).toBe(true);
  });
});

test('P22: nobody but those who put calls through sees lines, and colleagues see no call', () => {
  const sees = (field: 'Presence.lines' | 'Presence.activity') =>
    [operator, technician, phoneSystem, employee, elsewhere, intranet, integration].map((who) =>
      allows(disclosure[field], 'OPEN', audiencesOf(who, subject)),
    );
  expect(sees('Presence.lines')).toEqual([true, true, true, false, false, false, false]);
  expect(sees('Presence.activity')).toEqual([true, true, false, false, false, false, false]);
});

test('P17: an exact reason is for the own municipality and operators; others get the public form', () => {
  const sees = [operator, employee, elsewhere, intranet, phoneSystem, technician].map((who) =>
    allows(disclosure['Absence.reason'], 'OPEN', audiencesOf(who, subject)),
  );
  expect(sees).toEqual([true, true, false, false, false, false]);
});

describe('the reach that the store applies', () => {
  const codes = [hallsberg.code, laxa.code];

  test('lets out protected rows of the own municipality to an officer, and the own row to anybody', () => {
    expect(reachOf(officer, codes).people).toEqual([
      'OPEN:1861',
      'RESTRICTED:1861',
      'PROTECTED:1861',
      'OPEN:1860',
      'RESTRICTED:1860',
    ]);
    const self = { ...employee, personId: person('me').id };
    expect(reachOf(self, codes).known).toEqual(['me']);
    expect(reachOf(named, codes).known).toEqual([subject.id]);
    expect(reachOf(named, codes).people).not.toContain('PROTECTED:1861');
    expect(reachOf(self, codes).people).not.toContain('PROTECTED:1861');
  });

  test('finds nobody by what the viewer may not see', () => {
    expect(reachOf(integration, codes).findByEmail).toEqual([]);
    expect(reachOf(integration, codes).findByEmployeeId).toEqual([]);
    expect(reachOf(elsewhere, codes).findByEmployeeId).toEqual(['OPEN:1860', 'RESTRICTED:1860']);
    expect(reachOf(operator, codes).findByDirect).toEqual(['OPEN:1861', 'OPEN:1860']);
    expect(reachOf(elsewhere, codes).findByMobile).toEqual([
      'OWN_MUNICIPALITY:OPEN:1860',
      'COOPERATION:OPEN:1861',
      'COOPERATION:OPEN:1860',
    ]);
  });

  test('lets out who has left to operators and technicians only, and finds them by no number', () => {
    expect(reachOf(operator, codes).people).toContain('OPEN:1861:LEFT');
    expect(reachOf(technician, codes).people).toContain('OPEN:1861:LEFT');
    const left = (who: Viewer) =>
      Object.values(reachOf(who, codes))
        .flat()
        .filter((cell) => String(cell).endsWith('LEFT'));
    expect(left(operator)).toEqual(['OPEN:1861:LEFT', 'OPEN:1860:LEFT']);
    expect(
      [employee, elsewhere, officer, intranet, integration, phoneSystem].flatMap(left),
    ).toEqual([]);
  });

  test('P7: of a list holds nobody who has left', () => {
    const open = ['OPEN:1861', 'RESTRICTED:1861', 'OPEN:1860', 'RESTRICTED:1860'];
    expect(listReachOf(operator, codes).people).toEqual(open);
  });

  test('is empty for a viewer without a role', () => {
    const nobody: Viewer = { ...operator, roles: [] };
    expect(reachOf(nobody, codes).people).toEqual([]);
  });
});
