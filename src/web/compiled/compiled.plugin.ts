import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode, type OperationDefinitionNode } from 'graphql';
import { formatError } from '../error-format.js';
import type { RequestContext } from '../viewer.guard.js';
import type { CompiledOperations } from './compiled-operations.js';

/** Answers queries by compiled operations where there are any, and leaves everything else to Apollo. */
export function compiledPlugin(operations: CompiledOperations): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      responseForOperation: async (asked) => {
        const { schema, source: text, operationName, request, contextValue } = asked;
        // Whatever its type says, there is none where several have no name chosen.
        const operation: OperationDefinitionNode | undefined = asked.operation;
        // Changes are carried out one after the other, and are too rare to gain from it.
        if (operation?.operation !== OperationTypeNode.QUERY) return null;
        const variables: Readonly<Record<string, unknown>> = request.variables ?? {};
        const query = { schema, text, operation, operationName, variables, contextValue };
        const result = await operations.answer(query);
        if (result === null) return null;
        const errors = result.errors?.map((error) => formatError(error.toJSON(), error));
        const singleResult = { ...(errors && { errors }), data: result.data ?? null };
        return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult } };
      },
    }),
  };
}
