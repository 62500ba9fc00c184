import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { formatError } from '../error-format.js';

/** A subscription that is not begun, with what its client is told. */
export class Refused extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super('Refused.');
    this.name = 'Refused';
  }
}

/** Any error as graphql-ws takes them. Its message is shown to nobody. */
export function asGraphQLErrors(error: unknown): readonly GraphQLError[] {
  if (error instanceof Refused) return error.errors;
  if (error instanceof GraphQLError) return [error];
  return [new GraphQLError('', { originalError: error as Error })];
}

/** What a client is told of errors, as over HTTP. */
export function toldErrors(errors: readonly GraphQLError[]): GraphQLFormattedError[] {
  return errors.map((error) => {
    // graphql-ws wraps what a stream threw, and only errors of resolvers are unwrapped later on.
    const cause = error.path === undefined ? (error.originalError ?? error) : error;
    return formatError(cause instanceof GraphQLError ? cause.toJSON() : error.toJSON(), cause);
  });
}
