import { describe, expect, test } from '@jest/globals';
import type { Viewer } from '../../../src/kernel/viewer.js';
import { roles } from '../../../src/kernel/words.js';
import { may } from '../../../src/policy/authority.js';
import { subjectOf } from '../../../src/policy/subject.js';
import { seePerson } from '../../../src/view/see-person.js';
import { everyField } from '../../support/every-field.js';
import { hallsberg, now, person, viewer } from '../../support/people.js';

const nothing = { givenName: null, familyName: null, title: null, email: null, employeeId: null };
const bare = { ...nothing, numbers: [], protectionLevel: 'RESTRICTED' } as const;
const card = person('Maria Strand', { ...bare, aliasCard: true });
const ordinary = person('Maria Strand', bare);
const see = (who: Viewer, one = card) =>
  seePerson(one, { viewer: who, now, others: new Map(), managersRead: true, internalSeries: [] });
const all = roles.map((role) => viewer(role, { municipality: hallsberg.code }));

describe('an alias card', () => {
  test("has the switchboard's number for everybody who sees numbers", () => {
    const numbers = all.map((who) => [who.roles[0], see(who).numbers.map(({ kind }) => kind)]);
    expect(numbers).toEqual(roles.map((role) => [role, role === 'AUDITOR' ? [] : ['SWITCHBOARD']]));
  });

  test('says nothing else than an entry without facts would, and nobody its level', () => {
    for (const who of all) {
      const fields = (one: typeof card) => {
        const seen = see(who, one);
        const rest = { ...everyField(seen), numbers: null, protectionLevel: null };
        return JSON.stringify([rest, seen.reachability('EXTERNAL')]);
      };
      expect(fields(card)).toBe(fields(ordinary));
      expect(see(who).protectionLevel).toBeNull();
    }
    const officer = viewer('OFFICER', { municipality: hallsberg.code });
    expect(see(officer, ordinary).protectionLevel).toBe('RESTRICTED');
  });

  test('may be absent and forwarded, and gets no number, level or presentation', () => {
    const on = { ...subjectOf(card), aliasCard: true, protectionLevel: 'RESTRICTED' } as const;
    const [operator, technician] = [viewer('OPERATOR'), viewer('TECHNICIAN')];
    const officer = viewer('OFFICER', { municipality: hallsberg.code });
    expect(may(operator, 'setAbsence', on)).toBe(true);
    expect(may(operator, 'setForwarding', on)).toBe(true);
    expect(may(technician, 'setNumbers', on)).toBe(false);
    expect(may(officer, 'setProtection', on)).toBe(false);
    expect(may(technician, 'setNumbers', { ...on, aliasCard: false })).toBe(true);
  });
});
