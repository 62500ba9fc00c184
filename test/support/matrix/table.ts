import type { PersonId, UnitId } from '../../../src/kernel/ids.js';
import type { Viewer } from '../../../src/kernel/viewer.js';
import { protectionLevels, type ProtectionLevel } from '../../../src/kernel/words.js';
import { audiencesOf, type Audience } from '../../../src/policy/audience.js';
import { disclosure, existenceOfLeavers, mobileRules } from '../../../src/policy/disclosure.js';
import { allows, type Rule } from '../../../src/policy/rule.js';
import { hallsberg, laxa, viewer } from '../people.js';
import type { Expectations } from './expectations.js';

const own = { municipality: hallsberg.code };
const other = { municipality: laxa.code };
/** An entry in Hallsberg, of a unit. */
export const subject = {
  id: 'p' as PersonId,
  municipality: hallsberg.code,
  unitId: 'u' as UnitId,
  managerId: null,
};
const employee = viewer('EMPLOYEE', own);
const employeeAnd = (role: Viewer['roles'][number], at = own): Viewer => ({
  ...viewer('EMPLOYEE', at),
  roles: ['EMPLOYEE', role],
});

/** The viewers of the columns of who-sees-what.csv as the policy knows them. */
export const columnViewers: Readonly<Record<string, Viewer>> = {
  self: { ...employee, personId: subject.id },
  named: { ...employee, named: new Set([subject.id]) },
  manager: { ...employee, managed: new Set([subject.unitId]) },
  telefonansvarig: { ...employee, answeredFor: new Set([subject.unitId]) },
  'employee own': employee,
  'employee other': viewer('EMPLOYEE', other),
  operator: viewer('OPERATOR'),
  'employee own and operator': employeeAnd('OPERATOR'),
  technician: viewer('TECHNICIAN'),
  'employee own and technician': employeeAnd('TECHNICIAN'),
  'officer own': employeeAnd('OFFICER'),
  'officer other': employeeAnd('OFFICER', other),
  'auditor own': employeeAnd('AUDITOR'),
  'auditor other': employeeAnd('AUDITOR', other),
  'intranet own': viewer('INTRANET_KEY', own),
  'intranet other': viewer('INTRANET_KEY', other),
  'phone system': viewer('PHONE_SYSTEM_KEY', { scopes: ['LINE_WRITE'] }),
  integration: viewer('INTEGRATION_KEY', own),
  'integration NUMBERS_MOBILE': viewer('INTEGRATION_KEY', { ...own, scopes: ['NUMBERS_MOBILE'] }),
  'integration ABSENCE_READ': viewer('INTEGRATION_KEY', { ...own, scopes: ['ABSENCE_READ'] }),
  'integration other, both scopes': viewer('INTEGRATION_KEY', {
    ...other,
    scopes: ['NUMBERS_MOBILE', 'ABSENCE_READ'],
  }),
};

/** The rules of the table by the lines of who-sees-what.csv that show the value where a rule lets in. */
export const rules: Readonly<Record<string, Rule>> = {
  ...disclosure,
  'Person.leftAt, has left': disclosure['Person.leftAt'],
  'Person.id, has left': existenceOfLeavers,
  'Person.numbers, direct': disclosure['Person.numbers'],
  ...Object.fromEntries(
    Object.entries(mobileRules).map(([audience, rule]) => [
      `Person.numbers, mobile ${audience}`,
      rule,
    ]),
  ),
};
/** Who works here has not left, so that this line says nothing of its rule. */
const empty = ['Person.leftAt'];
/** Marks of a number are for those who see a number. */
const ofNumbers = /^PhoneNumber\./;

/** Every audience that any rule names. */
export const everyAudience: readonly Audience[] = [
  ...new Set(Object.values(rules).flatMap((rule) => protectionLevels.flatMap((l) => rule[l]))),
];

/** What the file says of a line, a level and a viewer; "x", that one cannot ask so, where it is silent. */
export function letterAt(
  { lines }: Expectations,
  name: string,
  level: ProtectionLevel,
  column: string,
): string {
  const line = empty.includes(name) ? undefined : lines.find((one) => one.name === name);
  return line?.cells[column]?.split(' ')[protectionLevels.indexOf(level)] ?? 'x';
}

/** The viewers whom the rule lets in where the file does not, or the other way round, as text. */
export function differences(
  expected: Expectations,
  name: string,
  level: ProtectionLevel,
  rule: Rule | undefined = rules[name],
): readonly string[] {
  return expected.viewers.flatMap((column) => {
    const who = columnViewers[column];
    if (who === undefined || rule === undefined) return [`table.ts lacks ${column} or ${name}`];
    const letter = letterAt(expected, name, level, column);
    const audiences = audiencesOf(who, subject);
    const open =
      allows(rule, level, audiences) &&
      (!ofNumbers.test(name) || allows(disclosure['Person.numbers'], level, audiences));
    return letter === 'x' || (letter === 'v') === open ? [] : [`${column}: ${letter}`];
  });
}
