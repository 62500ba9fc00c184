import { expect, test } from '@jest/globals';
import { parseDialCodes } from '../../../src/config/dial-codes-file.js';
import { standardDialCodes } from '../../../src/kernel/dial-codes.js';

const faultsOf = (text: string) => {
  const read = parseDialCodes(text);
  return 'faults' in read ? read.faults : [];
};

test('a dial plan has the standard codes but for what its file says, in YAML or JSON', () => {
  const file = `dialPlans:
  - dialPlan: sydnarke.test
    dateOrder: DDMM
    absence: ['10']
    timeOfReturn: [LUNCH]`;
  const wanted = {
    ...standardDialCodes,
    dateOrder: 'DDMM',
    absence: ['10'],
    timeOfReturn: ['LUNCH'],
  };
  expect(parseDialCodes(file)).toEqual(new Map([['sydnarke.test', wanted]]));
  const json = JSON.stringify({ dialPlans: [{ dialPlan: 'sydnarke.test' }] });
  expect(parseDialCodes(json)).toEqual(new Map([['sydnarke.test', standardDialCodes]]));
});

test.each([
  ['dialPlans: [', ['line 1: not YAML (BAD_INDENT)']],
  ['{}', ['dialPlans: Invalid input: expected array, received undefined']],
  ["dialPlans: [{ dialPlan: a, absence: ['21'] }]", ['dialPlans.0: expected each code once']],
  [
    "dialPlans: [{ dialPlan: a, absence: ['*23*'] }]",
    ['dialPlans.0.absence.0: expected 1 to 4 digits in quotation marks'],
  ],
  ['dialPlans: [{ dialPlan: a }, { dialPlan: a }]', ['the file: expected each dial plan once']],
])('%s is refused with every fault named', (text, faults) => {
  expect(faultsOf(text)).toEqual(faults);
});
