import { expect, test } from '@jest/globals';
import type { MunicipalityCode } from '../../../src/kernel/ids.js';
import { typedSearch } from '../../../src/staff/typed-search.js';

const places = [
  { name: 'Laxå', code: '1860' as MunicipalityCode },
  { name: 'Hallsberg', code: '1861' as MunicipalityCode },
];
const typed = (query: string) => typedSearch(query, places);
const folded = (query: string) => typed(query).words.map((word) => word.folded);

test('words are taken apart at anything that is no letter, and a mail address is not', () => {
  expect(folded('a-k Lindqvist')).toEqual(['a', 'k', 'lindqvist']);
  expect(folded('Anna.Lind@Askersund.test rektor')).toEqual(['anna.lind@askersund.test', 'rektor']);
  expect(typed('god man').phrase).toBe('god man');
  expect(typed('bygglov').phrase).toBeNull();
});

test('marks are kept beside the word that has them', () => {
  expect(typed('ål al').words.map(({ marked }) => marked)).toEqual(['ål', null]);
});

test('a municipality is named by its name, whose it is, and three letters of it', () => {
  const named = (query: string) => typed(query).words.map((word) => word.places);
  expect(named('laxå laxas hal ha')).toEqual([['1860'], ['1860'], ['1861'], []]);
});

test('the ending of a noun may be another one; short words and numbers have no slips', () => {
  const [word, short, number] = typed('snöröjningen va 20001').words;
  expect(word?.stems).toEqual(['snorojning']);
  expect([short?.slipKeys, number?.slipKeys, number?.sounds]).toEqual([[], [], []]);
});

test('no more than six words are looked at, and what has neither letters nor digits has none', () => {
  expect(folded('a b c d e f g h')).toHaveLength(6);
  expect(typed('%% __ \\ 👍 \u202e')).toEqual({ words: [], phrase: null, digits: null });
});

test('a letter begins a name, and of several words only one with a digit may be an employee id', () => {
  const [anna, initial] = typedSearch('anna k', []).words;
  expect(anna?.begunFields).toEqual(expect.arrayContaining(['GIVEN_NAME', 'UNIT', 'SUBJECT']));
  expect(anna?.fields).not.toContain('EMAIL');
  expect(initial?.begunFields).toEqual(['FAMILY_NAME', 'GIVEN_NAME', 'NAME']);
  expect(initial?.fields).toContain('UNIT');
  expect(
    typedSearch('anna e1007', []).words.map(({ fields }) => fields.includes('EMPLOYEE_ID')),
  ).toEqual([false, true]);
});

test('one word alone may be the beginning of a mail address or an employee id; what has an @ is nothing else', () => {
  expect(typedSearch('annlin', []).words[0]?.begunFields).toEqual(
    expect.arrayContaining(['EMAIL', 'EMPLOYEE_ID', 'GIVEN_NAME']),
  );
  expect(typedSearch('anna.lind@', []).words[0]?.begunFields).toEqual(['EMAIL']);
});

test('a number in groups is looked for as it stands: of employee ids too many begin with two digits', () => {
  const begun = (query: string) => typed(query).words.map(({ begunFields }) => begunFields.length);
  expect(begun('0582-00 12 34')).toEqual([0, 0, 0, 0]);
  expect(typed('0582-00 12 34').digits).toBe('582001234');
  for (const query of ['1234', 'anna 12', '12 34 rektor'])
    for (const fields of begun(query)) expect(fields).toBeGreaterThan(0);
});
