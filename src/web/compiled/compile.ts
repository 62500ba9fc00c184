import {
  getOperationAST,
  GraphQLError,
  Kind,
  parse,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Run } from './bare-schema.js';
import { countFields, isFit, maxFields } from './fit.js';

/** An operation of a valid document, by the document's text. */
export type OperationText = { readonly text: string; readonly operationName: string | null };

/** Executes an operation; null when what came of it has to be told by graphql-js. */
export type Compiled = {
  readonly fields: number;
  readonly run: (
    rootValue: unknown,
    given: Pick<Run, 'context' | 'variables'>,
  ) => Promise<ExecutionResult | null>;
};

/** Compiles an operation against a bare schema; null for one that is not for it. */
export function compile(
  schema: GraphQLSchema,
  { text, operationName }: OperationText,
): Compiled | null {
  // A document of its own: graphql-jit keeps notes in it.
  const document = parse(text);
  const operation = getOperationAST(document, operationName);
  if (!operation || !isFit(document)) return null;
  const fields = countFields(schema, document, operation);
  if (fields > maxFields) return null;
  const fragments = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  const definitions = [withoutVariables(operation), ...fragments];
  const compiled = compileQuery(schema, { kind: Kind.DOCUMENT, definitions }, '', {
    disablingCapturingStackErrors: true,
  });
  if (!isCompiledQuery(compiled)) return null;
  const run: Compiled['run'] = async (rootValue, given) => {
    const result = await new Promise<ExecutionResult>((resolve, fail) => {
      // Not resolved with the promise itself, which would be waited for even after a failure.
      const answer = compiled.query(rootValue, { ...given, operation, fail }, {});
      Promise.resolve(answer).then(resolve, fail);
    });
    return told(result);
  };
  return { fields, run };
}

/** The operation as it is compiled: resolvers find the variables in their run, and its name is nobody's. */
function withoutVariables({
  kind,
  operation,
  selectionSet,
}: OperationDefinitionNode): OperationDefinitionNode {
  return { kind, operation, selectionSet };
}

/**
 * A result with errors only if each was thrown by a root field. Any other error is a fault of ours, and
 * what becomes null with it graphql-jit and graphql-js do not tell alike.
 */
function told({ data, errors }: ExecutionResult): ExecutionResult | null {
  if (!errors) return { data: data ?? null };
  const thrown = errors.flatMap(({ path, originalError }) =>
    path?.length === 1 && originalError instanceof GraphQLError ? [originalError] : [],
  );
  return thrown.length === errors.length ? { errors: thrown, data: data ?? null } : null;
}
