import { expect, test } from '@jest/globals';
import { roles } from '../../../src/kernel/words.js';
import { risesOf } from '../../../src/policy/authority.js';
import { hallsberg, viewer } from '../../support/people.js';

test("rises are for officers, and their own municipality's only", () => {
  const theirs = roles.map((role) => risesOf(viewer(role, { municipality: hallsberg.code })));
  expect(theirs.filter((code) => code !== null)).toEqual([hallsberg.code]);
  expect(risesOf(viewer('OFFICER', { municipality: hallsberg.code }))).toBe(hallsberg.code);
  expect(risesOf(viewer('OFFICER'))).toBeNull();
});
