import { describe, expect, test } from '@jest/globals';
import { protectionLevels } from '../../../src/kernel/words.js';
import { readExpectations } from '../../support/matrix/expectations.js';
import { differences, everyAudience, letterAt, rules } from '../../support/matrix/table.js';

/** Written by hand; test/api/matrix.test.ts holds the whole program against it, and this the table alone. */
const expected = readExpectations('test/api/who-sees-what.csv');
/** Whoever sees a number of somebody RESTRICTED sees this mark, so that nobody is left whom the rule shuts out. */
const moot = 'PhoneNumber.mayTellCaller RESTRICTED';
const cases = Object.keys(rules)
  .filter((name) => expected.lines.some((line) => line.name === name))
  .flatMap((name) => protectionLevels.map((level) => [name, level] as const));

describe.each(cases)('%s of somebody %s', (name, level) => {
  test('is for those for whom the file says so, and nobody else', () => {
    expect(differences(expected, name, level)).toEqual([]);
  });

  // A rule that lets everybody in must not pass unnoticed; where everybody sees the field, there is no rule to lose.
  const hidden = expected.viewers.filter((one) =>
    '-ps'.includes(letterAt(expected, name, level, one)),
  );
  if (hidden.length > 0 && `${name} ${level}` !== moot)
    test('and is noticed when everybody is let in', () => {
      const { [name]: rule } = rules;
      const open = rule && { ...rule, [level]: everyAudience };
      expect(differences(expected, name, level, open)).not.toEqual([]);
    });
});

test('the file has most of the table', () => {
  expect(cases.length).toBeGreaterThan(120);
});
