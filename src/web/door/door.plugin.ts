import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import type { RequestContext } from '../viewer.guard.js';
import { admit, refusal } from './check-operation.js';
import type { Spending } from './spending.js';

/** Faults of the document or its variables, which a client of the older media type gets as an answer of 200. */
const faultsOfDocuments = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT'];

/** Refuses what is too large, too deep or too dear before anything of it is carried out, and charges the rest. */
export function doorPlugin(spending: Spending): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ contextValue, schema, document, operation, request }) => {
        if (operation === undefined) return;
        if (operation.operation === OperationTypeNode.SUBSCRIPTION)
          throw refusal('OPERATION_NOT_ALLOWED', 'Subscriptions are not served over HTTP.', 400);
        const variables: Readonly<Record<string, unknown>> = request.variables ?? {};
        admit(spending, contextValue.viewer, { schema, document, operation, variables });
      },
      /** GraphQL over HTTP: with `application/json` a well-formed request is answered with 200, whatever it says. */
      willSendResponse: async ({ request, response }) => {
        const accepted = request.http?.headers.get('accept') ?? '';
        if (response.body.kind !== 'single' || accepted.includes('graphql-response')) return;
        const codes = response.body.singleResult.errors?.map(
          ({ extensions }) => extensions?.['code'],
        );
        if (codes?.every((code) => faultsOfDocuments.includes(String(code))))
          response.http.status = 200;
      },
    }),
  };
}
