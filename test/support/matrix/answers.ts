import { readFileSync } from 'node:fs';
import {
  assertObjectType,
  buildSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';

/** The checked-in schema; test/house/schema.test.ts holds it against the program. */
export const schema: GraphQLSchema = buildSchema(readFileSync('src/web/schema.graphql', 'utf8'));

/** How what a field leads to is told apart, where it is more than a part of the person. */
const references: Readonly<Record<string, string>> = {
  Municipality: 'code',
  Unit: 'name',
  Person: 'displayName',
  DirectoryEntry: 'displayName',
  MessageAddress: 'email',
  Recurrence: 'rule exceptHolidays endsAt',
  Referral: 'kind entry { displayName } unit { name }',
  WeeklyWindow: 'weekday from to',
  Subject: 'word synonyms',
  Greeting: 'kind namesAlternative confirmedAt',
  FaultContact: 'number instruction entry { displayName } unit { name }',
};

/** What is a part of a person, and asked for whole, by where it hangs. */
export const parts: readonly string[] = [
  'Person.numbers',
  'Person.presence',
  'Presence.lines',
  'Person.currentAbsence',
  'Person.absences',
  'Person.forwardings',
  'Forwarding.target',
  'Person.reachability',
  'Reachability.alternatives',
  'SharedLine.numbers',
  'SharedLine.reachability',
  'NumberLookup.entry',
  'NumberLookup.reachability',
];

/** Every field of a person and of a person's parts, as the schema has them: a new field is asked for by itself. */
export const allOfPerson = selectionOf('Person');
export const allOfSharedLine = selectionOf('SharedLine');
export const allOfUnit = selectionOf('Unit');

function selectionOf(type: string): string {
  const fields = Object.values(assertObjectType(schema.getType(type)).getFields());
  return fields.map((field) => `${field.name}${below(type, field)}`).join(' ');
}

function below(type: string, { name, type: fieldType }: GraphQLField<unknown, unknown>): string {
  const named = getNamedType(fieldType);
  if (isLeafType(named)) return '';
  if (parts.includes(`${type}.${name}`)) return ` { ${selectionOf(named.name)} }`;
  if (named.name === 'PhoneNumber') return ' { kind e164 }';
  const reference = references[named.name];
  if (reference === undefined)
    throw new Error(
      `${type}.${name} leads to ${named.name}: say in answers.ts how it is asked for.`,
    );
  return ` { ${reference} }`;
}

/** By what the members of a list are told apart, by the list's name. */
const keys: Readonly<Record<string, string>> = {
  numbers: 'kind',
  lines: 'kind',
  absences: 'id',
  forwardings: 'condition',
  alternatives: 'rank',
};

/** An answer with its lists as objects, so that one member of them can be compared with what is true of it. */
export function keyed(value: unknown, name = ''): unknown {
  const key = keys[name];
  if (Array.isArray(value) && key !== undefined) {
    const members = value as readonly Readonly<Record<string, unknown>>[];
    return Object.fromEntries(members.map((one) => [String(one[key]), keyed(one)]));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, one]) => [field, keyed(one, field)]),
  );
}

/** The fields of a type of objects, as "Person.title". */
export function fieldsOf(type: string): readonly string[] {
  return Object.keys(assertObjectType(schema.getType(type)).getFields()).map(
    (name) => `${type}.${name}`,
  );
}

/** The types of objects that hold data: all but the roots. */
export const dataTypes: readonly string[] = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .map(({ name }) => name)
  .filter((name) => !/^__|^(Query|Mutation|Subscription)$/.test(name));
