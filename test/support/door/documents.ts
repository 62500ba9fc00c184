import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isUnionType,
  type GraphQLCompositeType,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationTypeNode,
} from 'graphql';
import type { Chance } from './chance.js';

/** A document with its variables. */
export type Asked = {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
};

const texts = [
  'anna',
  'a',
  '',
  '0582-00',
  '%_\\',
  'å'.repeat(81),
  '\0',
  '\ud83d',
  '\u202e',
  '1861',
  "' or 1=1 --",
  '{}',
];
const values: Readonly<Record<string, readonly unknown[]>> = {
  Int: [1, 5, 20, 100, 101, 0, -1, 2_147_483_647, 2_147_483_648, 1e300, 1.5, '7', null],
  Boolean: [true, false, 'true', 1],
  DateTime: [
    '2026-11-24T12:00:00Z',
    '2026-02-31T00:00:00Z',
    '9999-12-31T23:59:59.999999999+14:00',
    'now',
    0,
  ],
  E164: ['+46582000000', '+46582001234', '112', '+', `+46${'1'.repeat(99)}`],
  EmailAddress: ['anna-karin.lindblad@hallsberg.test', '@', `${'a'.repeat(999)}@b.test`],
};
const scraps = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  ':',
  '$',
  '@',
  '!',
  '...',
  '"',
  '"""',
  '#',
  '\\',
  '\0',
  '\ufeff',
  'null',
  'on',
  'fragment f on Person { ...f }',
  ' @skip(if: $x)',
  'query',
  '{ id }',
  '-',
  '1e999',
  '\\uD800',
];

/** An operation by the grammar of the schema, most of them right, some of them with faults in values, names or text. */
export function documentOf(
  schema: GraphQLSchema,
  chance: Chance,
  only: 'subscription' | null = null,
): Asked {
  const variables: Record<string, unknown> = {};
  const declared: string[] = [];
  const fragments: string[] = [];
  const faulty = chance.oneIn(2);
  const fault = (count: number) => faulty && chance.oneIn(count);

  function valueOf(type: GraphQLInputType): unknown {
    if (isNonNullType(type)) return valueOf(type.ofType);
    if (fault(10)) return chance.pick([null, {}, [], -1, 'X', { a: [{}] }]);
    if (isListType(type)) {
      const { ofType } = type;
      return Array.from({ length: chance.below(4) }, () => valueOf(ofType));
    }
    if (isEnumType(type)) return chance.pick(type.getValues()).name;
    if (!isInputObjectType(type)) {
      const known = values[type.name] ?? texts;
      return faulty ? chance.pick(known) : known[0];
    }
    const fields = Object.values(type.getFields());
    const chosen = type.isOneOf
      ? [faulty ? chance.pick(fields) : (fields[0] ?? chance.pick(fields))]
      : fields.filter((field) => isNonNullType(field.type) || chance.oneIn(2));
    return Object.fromEntries(chosen.map((field) => [field.name, valueOf(field.type)]));
  }

  function argument(name: string, type: GraphQLInputType): string {
    if (!chance.oneIn(3)) return `${name}: ${literal(valueOf(type), type)}`;
    const variable = `v${declared.length}`;
    declared.push(`$${variable}: ${String(type)}`);
    if (!fault(10)) variables[variable] = valueOf(type);
    return `${name}: $${variable}`;
  }

  function selection(type: GraphQLCompositeType, depth: number): string {
    if (isUnionType(type) || (isAbstractType(type) && chance.oneIn(2))) {
      const types = schema.getPossibleTypes(type);
      return `{ __typename ${types.map((one) => `... on ${one.name} ${selection(one, depth)}`).join(' ')} }`;
    }
    const all = 'getFields' in type ? Object.values(type.getFields()) : [];
    const some = Array.from({ length: 1 + chance.below(faulty ? 4 : 3) }, () => chance.pick(all));
    const chosen = (faulty ? some : [...new Set(some)]).flatMap((field) => {
      const inner = getNamedType(field.type);
      if (isCompositeType(inner) && depth === 0) return [];
      const given = field.args
        .filter((one) => isRequiredArgument(one) || chance.oneIn(3))
        .map((one) => argument(one.name, one.type));
      const alias = fault(5) ? `a${chance.below(99)}: ` : '';
      const name = fault(50) ? `${field.name}x` : field.name;
      const directive = chance.oneIn(25) ? ' @include(if: true)' : '';
      const call = given.length > 0 ? `(${given.join(', ')})` : '';
      const set = isCompositeType(inner) ? ` ${selection(inner, depth - 1)}` : '';
      return [`${alias}${name}${call}${directive}${set}`];
    });
    const set = `{ __typename ${chosen.join(' ')} }`;
    if (!chance.oneIn(15)) return set;
    fragments.push(`fragment f${fragments.length} on ${type.name} ${set}`);
    return `{ ...f${fragments.length - 1} }`;
  }

  const kind = only ?? (chance.oneIn(5) ? 'mutation' : 'query');
  const whole = selection(rootOf(schema, kind), 1 + chance.below(6));
  // At the root of a subscription stands its one field alone.
  const set = kind === 'subscription' ? whole.replace('__typename ', '') : whole;
  const head = declared.length > 0 ? `(${declared.join(', ')})` : '';
  const query = `${kind} q${head} ${set} ${fragments.join(' ')}`;
  return { query: fault(2) ? mutated(query, chance) : query, variables };
}

