import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
  GraphQLUnionType,
  print,
  type GraphQLFieldConfig,
  type GraphQLFieldConfigMap,
} from 'graphql';
import { AppError } from '../../../src/kernel/app-error.js';

type Fact = { readonly type: 'Person' | 'Line'; readonly n: number };
type Fields = GraphQLFieldConfigMap<Fact, unknown>;

const Instant = new GraphQLScalarType<Date, string>({
  name: 'Instant',
  parseValue: (value) => new Date(String(value)),
  serialize: (value) => (value as Date).toISOString(),
});
/** With values of its own inside, which no client sees. */
const Kind = new GraphQLEnumType({
  name: 'Kind',
  values: { DIRECT: { value: 1 }, MOBILE: { value: { kind: 'mobile' } } },
});
const kinds = { type: new GraphQLList(new GraphQLNonNull(Kind)) };
const Ref = new GraphQLInputObjectType({
  name: 'Ref',
  isOneOf: true,
  fields: { id: { type: GraphQLID }, code: { type: GraphQLString } },
});
const Range = new GraphQLInputObjectType({
  name: 'Range',
  fields: {
    from: { type: GraphQLInt, defaultValue: 1 },
    to: { type: new GraphQLNonNull(GraphQLInt) },
    kinds: { ...kinds, defaultValue: [1] },
  },
});
const Entry: GraphQLInterfaceType = new GraphQLInterfaceType({
  name: 'Entry',
  fields: () => ({
    id: { type: new GraphQLNonNull(GraphQLID) },
    name: { type: GraphQLString },
    next: { type: Entry },
    torn: { type: GraphQLString },
  }),
  resolveType: ({ type }: Fact) => type,
});

const refused = (type: GraphQLFieldConfig<Fact, unknown>['type']) => ({
  type,
  args: { late: { type: GraphQLBoolean } },
  resolve: (_: unknown, { late }: { readonly late?: boolean }) => {
    const refusal = new AppError('BAD_USER_INPUT', 'Not this.');
    if (late === true) return Promise.reject(refusal);
    throw refusal;
  },
});
/** What every entry has; `torn` cannot even be looked at. */
const shared = (): Fields => ({
  id: { type: new GraphQLNonNull(GraphQLID), resolve: async ({ type, n }) => `${type}:${n}` },
  name: { type: GraphQLString },
  next: { type: Entry, resolve: async ({ n }) => entry(n + 1) },
  kind: { type: Kind, resolve: () => 1 },
  torn: { type: GraphQLString },
});
const Person: GraphQLObjectType<Fact> = new GraphQLObjectType<Fact>({
  name: 'Person',
  interfaces: [Entry],
  fields: () => ({
    ...shared(),
    born: { type: Instant },
    numbers: {
      type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(GraphQLInt))),
      args: { kinds, first: { type: GraphQLInt, defaultValue: 2 } },
      resolve: async ({ n }, given: { readonly kinds?: unknown[]; readonly first: number }) =>
        [n, given.kinds?.length ?? -1, 8, 9].slice(0, given.first),
    },
    manager: { type: Person, resolve: ({ n }) => entry(n + 2) },
    boss: { type: new GraphQLNonNull(Person), resolve: async () => entry(7) },
    refused: refused(GraphQLString),
    demanded: refused(new GraphQLNonNull(GraphQLString)),
  }),
});
const Line = new GraphQLObjectType<Fact>({
  name: 'Line',
  interfaces: [Entry],
  fields: () => ({
    ...shared(),
    lost: { type: new GraphQLNonNull(GraphQLString), resolve: async () => null },
  }),
});
const Found = new GraphQLUnionType({
  name: 'Found',
  types: [Person, Line],
  resolveType: ({ type }: Fact) => type,
});

/** A person where the number is odd, and a line where it is even. */
function entry(n: number): Fact {
  const fact = { n, name: n % 3 === 0 ? null : `Entry "${n}"`, born: new Date(n) };
  const torn = () => {
    throw new TypeError('torn');
  };
  return Object.defineProperty({ ...fact, type: n % 2 === 0 ? 'Line' : 'Person' }, 'torn', {
    get: torn,
  });
}

const queries: Fields = {
  person: {
    type: Person,
    args: { ref: { type: new GraphQLNonNull(Ref) } },
    resolve: async (_, { ref }: { readonly ref: { readonly code?: string | null } }) =>
      ref.code === 'nobody' ? null : entry(1),
  },
  entries: {
    type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(Entry))),
    args: { range: { type: Range, defaultValue: { to: 4 } } },
    resolve: async (_, { range }: { readonly range: { readonly to: number } }) =>
      Array.from({ length: range.to }, (_one, at) => entry(at + 1)),
  },
  found: { type: new GraphQLList(Found), resolve: async () => [entry(1), null, entry(2)] },
  // Says how it was called.
  echo: {
    type: GraphQLString,
    args: {
      text: { type: GraphQLString },
      list: { type: new GraphQLList(GraphQLString) },
      at: { type: Instant },
      kind: { type: Kind, defaultValue: 1 },
      kinds,
      range: { type: Range },
      n: { type: new GraphQLNonNull(GraphQLInt), defaultValue: 7 },
    },
    resolve: (_, given) => JSON.stringify(given),
  },
  told: {
    type: GraphQLString,
    resolve: async (source, given, context, info) => {
      const { fieldName, fieldNodes, fragments, operation, variableValues, rootValue } = info;
      const types = [info.schema === pretendSchema, info.parentType.name, String(info.returnType)];
      const nodes = [operation, ...fieldNodes, ...Object.values(fragments)].map((node) =>
        print(node),
      );
      const told = { types, nodes, fieldName, key: info.path.key, variableValues, rootValue };
      return JSON.stringify({ source, given, context, ...told });
    },
  },
  refused: refused(GraphQLString),
  faulty: { type: new GraphQLList(GraphQLInt), resolve: async () => [1, 'none'] },
};

/** A schema with one of everything. */
export const pretendSchema: GraphQLSchema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: queries as GraphQLFieldConfigMap<unknown, unknown>,
  }),
  subscription: new GraphQLObjectType({
    name: 'Subscription',
    fields: { changed: { type: Entry } },
  }),
  types: [Person, Line],
});
