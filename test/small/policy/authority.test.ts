import { expect, test } from '@jest/globals';
import { protectionLevels, roles } from '../../../src/kernel/words.js';
import { auditOf, may, officeOf, risesOf, type Action } from '../../../src/policy/authority.js';
import { columnViewers, subject } from '../../support/matrix/table.js';
import { hallsberg, viewer } from '../../support/people.js';

test("rises are for officers, and their own municipality's only", () => {
  const theirs = roles.map((role) => risesOf(viewer(role, { municipality: hallsberg.code })));
  expect(theirs.filter((code) => code !== null)).toEqual([hallsberg.code]);
  expect(risesOf(viewer('OFFICER', { municipality: hallsberg.code }))).toBe(hallsberg.code);
  expect(risesOf(viewer('OFFICER'))).toBeNull();
});

test("the record is for auditors, and their own municipality's only", () => {
  const theirs = roles.map((role) => auditOf(viewer(role, { municipality: hallsberg.code })));
  expect(theirs.filter((code) => code !== null)).toEqual([hallsberg.code]);
  expect(auditOf(viewer('AUDITOR', { municipality: hallsberg.code }))).toBe(hallsberg.code);
  expect(officeOf(viewer('OFFICER', { municipality: hallsberg.code }))).toBe(hallsberg.code);
  expect(officeOf(viewer('AUDITOR', { municipality: hallsberg.code }))).toBeNull();
});

const unit = ['manager', 'telefonansvarig'];
const operators = ['operator', 'employee own and operator'];
const technicians = ['technician', 'employee own and technician'];
const officers = ['officer own'];

test.each<[Action, readonly string[], readonly string[]]>([
  ['setAbsence', ['self', ...unit, ...operators], ['self']],
  ['setForwarding', ['self', ...unit, ...operators, ...technicians], ['self']],
  ['setNumbers', [...unit, ...technicians], []],
  ['setPresence', ['self'], ['self']],
  ['setSubjectWords', ['self', ...unit, ...technicians], ['self']],
  ['setProtection', officers, officers],
  ['setPresentation', [], ['self', ...officers]],
  ['nameViewer', [], officers],
])('P15, P17: %s is for those who may, of each level', (action, open, hidden) => {
  for (const protectionLevel of protectionLevels) {
    const one = { ...subject, protectionLevel, aliasCard: false };
    const allowed = Object.entries(columnViewers).filter(([, who]) => may(who, action, one));
    const expected = protectionLevel === 'PROTECTED' ? hidden : open;
    expect(allowed.map(([name]) => name).toSorted()).toEqual(expected.toSorted());
  }
});
