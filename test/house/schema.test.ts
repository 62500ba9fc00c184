import { readFileSync, writeFileSync } from 'node:fs';
import { Test } from '@nestjs/testing';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { beforeAll, expect, test } from '@jest/globals';
import {
  assertInterfaceType,
  assertObjectType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { disclosure } from '../../src/policy/disclosure.js';
import { resolvers } from '../../src/web/web.module.js';

let schema: GraphQLSchema;
let types: readonly GraphQLNamedType[];

beforeAll(async () => {
  const module = await Test.createTestingModule({
    imports: [GraphQLSchemaBuilderModule],
  }).compile();
  schema = await module.get(GraphQLSchemaFactory).create([...resolvers]);
  types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'));
});

test('schema.graphql is what the program serves (write it with npm run schema)', () => {
  const printed = `${printSchema(lexicographicSortSchema(schema))}\n`;
  if (process.env['WRITE_SCHEMA'] === '1') writeFileSync('src/web/schema.graphql', printed);
  expect(printed).toBe(readFileSync('src/web/schema.graphql', 'utf8'));
});

function argumentsOf(field: object): readonly GraphQLArgument[] {
  return 'args' in field ? (field.args as readonly GraphQLArgument[]) : [];
}

test('every type, field, argument, input and enum value is described', () => {
  const bare = types
    .filter(
      (type) =>
        !['String', 'Int', 'Boolean', 'ID', 'Query', 'Mutation', 'Subscription'].includes(
          type.name,
        ),
    )
    .flatMap((type) => (type.description ? [] : [type.name]));
  const members = types.flatMap((type) => {
    if (isEnumType(type))
      return type.getValues().map((v) => [`${type.name}.${v.name}`, v.description]);
    if (isInputObjectType(type) || isObjectType(type) || isInterfaceType(type)) {
      return Object.values(type.getFields()).flatMap((field) => [
        [`${type.name}.${field.name}`, field.description],
        ...argumentsOf(field).map((arg) => [
          `${type.name}.${field.name}(${arg.name})`,
          arg.description,
        ]),
      ]);
    }
    return [];
  });
  const undescribed = members.filter(([, description]) => !description).map(([name]) => name);
  expect([...bare, ...undescribed]).toEqual([]);
  expect(members.length).toBeGreaterThan(150);
});

test('every root field states its audience', () => {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const fields = roots.flatMap((type) => Object.values(type?.getFields() ?? {}));
  expect(fields.length).toBeGreaterThan(10);
  const silent = fields.filter((field) => {
    const audience = field.extensions['audience'] as { roles?: readonly string[] } | undefined;
    return !audience?.roles?.length;
  });
  expect(silent.map((field) => field.name)).toEqual([]);
});

test('every root field may be null, so that one failure does not take the rest with it', () => {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  expect(fields.filter((field) => field.type.toString().endsWith('!')).map((f) => f.name)).toEqual(
    [],
  );
});

/** Fields that come with the thing they hang on: whoever gets the thing gets them. */
const carried = [
  ...['kind', 'e164', 'extension', 'uri'].map((field) => `PhoneNumber.${field}`),
  ...['availability', 'freshness'].map((field) => `Presence.${field}`),
  ...['id', 'endsAtPrecision', 'reasonLabel'].map((field) => `Absence.${field}`),
  ...['canConnect', 'verdict', 'connectTo', 'reason', 'backAt', 'backAtPrecision'].map(
    (field) => `Reachability.${field}`,
  ),
  ...['answeredBy', 'alternatives', 'messageTo', 'freshness', 'validUntil'].map(
    (field) => `Reachability.${field}`,
  ),
  ...['number', 'entry', 'reachability'].map((field) => `NumberLookup.${field}`),
  ...['kind', 'entry', 'unit'].map((field) => `Referral.${field}`),
  ...['kind', 'entry'].map((field) => `ForwardingTarget.${field}`),
];
const aboutPeople = [
  'Person',
  'PhoneNumber',
  'Presence',
  'Absence',
  'Reachability',
  'NumberLookup',
  'ForwardingTarget',
  'Referral',
];

test('the disclosure table and the schema name the same fields', () => {
  const inSchema = types
    .filter((type) => aboutPeople.includes(type.name))
    .flatMap((type) =>
      isObjectType(type)
        ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)
        : [],
    );
  expect(inSchema.toSorted()).toEqual([...Object.keys(disclosure), ...carried].toSorted());
});

test('a shared telephone has no field but those of a person, under the same rules', () => {
  const line = Object.keys(assertObjectType(schema.getType('SharedLine')).getFields());
  const ruled = (field: string) => `Person.${field === 'responsible' ? 'manager' : field}`;
  expect(line.filter((field) => !(ruled(field) in disclosure))).toEqual([]);
  expect(line).toContain('responsible');
});

test('nobody but people and shared telephones is an entry of the directory', () => {
  const entry = assertInterfaceType(schema.getType('DirectoryEntry'));
  const names = schema.getPossibleTypes(entry).map(({ name }) => name);
  expect(names.toSorted()).toEqual(['Person', 'SharedLine']);
});
