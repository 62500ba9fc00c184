import { expect, test } from '@jest/globals';
import { isObjectType } from 'graphql';
import { schema } from '../support/matrix/answers.js';
import { readExpectations } from '../support/matrix/expectations.js';

// "For SELF and TECHNICIAN" in the schema is what a client's maker goes by, so it is held against
// the files of expectations, which the program is held against.

const leads = 'who lead the unit';
const leadsOrAnswers = 'who lead or answer for the unit';

/** Who is meant by a word of a description, by the columns of who-sees-what.csv. */
const seers: Readonly<Record<string, readonly string[]>> = {
  SELF: ['self'],
  'who are named': ['named'],
  [leads]: ['manager'],
  [leadsOrAnswers]: ['manager', 'telefonansvarig'],
  EMPLOYEE: [
    'employee own',
    'self',
    'named',
    'manager',
    'telefonansvarig',
    'officer own',
    'auditor own',
  ],
  OPERATOR: ['operator'],
  TECHNICIAN: ['technician'],
  OFFICER: ['officer own'],
  AUDITOR: ['auditor own'],
  INTRANET_KEY: ['intranet own'],
  PHONE_SYSTEM_KEY: ['phone system'],
  INTEGRATION_KEY: ['integration'],
};

/** The same for who-asks-what.csv: people are let in, and what they may do is decided later. */
const people = ['employee', 'officer', 'auditor'];
const askers: Readonly<Record<string, readonly string[]>> = {
  SELF: people,
  [leads]: people,
  [leadsOrAnswers]: people,
  EMPLOYEE: people,
  OPERATOR: ['operator'],
  TECHNICIAN: ['technician'],
  OFFICER: ['officer'],
  AUDITOR: ['auditor'],
  INTRANET_KEY: ['intranet'],
  PHONE_SYSTEM_KEY: ['phone system LINE_WRITE'],
  INTEGRATION_KEY: ['integration, all scopes'],
};

/** Every description that says for whom a field is, by the field, with that sentence. */
const told = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .flatMap((type) =>
    Object.values(type.getFields()).map((field) => {
      const [, sentence = ''] =
        /(?:^|[.;] )((?:For|Not for) [^.;]*[A-Z]{4}[^.;]*)/.exec(field.description ?? '') ?? [];
      return { field: `${type.name}.${field.name}`, sentence };
    }),
  )
  .filter(({ sentence }) => sentence !== '');

function columnsIn(sentence: string, meaning: typeof seers): ReadonlySet<string> {
  const words = Object.keys(meaning).filter((word) => new RegExp(`\\b${word}\\b`).test(sentence));
  const named = new Set(words.flatMap((word) => meaning[word] ?? []));
  const all = new Set(Object.values(meaning).flat());
  if (!sentence.startsWith('Not')) return named;
  return new Set([...all].filter((column) => !named.has(column)));
}

test.each([
  ['who-sees-what.csv', seers, /[vp]/],
  ['who-asks-what.csv', askers, /v/],
] as const)('for whom a field is, the schema says as %s does', (file, meaning, letter) => {
  const { lines } = readExpectations(`test/api/${file}`);
  const compared = told.filter(({ field }) => lines.some(({ subject }) => subject === field));
  expect(compared.length).toBeGreaterThan(20);
  const wrong = compared.flatMap(({ field, sentence }) => {
    const named = columnsIn(sentence, meaning);
    const cells = lines.filter(({ subject }) => subject === field).map((line) => line.cells);
    return [...new Set(Object.values(meaning).flat())]
      .filter((column) => column !== 'self' || !field.startsWith('Unit.'))
      .filter((column) => named.has(column) !== cells.some((one) => letter.test(one[column] ?? '')))
      .map((column) => `${field} "${sentence}" and ${column}`);
  });
  expect(wrong).toEqual([]);
});