function rootOf(schema: GraphQLSchema, kind: `${OperationTypeNode}`): GraphQLObjectType {
  const root = schema.getRootType(kind as OperationTypeNode);
  if (!root) throw new Error(`The schema has no ${kind}.`);
  return root;
}

function literal(value: unknown, type: GraphQLInputType): string {
  if (isEnumType(getNamedType(type)) && typeof value === 'string') return value;
  if (Array.isArray(value)) return `[${value.map((one) => literal(one, type)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const named = getNamedType(type);
  const fields = isInputObjectType(named) ? named.getFields() : {};
  const parts = Object.entries(value).map(
    ([name, inner]) => `${name}: ${literal(inner, fields[name]?.type ?? type)}`,
  );
  return `{${parts.join(', ')}}`;
}

/** The text with a few places cut, doubled, or filled with what does not belong there. */
function mutated(text: string, chance: Chance): string {
  let result = text;
  for (let i = 0; i <= chance.below(4); i += 1) {
    const at = chance.below(result.length + 1);
    const to = Math.min(result.length, at + chance.below(30));
    const middle = chance.pick(['', chance.pick(scraps), result.slice(at, to).repeat(2)]);
    result = result.slice(0, at) + middle + result.slice(chance.oneIn(2) ? at : to);
  }
  return result;
}

/** Documents that are made to be expensive: deep, long, repeated, or going round in circles. */
export const expensiveDocuments: readonly Asked[] = [
  `${'{ viewer '.repeat(10_000)}${'}'.repeat(10_000)}`,
  `{ person(ref: { id: "x" }) ${'{ manager '.repeat(400)} { id } ${'}'.repeat(400)} }`,
  `{ ${'viewer '.repeat(1_000_000)} }`,
  `{ ${'a '.repeat(8_000)} }`,
  `{ node(id: ${'['.repeat(990)}`,
  `query ($x: ${'['.repeat(450)}Int${']'.repeat(450)}) { viewer { roles } }`,
  `{ person(ref: ${'{ id: '.repeat(300)} 1 ${'}'.repeat(300)}) { id } }`,
  `{ viewer { ${Array.from({ length: 450 }, (_, i) => `a${i}: roles`).join(' ')} } }`,
  `{ viewer { person { ...f0 } } } ${Array.from({ length: 80 }, (_, i) => `fragment f${i} on Person { ...f${(i + 1) % 80} ...f${(i + 2) % 80} }`).join(' ')}`,
  `{ viewer { person { ...f0 } } } ${Array.from({ length: 90 }, (_, i) => `fragment f${i} on Person { a: manager { ...f${i + 1} } b: manager { ...f${i + 1} } }`).join(' ')} fragment f90 on Person { id }`,
  `{ viewer { roles ${'@include(if: true) '.repeat(150)} } }`,
  `{ ${'... { '.repeat(480)} viewer { roles } ${'}'.repeat(480)} }`,
  `{ viewer { ${'roles '.repeat(900)} } }`,
  `{ viewer { roles } } ${'fragment f on Person { id } '.repeat(140)}`,
  `# ${'"'.repeat(16_000)}\n{ viewer { roles } }`,
  `{ node(id: "${'\\u0041'.repeat(2_500)}") { id } }`,
].map((query) => ({ query, variables: {} }));
