import {
  getArgumentValues,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  lexicographicSortSchema,
  locatedError,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type GraphQLTypeResolver,
  type OperationDefinitionNode,
} from 'graphql';

/** One execution of a compiled operation: what its resolvers are given, and who is told when the compiled code itself throws. */
export type Run = {
  readonly context: unknown;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly fail: (error: unknown) => void;
};

type Field = GraphQLField<unknown, unknown>;

/**
 * The schema that operations are compiled against: with the same resolvers, and without arguments. No value
 * that a client wrote gets into generated code in this way (graphql-jit would run some texts), and every
 * argument is read by graphql-js itself, with its defaults and its refusals.
 */
export function bareSchema(schema: GraphQLSchema): GraphQLSchema {
  // Makes every type anew, so that the schema of the plain way stays as it is.
  const bare = lexicographicSortSchema(schema);
  for (const type of Object.values(schema.getTypeMap())) {
    const copy = bare.getType(type.name);
    if (isInterfaceType(copy) && isInterfaceType(type)) copy.resolveType = typeResolver(type);
    if (isUnionType(copy) && isUnionType(type)) copy.resolveType = typeResolver(type);
    if (!isObjectType(copy) || !isObjectType(type) || type.name.startsWith('__')) continue;
    const fields = type.getFields();
    for (const field of Object.values(copy.getFields())) {
      const original = fields[field.name];
      if (original?.resolve && readsProperty(original.resolve)) delete field.resolve;
      else if (original?.resolve)
        field.resolve = resolverOf(schema, type, original, original.resolve);
      field.args = [];
    }
  }
  return bare;
}

/**
 * Whether a resolver is the one that Nest gives to a field without any: it reads the property, as compiled
 * code does by itself and five times faster.
 */
export function readsProperty(resolve: GraphQLFieldResolver<unknown, unknown>): boolean {
  return resolve.name === 'rootFieldResolver' && resolve.length === 1;
}

function typeResolver(type: GraphQLAbstractType): GraphQLTypeResolver<unknown, Run> | undefined {
  const { resolveType } = type;
  if (!resolveType) return undefined;
  return (value, { context }, info) => resolveType(value, context, info, type);
}

function resolverOf(
  schema: GraphQLSchema,
  parentType: GraphQLObjectType,
  field: Field,
  resolve: GraphQLFieldResolver<unknown, unknown>,
): GraphQLFieldResolver<unknown, Run> {
  const known = { schema, parentType, returnType: field.type };
  // Where nothing is written and nothing is taken for granted, nothing is to be read: of each number of each entry.
  const hasDefaults = field.args.some(
    (one) => one.defaultValue !== undefined || isRequiredArgument(one),
  );
  return (source, _, run, bareInfo) => {
    const { operation, variables, context } = run;
    const info = Object.assign(bareInfo, known, { operation, variableValues: variables });
    const [node] = info.fieldNodes;
    try {
      const isGiven = hasDefaults || (node?.arguments?.length ?? 0) > 0;
      const given = isGiven && node ? getArgumentValues(field, node, variables) : {};
      const value: unknown = resolve(source, given, context, info);
      return isPromise(value) ? watched(value, run, info) : value;
    } catch (error) {
      throw located(error, info);
    }
  };
}

/**
 * A promise as graphql-jit waits for it. What its code throws after that nobody would hear of: the answer
 * would never come, and the process would end.
 */
function watched(value: Promise<unknown>, { fail }: Run, info: GraphQLResolveInfo) {
  return {
    // oxlint-disable-next-line unicorn/no-thenable -- graphql-jit calls nothing else, and nobody awaits it.
    then: (take: (result: unknown) => void, refuse: (error: unknown) => void) => {
      value.then(take, (error: unknown) => refuse(located(error, info))).catch(fail);
    },
  };
}

/** The error of a root field, as graphql-js tells it; deeper ones are left to graphql-js. */
function located(error: unknown, { fieldNodes, path }: GraphQLResolveInfo): Error {
  return locatedError(error, fieldNodes, [path.key]);
}

function isPromise(value: unknown): value is Promise<unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'then' in value &&
    typeof value.then === 'function'
  );
}
