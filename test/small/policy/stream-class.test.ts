import { describe, expect, test } from '@jest/globals';
import type { PersonId, UnitId } from '../../../src/kernel/ids.js';
import type { Viewer } from '../../../src/kernel/viewer.js';
import { standsApart, streamClassOf } from '../../../src/policy/stream-class.js';
import { hallsberg, viewer } from '../../support/people.js';

const employee = viewer('EMPLOYEE', {
  municipality: hallsberg.code,
  personId: 'somebody' as PersonId,
});
const entry = {
  id: 'p' as PersonId,
  municipality: hallsberg.code,
  unitId: 'u' as UnitId,
  managerId: null,
};
const apart = (who: Viewer) => standsApart(who, streamClassOf(who), entry);

describe('an entry is read for a viewer alone', () => {
  test.each<[string, Partial<Viewer>]>([
    ['when it is the own one', { personId: entry.id }],
    ['when the viewer manages its unit', { managed: new Set([entry.unitId]) }],
    ['when the viewer answers for its unit', { answeredFor: new Set([entry.unitId]) }],
    [
      'when the viewer is named for somebody PROTECTED, to whom it may lead',
      { named: new Set(['another' as PersonId]) },
    ],
  ])('%s', (_, more) => {
    expect(apart({ ...employee, ...more })).toBe(true);
  });

  test('and otherwise for all of the class', () => {
    expect(apart(employee)).toBe(false);
    expect(apart(viewer('OPERATOR'))).toBe(false);
  });

  test('but for an officer, who is a class alone', () => {
    const named = new Set(['another' as PersonId]);
    expect(apart({ ...employee, roles: ['EMPLOYEE', 'OFFICER'], named })).toBe(false);
  });
});
